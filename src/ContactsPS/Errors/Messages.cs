using ContactsPS.Client;

namespace ContactsPS.Errors;

/// <summary>The texts of the module, in one place. Each says what was wrong, where, and what to do.</summary>
internal static class Messages
{
    public const string NotConnected =
        "No account is connected. Run Connect-ContactsAccount first, or pass an account with -Account.";

    public const string CredentialMissing =
        "A credential is needed, and there is nobody to ask for one. Pass -Credential, or set CONTACTSPS_API_LOGIN and CONTACTSPS_API_KEY and use -FromEnvironment.";

    public const string PhoneNumberMissing = "The contact has no phone number.";

    public const string OrSkipValidation = " Mend it; -SkipPhoneValidation sends it as it is.";

    public static string AccountNotFound(string name) =>
        $"No account named '{name}' is connected. Get-ContactsAccount lists those that are.";

    public static string EnvironmentVariableMissing(string name) =>
        $"The environment variable {name} is not set. -FromEnvironment takes CONTACTSPS_API_LOGIN and CONTACTSPS_API_KEY, and CONTACTSPS_ENDPOINT where it is set.";

    public static string EndpointVariableInvalid(string name) =>
        $"The environment variable {name} is no absolute http or https address. An example: {ServiceEndpoint.Default}";

    public static string AccountReplaced(ContactsAccount old) =>
        $"An account named '{old.Name}' was connected to {old.Endpoint}, and is replaced. -Name gives each account its own.";

    public static string NoneIsCurrent(IEnumerable<string> names) =>
        $"No account is the current one. Connected are: {string.Join(", ", names)}. Pass one with -Account, or connect again.";

    public static string PropertyMapKey(string key) =>
        $"The property map has a key '{key}', which is no field of a contact. The fields are: {string.Join(", ", Enum.GetNames<ContactField>())}.";

    public static string PropertyMapValue(string key) =>
        $"The property map gives {key} neither the name of a property nor a script block. Two examples: @{{ {key} = 'Mobile' }}, @{{ {key} = {{ $_.Mobile.Trim() }} }}.";

    public static string PropertyMapFailed(ContactField field, string reason) =>
        $"The script block that makes {field} failed: {reason}";

    public static string PhoneNumberNational(string text) =>
        $"'{text}' is a national number, and of which country isn't said. Add -DefaultRegion, as in -DefaultRegion FR, or write it with a plus and the code of its country, as +33….";

    public static string PhoneNumberInvalid(string text) =>
        $"'{text}' can't be a phone number: there are too few or too many digits, or something else than digits.";

    public static string NoPhoneNumberProperty(IEnumerable<string> names) =>
        $"The object has no property that is known to hold the phone number. Its properties are: {string.Join(", ", names.Select(ColumnName.ToVisible))}.";

    public static string NoPhoneNumberColumn(PhoneNumberColumnException error, bool isFile)
    {
        string advice = !error.LacksHeader ? string.Empty : isFile
            ? " Where there is none, name the columns: -Header PhoneNumber, FirstName, LastName."
            : " Where they come from a file that has none, Import-Csv has -Header.";
        return $"{error.Message}{advice} Rename the column that holds the phone number to phone_number, or name it: -PropertyMap @{{ PhoneNumber = '…' }}.";
    }

    public static string ColumnWarning(ColumnWarning warning)
    {
        string chosen = $"{warning.Field} is taken from '{ColumnName.ToVisible(warning.Chosen)}'";
        string others = string.Join(", ", warning.Others.Select(name => $"'{ColumnName.ToVisible(name)}'"));
        string what = warning.Kind switch
        {
            ColumnWarningKind.UnusedPhones => $"{chosen}. Not used, though by name it may be a phone too: {others}.",
            ColumnWarningKind.CloseChoice => $"{chosen}, because it is the first; as good by name: {others}.",
            ColumnWarningKind.NumberOnly => $"{chosen}, because no other column could be a phone; it may be another number.",
            ColumnWarningKind.OtherPerson => $"{chosen}, which by its name is somebody else's phone than the contact's.",
            _ => $"{chosen}, whose name is not wholly understood; it may be something else than a phone number.",
        };
        return $"{what} -PropertyMap @{{ {warning.Field} = '…' }} names another column.";
    }

    public static string ContactRejected(ServiceAnswer answer) => $"The service refused this contact: {answer}";

    public static string NotSent(ServiceAnswer answer) =>
        $"The contact was not sent, or not acknowledged, because the run stopped ({answer}). Send it again; that is safe.";

    public static string Stopped(SendStop stop, ContactsAccount account, long accepted, long notSent) =>
        $"{Reason(stop, account)} {accepted} contacts were accepted before; {notSent} that were read were not sent.";

    public static string Refused(SendStop stop, ContactsAccount account) => Reason(stop, account);

    public static string AtLine(long line, string text) => $"Line {line}: {text}";

    public static string RejectsAmongFiles(string path) =>
        $"The rejects file '{path}', or the one beside it that becomes it, is among the files to import, and would be overwritten. Give another -RejectedPath.";

    public static string NoFileMatches(string path) => $"No file matches '{path}'.";

    public static string JournalEnded(string path, bool passThru)
    {
        string rest = passThru
            ? ", and no contact is written: a journal holds none. Leave -PassThru out for the summary of that run."
            : "; the summary is that run's.";
        return $"The journal '{path}' says that this file was imported to its end. Nothing is sent{rest}";
    }

    public static string JournalOfOneFile(string path) =>
        $"The journal '{path}' is of one file, and this is another. Give each file a journal of its own.";

    public static string JournalOfSeveralFiles(string path, int count) =>
        $"The journal '{path}' is of one file, and these are {count}. Give each file a journal of its own.";

    public static string JournalIsSource(string path) =>
        $"'{path}' is the journal itself, and would be written over. Give another -JournalPath.";

    public static string JournalOfPipe(string path) =>
        $"'{path}' is no file that can be read again, and a journal is of no use without. Import it without -JournalPath.";

    public static string RejectsKept(long count, string path) =>
        $"{count} rows were not accepted. They are in '{path}', with the reason for each.";

    public static string SandboxNotRunning() =>
        "No sandbox is running that this session started. Start one with Start-ContactsSandbox, or pass one with -Sandbox.";

    private static string Reason(SendStop stop, ContactsAccount account) => stop.ErrorId switch
    {
        ErrorIds.AuthenticationFailed =>
            $"The service doesn't accept the login {account.ApiLogin} with this key ({stop.Answer}). Check both, and connect again.",
        ErrorIds.AccessDenied =>
            $"The service denies access to the login {account.ApiLogin} ({stop.Answer}). Ask the vendor what the account may do.",
        ErrorIds.ServiceUnavailable =>
            $"The service at {account.Endpoint} is unavailable ({stop.Answer}).",
        _ => $"The service refused the request for a reason that no contact explains ({stop.Answer}). Check the lists, the tags and the options, or these contacts: each one that was tried was refused alike.",
    };
}
