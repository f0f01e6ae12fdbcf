using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;
using ContactsPS.Input;

namespace ContactsPS.Runs;

/// <summary>Writes each contact that was not accepted: as an error record, or as a row of the rejects file.</summary>
/// <param name="cmdlet">Writes the error records.</param>
/// <param name="file">The rejects file, which replaces the error records. Default: null, there is no file.</param>
internal sealed class Rejections(Cmdlet cmdlet, RejectsFile? file = null)
{
    /// <summary>Whether the rows go to a file. After the file can't be written, they are error records again.</summary>
    public bool HasFile => file is not null && Failure is null;

    /// <summary>Why the file can't be written. Null when it can be written, or when there is none.</summary>
    public ContactsException? Failure { get; private set; }

    /// <summary>Describes the number of rows in the file, and its path. Null when there are no rows.</summary>
    public string? DescribeFile() => file is { Count: > 0 } ? Messages.RejectsKept(file.Count, file.Location) : null;

    /// <summary>Writes one contact.</summary>
    /// <param name="problem">Why it was not accepted.</param>
    /// <param name="source">The source of the contact.</param>
    public void Add(ContactsException problem, object? source)
    {
        ContactsException advised = Advice.AddTo(problem);
        if (source is not SourceRow row)
        {
            cmdlet.WriteError(ErrorRecords.From(advised, source));
        }
        else if (!HasFile || !TryAddToFile(row, advised))
        {
            cmdlet.WriteError(ErrorRecords.From(AtLine(advised, row.LineNumber), SourceObjects.ToTarget(row)));
        }
    }

    private bool TryAddToFile(SourceRow row, ContactsException problem)
    {
        try
        {
            file!.Add(row, problem.ErrorId, problem.Message);
            return true;
        }
        catch (ContactsException failure)
        {
            Failure = failure;
            return false;
        }
    }

    private static ContactsException AtLine(ContactsException problem, long line)
    {
        string message = Messages.AtLine(line, problem.Message);
        return problem is ServiceException service
            ? new ServiceException(service, message)
            : new ContactsException(problem.ErrorId, message, problem.InnerException);
    }
}
