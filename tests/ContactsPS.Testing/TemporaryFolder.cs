using System.Diagnostics;
using System.Text;

namespace ContactsPS.Testing;

/// <summary>A folder for the files of a test. It is deleted with all its files when it is disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>The full path of the folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("contactsps-").FullName;

    /// <summary>The full path of a file in the folder, which may not exist.</summary>
    public string Find(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file in UTF-8 without a byte order mark.</summary>
    /// <returns>Its full path.</returns>
    public string Write(string name, string text) => Write(name, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>Writes a file in an encoding, with its byte order mark if the encoding has one.</summary>
    /// <returns>Its full path.</returns>
    public string Write(string name, string text, Encoding encoding)
    {
        string path = Find(name);
        File.WriteAllText(path, text, encoding);
        return path;
    }

    /// <summary>Makes a named pipe (FIFO), which is a file to the program that opens it. Not for Windows.</summary>
    /// <returns>Its full path.</returns>
    public string MakePipe(string name)
    {
        string path = Find(name);
        using Process made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
