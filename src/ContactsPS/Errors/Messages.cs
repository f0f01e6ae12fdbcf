using System.Globalization;
using ContactsPS.Client;
using ContactsPS.Runs;

namespace ContactsPS.Errors;

/// <summary>The messages of the module. Each message says what was wrong, where, and what to do.</summary>
internal static class Messages
{
    public const string NotConnected =
        "No account is connected. Run Connect-ContactsAccount first, or pass an account with -Account.";

    public const string NoAccount = "no account";

    public const string CredentialMissing =
        "A credential is required, and there is nobody to ask for it. Pass -Credential, or set CONTACTSPS_API_LOGIN and CONTACTSPS_API_KEY and use -FromEnvironment.";

    public const string Comparing = "Comparing contacts with the list";

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

    public static string BlanksCut(string name, string cut) =>
        $"The name '{name}' begins or ends with blanks. They are cut: '{cut}'.";

    public static string Activity(BatchRequest request) =>
        request is DeleteContactsRequest ? "Removing contacts" : "Adding contacts";

    public static string Action(BatchRequest request)
    {
        string lists = string.Join(", ", request.TargetLists);
        string tags = request.TargetTags.Count == 0 ? string.Empty : $" with tag {string.Join(", ", request.TargetTags)}";
        return request switch
        {
            DeleteContactsRequest { ListName: null } => "Delete contacts from the account and from all its lists",
            DeleteContactsRequest => $"Remove contacts from list {lists}",
            _ => $"Add contacts{(lists.Length == 0 ? string.Empty : $" to list {lists}")}{tags}{Detaching(request)}",
        };
    }

    public static string Interrupted(ContactTally tally, int inProgress)
    {
        long open = tally.Read - tally.Accepted - tally.Rejected - tally.Duplicate - tally.Excluded;
        return string.Create(
            CultureInfo.CurrentCulture,
            $"The run was stopped: {Count(tally.Read, "contact")} read, {tally.Accepted} accepted, {tally.Rejected} rejected, {tally.Duplicate} duplicate{ExcludedNote(tally)}. {Count(inProgress, "contact")} {Were(inProgress)} in requests without an answer, and {open - inProgress} {Were(open - inProgress)} not sent. It is safe to send all of them again.");
    }

    public static string FixedLines(long count) => string.Create(
        CultureInfo.CurrentCulture,
        $"{count} of the phone numbers {(count == 1 ? "is that of a fixed line" : "are those of fixed lines")}, which can't receive text messages. -MobileOnly rejects such numbers.");

    public const string MobileOnlyUnchecked =
        "-MobileOnly requires that phone numbers are checked, and -SkipPhoneValidation turns this off. Give one of them.";

    public static string FieldsOfAll(BatchRequest request) => request is CreateContactsRequest { FieldsOfAll: { Count: > 0 } fields }
        ? $" Where a contact has none of its own: {string.Join(", ", fields.Select(field => $"{field.Key} is '{field.Value}'"))}."
        : string.Empty;

    public static string ServiceDown(ContactsAccount account, ServiceAnswer answer) =>
        $"The service at {account.Endpoint} is unavailable ({answer}).";

    public static string Contacts(string action, int count) =>
        string.Create(CultureInfo.CurrentCulture, $"{action} ({Count(count, "contact")})");

    public static string Preview(string action, ContactLedger ledger, long batches) => string.Create(
        CultureInfo.CurrentCulture,
        $"{action} ({Count(ledger.Tally.NotSent, "contact")} in {Count(batches, "request")}; {NotTaken(ledger.Tally)}){MappingNote(ledger)}");

    public static string Performing(string action, string target) =>
        $"Performing the operation \"{action}\" on target \"{target}\".";

    public static string Retry(RetryScheduled retry) => string.Create(
        CultureInfo.CurrentCulture, $"retry {retry.Attempt} in {retry.Delay.TotalSeconds:0.#} s: {retry.Answer}");

    public static string BatchSizeReduced(BatchSizeReduced reduced) =>
        $"The service refused a request because of its size ({reduced.Answer}). The requests of the rest of this run have at most {Count(reduced.MaximumContacts, "contact")}.";

    public static string NotSent(ServiceAnswer answer) =>
        $"The contact was not sent, or not acknowledged, because the run stopped ({answer}). Send it again. This is safe.";

    public static string Stopped(SendStop stop, ContactsAccount account, long accepted, long notSent) =>
        $"{Reason(stop, account)} {Accepted(accepted)} {Count(notSent, "contact")} {Were(notSent)} read and not sent.";

    public static string Refused(SendStop stop, ContactsAccount account) => Reason(stop, account);

    public static string CallFailed(SendStop stop, ContactsAccount account, string action)
    {
        if (stop.ErrorId != ErrorIds.RequestRejected)
        {
            return $"{action}: {Reason(stop, account)}";
        }

        return ServiceCode.Find(stop.Answer.Code) is { } code
            ? $"{action}: the service refused the request: {code.Meaning} ({stop.Answer})."
            : $"{action}: the service refused the request ({stop.Answer}).";
    }

    public static string NotVerified(SendStop stop, ContactsAccount account) =>
        stop.ErrorId == ErrorIds.RequestRejected && stop.Answer.Kind != AnswerKind.Unexpected
            ? $"The service at {account.Endpoint} refused the check of the credential ({stop.Answer}). Check the endpoint, or skip the check with -NoVerify."
            : Reason(stop, account);

    public static ContactsException WithAccepted(ContactsException error, ContactTally tally) =>
        new(error.ErrorId, $"{error.Message} {Accepted(tally.Accepted)}", error.InnerException);

    public static string AtLine(long line, string text) => $"Line {line}: {text}";

    public static string RejectsAmongFiles(string path) =>
        $"The rejects file '{path}', or its temporary file '{path}.partial', is one of the files to import. It would be overwritten.";

    public static string RejectsIsState(string path) =>
        $"'{path}' is both the state file and the rejects file. It would be overwritten.";

    public const string ExcludePathUnchecked =
        "-ExcludePath can't be combined with -SkipPhoneValidation: numbers that are sent as they are written can't be compared with the excluded numbers. Omit one of them.";

    public static string Excluded(string path, ExclusionReport report)
    {
        string columns = report.Columns.Count == 0
            ? string.Empty : $", from {string.Join(", ", report.Columns.Select(name => $"'{ColumnName.ToVisible(name)}'"))}";
        return string.Create(CultureInfo.InvariantCulture, $"{path}: {Count(report.Numbers, "number")} {(report.Numbers == 1 ? "is" : "are")} excluded{columns}.");
    }

    public static string NothingExcluded(string path) => $"{path}: the file contains no phone number, so it excludes nothing.";

    public static string NoRows(string path, bool hasHeader) =>
        $"{path}: {(hasHeader ? "the file has a header, and no rows below it" : "the file has no rows")}. Nothing is sent from it.";

    public static string RowsWithoutNumber(string path, long rows) => string.Create(
        CultureInfo.InvariantCulture, $"{path}: {Count(rows, "row")} {(rows == 1 ? "has no phone number, and excludes" : "have no phone number, and exclude")} nothing.");

    public static string RejectsNotText(string path) =>
        $"The rejects file is delimited text, and by its extension '{path}' would be read as a workbook or as JSON. Use the extension .csv.";

    public static string PathIsFolder(string path) =>
        $"'{path}' is a folder. To import its files, give them with wildcards, such as '{System.IO.Path.Join(path, "*.csv")}'.";

    public static string FolderSkipped(string path) => $"'{path}' is a folder. It is skipped.";

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
        count == 1
            ? $"1 row was not accepted. It is in '{path}', with the reason."
            : $"{count} rows were not accepted. They are in '{path}', with the reason for each.";

    public static string SyncAction(string list, SyncPlan plan, ContactLedger input, bool isRefused) => string.Create(
        CultureInfo.CurrentCulture,
        $"Synchronize list {list}: {plan.Added} added, {plan.Changed} changed, {plan.Removed} removed, {plan.Unchanged} unchanged; {NotTaken(input.Tally)}{(isRefused ? "; refused without -Force" : string.Empty)}{MappingNote(input)}");

    public static string FirstSync(string list, string path) =>
        $"There is no state file '{path}', so it is not known which contacts the list {list} holds. All contacts of the input are sent. A contact that is on the list and not in the input stays there.";

    public static string SyncRepair(string path) =>
        $"The last run with the state file '{path}' did not end. The contacts that it sent, or was about to send, are sent again or removed.";

    public static string RejectedAndRemoved(long rejected, long removed) =>
        $"{(rejected == 1 ? "1 row or object was rejected because it" : $"{rejected} rows or objects were rejected because they")} can't be read as contacts, and {Count(removed, "contact")} that {(removed == 1 ? "is" : "are")} not in the input {(removed == 1 ? "leaves" : "leave")} the list. If a rejected row belongs to one of these contacts, correct the row and run the command again.";

    public static string InputEmpty(string list, SyncPlan plan) =>
        $"The input has no valid contact, so {(plan.Held == 1 ? "its only contact" : $"all {plan.Held} contacts")} would be removed from the list {list}. Nothing was sent or removed. To empty the list, add -Force.";

    public static string RemovalLimit(string list, SyncPlan plan, double percent) => string.Create(
        CultureInfo.CurrentCulture,
        $"{plan.Removed} of the {Count(plan.Held, "contact")} on the list {list} {(plan.Removed == 1 ? "is" : "are")} not in the input and would be removed: {plan.RemovalPercent:0.#}%, and -MaximumRemovalPercent is {percent:0.#}. Nothing was sent or removed. If this is right, add -Force.");

    public static string InputIncomplete(string list) =>
        $"The input was not read to its end, so it is not known which contacts must leave the list {list}. Nothing was sent or removed.";

    public static string NotRemoved(long count, string list) =>
        count == 1
            ? $"1 contact that is not in the input is still on the list {list}. The next run removes it."
            : $"{count} contacts that are not in the input are still on the list {list}. The next run removes them.";

    public static string SandboxNotRunning() =>
        "No sandbox of this session is running. Start one with Start-ContactsSandbox, or pass a running one with -Sandbox.";

    public static string SandboxWaitTimedOut(int count, int seconds) =>
        $"The sandbox did not receive {Count(count, "matching request")} within {Count(seconds, "second")}. Get-SandboxRequest shows what it received.";

    public static string PageNotShown(Uri page, string reason) => $"The browser can't be started ({reason}). The page is {page}";

    private static string Count(long count, string noun) =>
        string.Create(CultureInfo.CurrentCulture, $"{count} {noun}{(count == 1 ? string.Empty : "s")}");

    private static string Were(long count) => count == 1 ? "was" : "were";

    private static string NotTaken(ContactTally tally) => string.Create(
        CultureInfo.CurrentCulture, $"{tally.Rejected} rejected, {tally.Duplicate} duplicate{ExcludedNote(tally)}");

    private static string MappingNote(ContactLedger ledger) => ledger.Mapping.Length == 0 ? string.Empty : $"; {ledger.Mapping}";

    private static string ExcludedNote(ContactTally tally) =>
        tally.Excluded > 0 ? string.Create(CultureInfo.CurrentCulture, $", {tally.Excluded} excluded") : string.Empty;

    /// <summary>Names what -UnList and -UnTag do to contacts that are already in the account.</summary>
    private static string Detaching(BatchRequest request)
    {
        if (request is not CreateContactsRequest { UnList: var unList, UnTag: var unTag } || (!unList && !unTag))
        {
            return string.Empty;
        }

        string lists = request.TargetLists.Count == 0 ? "all their lists" : "all other lists";
        string tags = request.TargetTags.Count == 0 ? "all their tags" : "all other tags";
        return unList && unTag ? $", which takes them off {lists} and {tags}" : $", which takes them off {(unList ? lists : tags)}";
    }

    private static string PauseNote(ServiceAnswer answer) => answer.RetryAfter > BulkSenderOptions.LongestPause
        ? string.Create(
            CultureInfo.CurrentCulture,
            $" It asks to wait {answer.RetryAfter.Value.TotalMinutes:0.#} minutes, and at most {BulkSenderOptions.LongestPause.TotalMinutes:0} minutes are waited for. Run the same command again later.")
        : string.Empty;

    private static string Accepted(long count) => $"{Count(count, "contact")} {Were(count)} accepted before.";

    private static string Reason(SendStop stop, ContactsAccount account) => stop.ErrorId switch
    {
        _ when stop.Failure is { } failure => failure.Message,
        ErrorIds.AuthenticationFailed =>
            $"The service doesn't accept the login {account.ApiLogin} with this key ({stop.Answer}). Check both, and connect again.",
        ErrorIds.AccessDenied =>
            $"The service denies access to the login {account.ApiLogin} ({stop.Answer}). Ask the vendor which calls this account may use.",
        ErrorIds.ServiceUnavailable =>
            $"The service at {account.Endpoint} is unavailable ({stop.Answer}).{PauseNote(stop.Answer)}",
        _ when stop.Answer.Kind == AnswerKind.Unexpected =>
            $"The answer is not an answer of the service at {account.Endpoint} ({stop.Answer}). Check the endpoint, the proxy and the network.",
        _ when stop.Answer.Subject != RefusalSubject.Unknown && ServiceCode.Find(stop.Answer.Code) is { } code =>
            $"The service refused the request: {code.Meaning} ({stop.Answer}). This does not depend on single contacts, so nothing more is sent.",
        _ => $"The service refused the request, and no single contact is the cause ({stop.Answer}). Check the lists, the tags, the options and the endpoint. If contacts were sent one by one, all of them were refused in the same way: then check the contacts too.",
    };
}
