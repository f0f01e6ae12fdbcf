using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Errors;

/// <summary>Ends cmdlets with an error.</summary>
internal static class TerminatingErrors
{
    /// <summary>Ends a cmdlet with an error.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="error">What failed.</param>
    /// <param name="target">What it failed on.</param>
    [DoesNotReturn]
    public static void Fail(this Cmdlet cmdlet, ContactsException error, object? target = null)
    {
        cmdlet.ThrowTerminatingError(ErrorRecords.From(Advice.AddTo(error), target));

        // ThrowTerminatingError always throws, and its declaration doesn't say so.
        throw error;
    }

    /// <summary>Ends a cmdlet with an error.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="errorId">The condition.</param>
    /// <param name="message">What was wrong, and what to do.</param>
    /// <param name="target">What it failed on.</param>
    [DoesNotReturn]
    public static void Fail(this Cmdlet cmdlet, string errorId, string message, object? target = null) =>
        cmdlet.Fail(new ContactsException(errorId, message), target);
}
