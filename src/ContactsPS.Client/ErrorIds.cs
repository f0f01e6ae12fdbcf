namespace ContactsPS.Client;

/// <summary>The conditions that end a contact or a run otherwise than well. They are a contract: scripts compare them.</summary>
public static class ErrorIds
{
    /// <summary>The service answered 401: the login or the key is wrong.</summary>
    public const string AuthenticationFailed = nameof(AuthenticationFailed);

    /// <summary>The service answered 403: the login may not do this.</summary>
    public const string AccessDenied = nameof(AccessDenied);

    /// <summary>The service refused a request, and this contact was the cause.</summary>
    public const string ContactRejected = nameof(ContactRejected);

    /// <summary>The service refused a request for a reason that no contact explains.</summary>
    public const string RequestRejected = nameof(RequestRejected);

    /// <summary>The service could not be reached, or still failed after the last retry.</summary>
    public const string ServiceUnavailable = nameof(ServiceUnavailable);

    /// <summary>A contact without a phone number.</summary>
    public const string PhoneNumberMissing = nameof(PhoneNumberMissing);

    /// <summary>A text that cannot be a phone number.</summary>
    public const string PhoneNumberInvalid = nameof(PhoneNumberInvalid);

    /// <summary>A default region that is not a two-letter region libphonenumber knows.</summary>
    public const string DefaultRegionInvalid = nameof(DefaultRegionInvalid);

    /// <summary>An endpoint that would send the key over an unencrypted connection.</summary>
    public const string EndpointNotSecure = nameof(EndpointNotSecure);

    /// <summary>An endpoint that is not an absolute http or https address.</summary>
    public const string EndpointInvalid = nameof(EndpointInvalid);

    /// <summary>A login or a key that cannot be sent in an HTTP header.</summary>
    public const string CredentialInvalid = nameof(CredentialInvalid);

    /// <summary>A list name of more than 30 characters (api.md, contact/create).</summary>
    public const string ListNameTooLong = nameof(ListNameTooLong);

    /// <summary>A tag name of more than 20 characters (api.md, contact/create).</summary>
    public const string TagNameTooLong = nameof(TagNameTooLong);

    /// <summary>A list or tag name that is empty or blank.</summary>
    public const string NameEmpty = nameof(NameEmpty);

    /// <summary>No column or property is known to hold the phone number.</summary>
    public const string NoPhoneNumberColumn = nameof(NoPhoneNumberColumn);

    /// <summary>A property map names a column or property that is not there.</summary>
    public const string ColumnNotFound = nameof(ColumnNotFound);

    /// <summary>A delimiter that can't be told from the fields.</summary>
    public const string DelimiterInvalid = nameof(DelimiterInvalid);

    /// <summary>Names for the columns of a file that has no header, and one is empty or comes twice, or the rows have names of their own.</summary>
    public const string HeaderInvalid = nameof(HeaderInvalid);

    /// <summary>A row of a file that cannot be read as the columns of its header, or a cell of it that holds an error.</summary>
    public const string RowMalformed = nameof(RowMalformed);

    /// <summary>A file that cannot be read as rows at all.</summary>
    public const string FileMalformed = nameof(FileMalformed);

    /// <summary>A journal of another file, account or options, or to be of several; or a file that is no journal.</summary>
    public const string JournalMismatch = nameof(JournalMismatch);

    /// <summary>A journal that another process holds.</summary>
    public const string JournalInUse = nameof(JournalInUse);

    /// <summary>A rejects file that is the source itself or no rejects file, or rows of files with other columns for one.</summary>
    public const string RejectsMismatch = nameof(RejectsMismatch);

    /// <summary>A journal that can't be written on: the disk is full, or gone.</summary>
    public const string JournalUnwritable = nameof(JournalUnwritable);

    /// <summary>A rejects file that can't be written.</summary>
    public const string RejectsUnwritable = nameof(RejectsUnwritable);
}
