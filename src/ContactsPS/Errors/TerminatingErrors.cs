using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Errors;

/// <summary>Ends cmdlets with an error.</summary>
internal static class TerminatingErrors
{
    /// <summary>Ends a cmdlet with an error.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="error">The exception.</param>
    /// <param name="target">The object that caused the error. Default: null.</param>
    [DoesNotReturn]
    public static void Fail(this Cmdlet cmdlet, ContactsException error, object? target = null)
    {
        cmdlet.ThrowTerminatingError(ErrorRecords.From(Advice.AddTo(error), target));

        // ThrowTerminatingError always throws, but its declaration doesn't say so.
        throw error;
    }

    /// <summary>Ends a cmdlet with an error.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="errorId">The error id.</param>
    /// <param name="message">What was wrong, and what to do.</param>
    /// <param name="target">The object that caused the error. Default: null.</param>
    [DoesNotReturn]
    public static void Fail(this Cmdlet cmdlet, string errorId, string message, object? target = null) =>
        cmdlet.Fail(new ContactsException(errorId, message), target);
}
