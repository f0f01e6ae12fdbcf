using System.Runtime.CompilerServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using ContactsPS.Client;

namespace ContactsPS.Completion;

/// <summary>
/// The names of lists and tags that an account used, in a file for each login and endpoint in the user's data folder.
/// The name of the file is a hash, and only this user can read it. It only helps to complete names, so a file that can't
/// be read or written is never an error. An endpoint on this machine is a test server, and has no file.
/// </summary>
internal sealed class NameHistory
{
    /// <summary>The environment variable that turns it off: <c>CONTACTSPS_NAME_HISTORY=off</c>.</summary>
    public const string Variable = "CONTACTSPS_NAME_HISTORY";

    private const int MaximumFiles = 100;

    /// <summary>What is longer was not written here: 200 names of at most 30 characters.</summary>
    private const long MaximumBytes = 64 * 1024;

    private static readonly ConditionalWeakTable<ContactsAccount, NameHistory> s_histories = [];

    private readonly string? _path;
    private UsedNames? _written;

    private NameHistory(ContactsAccount account)
    {
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (Path.IsPathFullyQualified(data) && !account.Endpoint.IsLoopback)
        {
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Endpoint}\n{account.ApiLogin}"));
            _path = Path.Combine(data, "ContactsPS", "names", Convert.ToHexStringLower(hash.AsSpan(0, 16)) + ".txt");
        }
    }

    private static bool IsAllowed =>
        !string.Equals(Environment.GetEnvironmentVariable(Variable), "off", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets the history of an account.</summary>
    public static NameHistory Of(ContactsAccount account) => s_histories.GetValue(account, key => new NameHistory(key));

    /// <summary>Reads the names. Empty when there are none.</summary>
    public UsedNames Read()
    {
        if (_path is null || !IsAllowed)
        {
            return UsedNames.None;
        }

        try
        {
            var file = new FileInfo(_path);
            return file.Exists && file.Length <= MaximumBytes ? UsedNames.Parse(File.ReadAllLines(_path)) : UsedNames.None;
        }
        catch (Exception error) when (IsOfFile(error))
        {
            return UsedNames.None;
        }
    }

    /// <summary>Adds names. Writes the file only when they were not the last ones.</summary>
    public void Add(IReadOnlyList<string> lists, IReadOnlyList<string> tags)
    {
        if (_path is null || !IsAllowed || lists.Count + tags.Count == 0)
        {
            return;
        }

        if (_written?.With(lists, tags).Format().SequenceEqual(_written.Format(), StringComparer.Ordinal) == true)
        {
            // A script that adds one contact after the other to the same list reads and writes nothing again.
            return;
        }

        try
        {
            UsedNames names = Read().With(lists, tags);
            Write(_path, names);
            _written = names;
        }
        catch (Exception error) when (IsOfFile(error))
        {
            // The run has succeeded, and the user didn't ask for this file.
            _written = null;
        }
    }

    private static void Write(string path, UsedNames names)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        bool isNew = !File.Exists(path);
        string draft = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using (var writer = new StreamWriter(draft, options))
            {
                foreach (string line in names.Format())
                {
                    writer.WriteLine(line);
                }
            }

            File.Move(draft, path, overwrite: true);
        }
        catch (Exception error) when (IsOfFile(error))
        {
            File.Delete(draft);
            throw;
        }

        if (isNew)
        {
            DeleteOldest(folder);
        }
    }

    private static void DeleteOldest(string folder)
    {
        foreach (FileInfo old in new DirectoryInfo(folder).EnumerateFiles("*.txt").OrderByDescending(file => file.LastWriteTimeUtc).Skip(MaximumFiles))
        {
            old.Delete();
        }
    }

    private static bool IsOfFile(Exception error) => error is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;
}
