using System.Management.Automation;
using ContactsPS.Binding;
using ContactsPS.Client;

namespace ContactsPS.Errors;

/// <summary>Tells of the contacts that were not accepted: each as an error record, or as a row of the rejects file.</summary>
internal sealed class Rejections(Cmdlet cmdlet, RejectsFile? file = null)
{
    /// <summary>Whether the rows go to a file.</summary>
    public bool HasFile => file is not null;

    /// <summary>How many rows went to the file, and where it is; null where none did.</summary>
    public string? DescribeFile() => file is { Count: > 0 } ? Messages.RejectsKept(file.Count, file.Location) : null;

    /// <summary>Tells of one.</summary>
    /// <param name="problem">Why it was not accepted.</param>
    /// <param name="source">What it was made from.</param>
    public void Report(ContactsException problem, object? source)
    {
        if (source is SourceRow row && file is not null)
        {
            file.Add(row, problem.ErrorId, problem.Message);
            return;
        }

        cmdlet.WriteError(ErrorRecords.From(source is SourceRow located ? AtLine(problem, located) : problem, SourceObjects.ToTarget(source)));
    }

    private static ContactsException AtLine(ContactsException problem, SourceRow row)
    {
        string message = Messages.AtLine(row.LineNumber, problem.Message);
        return problem is ServiceException service
            ? new ServiceException(service, message)
            : new ContactsException(problem.ErrorId, message, problem.InnerException);
    }
}
