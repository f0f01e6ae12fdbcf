using System.Globalization;
using System.Security.Cryptography;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Runs;

/// <summary>Makes the subject of a journal: the file, the account, and the options that decide what is sent.</summary>
internal static class JournalSubjects
{
    /// <summary>Makes the subject. It reads the whole file once, for its SHA-256.</summary>
    /// <exception cref="ContactsException">JournalMismatch: the file can't be read a second time.</exception>
    public static async Task<JournalSubject> MakeAsync(
        string path, ContactsAccount account, RunSettings settings, ContactFileOptions options, CancellationToken cancellationToken)
    {
        // A pipe opens only when another process writes to it. The pipeline thread must not wait for that.
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
            Options = ListOptions(settings, options)
                .Where(option => !string.IsNullOrEmpty(option.Value))
                .ToDictionary(option => option.Name, option => option.Value!, StringComparer.Ordinal),
        };
    }

    private static IEnumerable<(string Name, string? Value)> ListOptions(RunSettings settings, ContactFileOptions options) =>
    [
        .. settings.Request.ListOptions(),
        ("default_region", settings.Intake.DefaultRegion?.ToUpperInvariant()),
        ("skip_phone_validation", On(settings.Intake.SkipValidation)),
        ("mobile_only", On(settings.Intake.MobileOnly)),
        ("skip_duplicate", On(settings.Intake.SkipDuplicate)),
        ("excluded", settings.Intake.Excluded?.Describe()),
        ("partition", settings.Intake.Partition?.ToString()),
        ("delimiter", options.Delimiter?.ToString(CultureInfo.InvariantCulture)),
        ("encoding", options.Encoding?.WebName),
        ("worksheet", options.WorksheetName),
        ("header", options.Header is null ? null : JournalSubject.Join(options.Header)),
        .. settings.PropertyMap.Names.Select(entry => ($"map of {entry.Key}", (string?)entry.Value)),
        .. settings.PropertyMap.Scripts.Select(entry => ($"map of {entry.Key}", (string?)$"{{{entry.Value}}}")),
    ];

    private static string? On(bool value) => value ? "on" : null;
}
