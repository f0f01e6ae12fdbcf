using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Errors;

/// <summary>
/// Makes the error records of the module. The id names the condition, and each condition has one category.
/// </summary>
internal static class ErrorRecords
{
    /// <summary>Makes an error record from an exception.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="target">The object that caused the error: the input, unchanged.</param>
    public static ErrorRecord From(ContactsException error, object? target) =>
        new(error, error.ErrorId, CategoryOf(error.ErrorId), target);

    /// <summary>Makes an error record from an error id and a message.</summary>
    public static ErrorRecord From(string errorId, string message, object? target, Exception? cause = null) =>
        From(new ContactsException(errorId, message, cause), target);

    private static ErrorCategory CategoryOf(string errorId) => errorId switch
    {
        ErrorIds.AuthenticationFailed or ErrorIds.CredentialInvalid or ModuleErrorIds.CredentialMissing
            or ModuleErrorIds.EnvironmentVariableMissing => ErrorCategory.AuthenticationError,
        ErrorIds.AccessDenied => ErrorCategory.PermissionDenied,
        ErrorIds.ServiceUnavailable or ModuleErrorIds.NotConnected => ErrorCategory.ConnectionError,
        ErrorIds.EndpointNotSecure => ErrorCategory.SecurityError,
        ErrorIds.RequestRejected or ErrorIds.ListNameTooLong or ErrorIds.TagNameTooLong or ErrorIds.NameEmpty
            or ErrorIds.ListNameInvalid or ErrorIds.TagNameInvalid
            or ErrorIds.DefaultRegionInvalid or ErrorIds.EndpointInvalid or ErrorIds.ColumnNotFound or ErrorIds.HeaderInvalid
            or ErrorIds.JournalMismatch or ErrorIds.RejectsMismatch or ErrorIds.StateMismatch
            or ModuleErrorIds.PropertyMapInvalid or ModuleErrorIds.ParameterConflict or ModuleErrorIds.PathNotFileSystem => ErrorCategory.InvalidArgument,
        ModuleErrorIds.AccountNotFound or ModuleErrorIds.FileNotFound or ModuleErrorIds.SandboxNotRunning
            => ErrorCategory.ObjectNotFound,
        ModuleErrorIds.SandboxWaitTimedOut => ErrorCategory.OperationTimeout,
        ModuleErrorIds.RemovalLimitExceeded or ModuleErrorIds.InputEmpty => ErrorCategory.LimitsExceeded,
        ModuleErrorIds.FileUnreadable or ErrorIds.FileChanged or ModuleErrorIds.InputIncomplete => ErrorCategory.ReadError,
        ErrorIds.JournalUnwritable or ErrorIds.RejectsUnwritable or ErrorIds.StateUnwritable => ErrorCategory.WriteError,
        ErrorIds.JournalInUse or ErrorIds.StateInUse => ErrorCategory.ResourceBusy,
        ModuleErrorIds.SandboxStartFailed => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.InvalidData,
    };
}
