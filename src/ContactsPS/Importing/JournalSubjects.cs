using System.Globalization;
using System.Security.Cryptography;
using ContactsPS.Binding;
using ContactsPS.Client;
using ContactsPS.Commands;
using ContactsPS.Errors;

namespace ContactsPS.Importing;

/// <summary>Says what the journal of a run is about: the file, the account, and the options that decide what is sent.</summary>
internal static class JournalSubjects
{
    /// <summary>Reads the file once, for its SHA-256.</summary>
    /// <exception cref="ContactsException">JournalMismatch: it is no file that can be read again.</exception>
    public static async Task<JournalSubject> MakeAsync(
        string path, ContactsAccount account, ImportContactCommand import, PropertyMap map, CancellationToken cancellationToken)
    {
        // A pipe opens when somebody writes to it, which may be never: not on the thread that is to be told of a stop.
        using FileStream file = await Task.Run(
            () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true),
            cancellationToken);
        if (!file.CanSeek)
        {
            throw new ContactsException(ErrorIds.JournalMismatch, Messages.JournalOfPipe(path));
        }

        return new JournalSubject
        {
            File = Path.GetFileName(path),
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)),
            Length = file.Length,
            Endpoint = account.Endpoint.AbsoluteUri,
            Login = account.ApiLogin,
            Options = ListOptions(import, map)
                .Where(option => !string.IsNullOrEmpty(option.Value))
                .ToDictionary(option => option.Name, option => option.Value!, StringComparer.Ordinal),
        };
    }

    private static IEnumerable<(string Name, string? Value)> ListOptions(ImportContactCommand import, PropertyMap map) =>
    [
        ("list", Join(import.ListName)),
        ("tag", Join(import.TagName)),
        ("un_list", On(import.UnList)),
        ("un_tag", On(import.UnTag)),
        ("auto_delete_optout", On(import.AutoDeleteOptOut)),
        ("do_not_overwrite", On(import.DoNotOverwrite)),
        ("default_region", import.DefaultRegion?.ToUpperInvariant()),
        ("skip_phone_validation", On(import.SkipPhoneValidation)),
        ("skip_duplicate", On(import.SkipDuplicate)),
        ("partition", import.Partition?.ToString()),
        ("delimiter", import.Delimiter?.ToString(CultureInfo.InvariantCulture)),
        ("encoding", import.Encoding?.WebName),
        ("worksheet", import.WorksheetName),
        ("header", import.Header is null ? null : JoinInOrder(import.Header)),
        .. map.Names.Select(entry => ($"map of {entry.Key}", (string?)entry.Value)),
        .. map.Scripts.Select(entry => ($"map of {entry.Key}", (string?)$"{{{entry.Value}}}")),
    ];

    /// <summary>
    /// A bar in a name is written twice, so that two names aren't taken for one. They are sorted, because the service does
    /// the same whatever their order.
    /// </summary>
    private static string Join(string[] names) => JoinInOrder(names.Order(StringComparer.Ordinal));

    private static string JoinInOrder(IEnumerable<string> names) =>
        string.Join(" | ", names.Select(name => name.Replace("|", "||", StringComparison.Ordinal)));

    private static string? On(bool value) => value ? "on" : null;
}
