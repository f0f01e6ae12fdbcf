namespace ContactsPS.Client.Tests;

/// <summary>A file in a folder of its own, that goes when the test ends.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contactsps-client-");

    /// <summary>Makes a file of a text.</summary>
    public TemporaryFile(string text)
        : this() => File.WriteAllText(Path, text);

    /// <summary>Makes only a path.</summary>
    public TemporaryFile()
    {
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "contacts.csv");

    public void Dispose() => _folder.Delete(recursive: true);
}
