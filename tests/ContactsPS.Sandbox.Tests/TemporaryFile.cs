namespace ContactsPS.Sandbox.Tests;

/// <summary>The path of a file that is not there yet, in a folder that goes when the test ends.</summary>
public sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contactsps-sandbox-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "contacts.db");

    public void Dispose() => _folder.Delete(recursive: true);
}
