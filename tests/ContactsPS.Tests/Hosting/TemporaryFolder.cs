using System.Text;

namespace ContactsPS.Tests.Hosting;

/// <summary>A folder that goes with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("contactsps-").FullName;

    public string Find(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file in UTF-8, and gives its path.</summary>
    public string Write(string name, string text) => Write(name, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>Writes a file, and gives its path.</summary>
    public string Write(string name, string text, Encoding encoding)
    {
        string path = Find(name);
        File.WriteAllText(path, text, encoding);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
