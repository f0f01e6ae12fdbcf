using System.Globalization;
using ContactsPS.Client;

namespace ContactsPS.Errors;

/// <summary>The messages of the module. Each message says what was wrong, where, and what to do.</summary>
internal static class Messages
{
    public const string NotConnected =
        "No account is connected. Run Connect-ContactsAccount first, or pass an account with -Account.";

    public const string CredentialMissing =
        "A credential is required, and there is nobody to ask for it. Pass -Credential, or set CONTACTSPS_API_LOGIN and CONTACTSPS_API_KEY and use -FromEnvironment.";

    public static string AccountNotFound(string name) =>
        $"No account named '{name}' is connected. Get-ContactsAccount lists the connected accounts.";

    public static string EnvironmentVariableMissing(string name) =>
        $"The environment variable {name} is not set. -FromEnvironment requires CONTACTSPS_API_LOGIN and CONTACTSPS_API_KEY. CONTACTSPS_ENDPOINT is optional.";

    public static string EndpointVariableInvalid(string name) =>
        $"The environment variable {name} is not an absolute http or https address. Example: {ServiceEndpoint.Default}";

    public static string AccountReplaced(ContactsAccount old) =>
        $"An account named '{old.Name}' was connected to {old.Endpoint}. It is replaced. To keep both accounts, give each one its own -Name.";

    public static string NoneIsCurrent(IEnumerable<string> names) =>
        $"There is no current account. The connected accounts are: {string.Join(", ", names)}. Pass one with -Account, or connect again.";

    public static string PropertyMapKey(string key) =>
        $"The key '{key}' of the property map is not a field of a contact. The fields are: {string.Join(", ", Enum.GetNames<ContactField>())}.";

    public static string PropertyMapValue(string key) =>
        $"The value of {key} in the property map must be the name of a property or a script block. Examples: @{{ {key} = 'Mobile' }}, @{{ {key} = {{ $_.Mobile.Trim() }} }}.";

    public static string PropertyMapFailed(ContactField field, string reason) =>
        $"The script block for {field} failed: {reason}";

    public static string NoPhoneNumberProperty(IEnumerable<string> names) =>
        $"The object has no property that is recognised as the phone number. Its properties are: {string.Join(", ", names.Select(ColumnName.ToVisible))}.";

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

    public static string Activity(BatchRequest request) =>
        request is DeleteContactsRequest ? "Removing contacts" : "Adding contacts";

    public static string Action(BatchRequest request)
    {
        string lists = string.Join(", ", request.TargetLists);
        string tags = request.TargetTags.Count == 0 ? string.Empty : $" with tag {string.Join(", ", request.TargetTags)}";
        return request switch
        {
            DeleteContactsRequest { ListName: null } => "Delete contacts from the account",
            DeleteContactsRequest => $"Remove contacts from list {lists}",
            _ => $"Add contacts{(lists.Length == 0 ? string.Empty : $" to list {lists}")}{tags}",
        };
    }

    public static string Performing(string action, string target) =>
        $"Performing the operation \"{action}\" on target \"{target}\".";

    public static string Retry(RetryScheduled retry) => string.Create(
        CultureInfo.CurrentCulture, $"retry {retry.Attempt} in {retry.Delay.TotalSeconds:0.#} s: {retry.Answer}");

    public static string BatchSizeReduced(BatchSizeReduced reduced) =>
        $"The service refused a request because of its size ({reduced.Answer}). The requests of the rest of this run have at most {reduced.MaximumContacts} contacts.";

    public static string NotSent(ServiceAnswer answer) =>
        $"The contact was not sent, or not acknowledged, because the run stopped ({answer}). Send it again. This is safe.";

    public static string Stopped(SendStop stop, ContactsAccount account, long accepted, long notSent) =>
        $"{Reason(stop, account)} {accepted} contacts were accepted before. {notSent} contacts were read and not sent.";

    public static string Refused(SendStop stop, ContactsAccount account) => Reason(stop, account);

    public static string AtLine(long line, string text) => $"Line {line}: {text}";

    public static string RejectsAmongFiles(string path) =>
        $"The rejects file '{path}', or its temporary file '{path}.partial', is one of the files to import. It would be overwritten. Give another -RejectedPath.";

    public static string NoFileMatches(string path) => $"No file matches '{path}'.";

    public static string PathNotFileSystem(string path, string provider) =>
        $"'{path}' is a path of the {provider} provider, not of the file system. Give the path of a file.";

    public static string JournalEnded(string path, bool passThru)
    {
        string rest = passThru
            ? ", and no contact is written, because a journal contains no contacts. Omit -PassThru to get the summary of that run."
            : "; the summary is that run's.";
        return $"The journal '{path}' says that this file was imported to its end. Nothing is sent{rest}";
    }

    public static string JournalOfOneFile(string path) =>
        $"The journal '{path}' already belongs to another file. Give each file its own journal.";

    public static string JournalOfSeveralFiles(string path, int count) =>
        $"The journal '{path}' can belong to one file only, and there are {count} files. Give each file its own journal.";

    public static string JournalIsSource(string path) =>
        $"'{path}' is both the journal and the file to import. It would be overwritten. Give another -JournalPath.";

    public static string JournalOfPipe(string path) =>
        $"'{path}' can't be read a second time, and a journal requires this. Import it without -JournalPath.";

    public static string RejectsKept(long count, string path) =>
        $"{count} rows were not accepted. They are in '{path}', with the reason for each.";

    public static string SandboxNotRunning() =>
        "No sandbox of this session is running. Start one with Start-ContactsSandbox, or pass a running one with -Sandbox.";

    public static string SandboxWaitTimedOut(int count, int seconds) =>
        $"The sandbox did not receive {count} matching requests within {seconds} seconds. Get-SandboxRequest shows what it received.";

    public static string PageNotShown(Uri page, string reason) => $"The browser can't be started ({reason}). The page is {page}";

    private static string Reason(SendStop stop, ContactsAccount account) => stop.ErrorId switch
    {
        ErrorIds.AuthenticationFailed =>
            $"The service doesn't accept the login {account.ApiLogin} with this key ({stop.Answer}). Check both, and connect again.",
        ErrorIds.AccessDenied =>
            $"The service denies access to the login {account.ApiLogin} ({stop.Answer}). Ask the vendor which calls this account may use.",
        ErrorIds.ServiceUnavailable =>
            $"The service at {account.Endpoint} is unavailable ({stop.Answer}).",
        _ when stop.Answer.Subject != RefusalSubject.Unknown && ServiceCode.Find(stop.Answer.Code) is { } code =>
            $"The service refused the request: {code.Meaning} ({stop.Answer}). This does not depend on single contacts, so nothing more is sent.",
        _ => $"The service refused the request, and no single contact is the cause ({stop.Answer}). Check the lists, the tags, the options and the endpoint. If contacts were sent one by one, all of them were refused in the same way: then check the contacts too.",
    };
}
