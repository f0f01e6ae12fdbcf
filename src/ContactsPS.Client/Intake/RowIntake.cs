using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>
/// Takes the rows of a contact file onto batches: the fields of a row become JSON directly, with no contact and no text
/// in between. The batches must have been made with <see cref="MakeSources"/>.
/// </summary>
/// <param name="file">The rows.</param>
/// <param name="map">Which column each field comes from.</param>
/// <param name="intake">Decides what becomes of a row.</param>
public sealed class RowIntake(ColumnRows file, ColumnMap map, ContactIntake intake)
{
    /// <summary>Makes what a batch keeps of the rows that its contacts come from: a <see cref="SourceRow"/> for each.</summary>
    public static BatchSources MakeSources() => new RowSources();

    /// <summary>Takes the current row onto a batch that is not full.</summary>
    [MethodImpl(HotPath.Compiled)]
    public IntakeOutcome Add(ContactBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (file.FindProblem(map) is { } shape)
        {
            return intake.Reject(new ContactsException(ErrorIds.RowMalformed, shape), file.LineNumber);
        }

        IntakeOutcome outcome = intake.Open(batch, file.GetField(map[ContactField.PhoneNumber]), file.LineNumber);
        if (outcome.Kind != IntakeKind.Taken)
        {
            return outcome;
        }

        bool isPlain = file.IsPlain;
        for (ContactField field = ContactField.FirstName; field <= ContactField.Param5; field++)
        {
            if (map[field] is >= 0 and int column)
            {
                batch.Write(field, file.GetField(column), isPlain);
            }
        }

        batch.Commit();
        batch.Sources!.AddRow(file);
        return outcome;
    }
}
