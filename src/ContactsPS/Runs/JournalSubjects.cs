using System.Globalization;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Runs;

/// <summary>Makes the subject of a journal: the file, the account, and the options that decide what is sent.</summary>
internal static class JournalSubjects
{
    /// <summary>Makes the subject. It reads the whole file once, for its SHA-256.</summary>
    /// <exception cref="ContactsException">JournalMismatch: the file can't be read a second time.</exception>
    /// <exception cref="IOException">The file can't be read, or was changed (<see cref="FileChangedException"/>).</exception>
    public static JournalSubject Make(SourceFile source, ContactsAccount account, RunSettings settings, ContactFileOptions options)
    {
        if (!source.CanReadAgain)
        {
            throw new ContactsException(ErrorIds.JournalMismatch, Messages.JournalOfPipe(source.Path));
        }

        return new JournalSubject
        {
            File = Path.GetFileName(source.Path),
            Sha256 = source.ComputeSha256(),
            Length = source.Length,
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
