namespace ContactsPS.Client;

/// <summary>
/// The error ids of contacts and runs. They don't change between versions, because scripts compare them.
/// </summary>
public static class ErrorIds
{
    /// <summary>The service answered 401: the login or the key is wrong.</summary>
    public const string AuthenticationFailed = nameof(AuthenticationFailed);

    /// <summary>The service answered 403: the login has no access to this call.</summary>
    public const string AccessDenied = nameof(AccessDenied);

    /// <summary>The service refused a request, and this contact was the cause.</summary>
    public const string ContactRejected = nameof(ContactRejected);

    /// <summary>The service refused a request, and no single contact is the cause.</summary>
    public const string RequestRejected = nameof(RequestRejected);

    /// <summary>The service could not be reached, or still failed after the last retry.</summary>
    public const string ServiceUnavailable = nameof(ServiceUnavailable);

    /// <summary>The service accepted a request, and its answer differs from the documented one.</summary>
    public const string AnswerInvalid = nameof(AnswerInvalid);

    /// <summary>A contact has no phone number.</summary>
    public const string PhoneNumberMissing = nameof(PhoneNumberMissing);

    /// <summary>A text is not a possible phone number.</summary>
    public const string PhoneNumberInvalid = nameof(PhoneNumberInvalid);

    /// <summary>The phone number is known to be no mobile's, and only those of mobiles are taken.</summary>
    public const string PhoneNumberNotMobile = nameof(PhoneNumberNotMobile);

    /// <summary>A default region is not a two-letter region that libphonenumber knows.</summary>
    public const string DefaultRegionInvalid = nameof(DefaultRegionInvalid);

    /// <summary>An endpoint would receive the key over an unencrypted connection.</summary>
    public const string EndpointNotSecure = nameof(EndpointNotSecure);

    /// <summary>The address of an endpoint or of a proxy is not valid.</summary>
    public const string EndpointInvalid = nameof(EndpointInvalid);

    /// <summary>A login or a key can't be sent in an HTTP header.</summary>
    public const string CredentialInvalid = nameof(CredentialInvalid);

    /// <summary>A list name has more than 30 characters (web-service.md, POST contact/create).</summary>
    public const string ListNameTooLong = nameof(ListNameTooLong);

    /// <summary>A tag name has more than 20 characters (web-service.md, POST contact/create).</summary>
    public const string TagNameTooLong = nameof(TagNameTooLong);

    /// <summary>A list name contains a control character.</summary>
    public const string ListNameInvalid = nameof(ListNameInvalid);

    /// <summary>A tag name contains a control character.</summary>
    public const string TagNameInvalid = nameof(TagNameInvalid);

    /// <summary>A list name or a tag name is empty or blank.</summary>
    public const string NameEmpty = nameof(NameEmpty);

    /// <summary>The phone numbers of a file of numbers that must not be sent can't be read.</summary>
    public const string ExclusionFileInvalid = nameof(ExclusionFileInvalid);

    /// <summary>No column or property is recognised as the phone number.</summary>
    public const string NoPhoneNumberColumn = nameof(NoPhoneNumberColumn);

    /// <summary>A property map names a column or property that doesn't exist.</summary>
    public const string ColumnNotFound = nameof(ColumnNotFound);

    /// <summary>A delimiter can't be distinguished from the text of the fields.</summary>
    public const string DelimiterInvalid = nameof(DelimiterInvalid);

    /// <summary>
    /// The names given for the columns of a file without a header are not valid: one is empty or appears twice, or the rows
    /// have names of their own.
    /// </summary>
    public const string HeaderInvalid = nameof(HeaderInvalid);

    /// <summary>A row of a file doesn't fit the columns of its header, or one of its cells contains an error.</summary>
    public const string RowMalformed = nameof(RowMalformed);

    /// <summary>A file can't be read as rows.</summary>
    public const string FileMalformed = nameof(FileMalformed);

    /// <summary>A file was changed, cut or replaced while it was read.</summary>
    public const string FileChanged = nameof(FileChanged);

    /// <summary>
    /// A journal belongs to another file, account or options, or is used for several files, or is not a journal.
    /// </summary>
    public const string JournalMismatch = nameof(JournalMismatch);

    /// <summary>Another process has the journal open.</summary>
    public const string JournalInUse = nameof(JournalInUse);

    /// <summary>
    /// A rejects file is the source itself, or is not a rejects file, or can't contain rows with other columns.
    /// </summary>
    public const string RejectsMismatch = nameof(RejectsMismatch);

    /// <summary>A journal can't be opened or written. For example, the disk is full or was removed.</summary>
    public const string JournalUnwritable = nameof(JournalUnwritable);

    /// <summary>A rejects file can't be written.</summary>
    public const string RejectsUnwritable = nameof(RejectsUnwritable);

    /// <summary>A state file belongs to another list or account.</summary>
    public const string StateMismatch = nameof(StateMismatch);

    /// <summary>A state file is damaged, or is not a state file.</summary>
    public const string StateCorrupt = nameof(StateCorrupt);

    /// <summary>Another run uses the state file.</summary>
    public const string StateInUse = nameof(StateInUse);

    /// <summary>A state file can't be read or written. For example, the disk is full.</summary>
    public const string StateUnwritable = nameof(StateUnwritable);
}
