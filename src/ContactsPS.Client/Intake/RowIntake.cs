using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>
/// Adds the rows of a contact file to batches. The fields of a row become JSON directly, without a contact object or
/// strings in between. The batches must use sources of <see cref="MakeSources"/>.
/// </summary>
/// <param name="file">The rows.</param>
/// <param name="map">The column of each field.</param>
/// <param name="intake">Decides the outcome of a row.</param>
public sealed class RowIntake(ColumnRows file, ColumnMap map, ContactIntake intake)
{
    /// <summary>
    /// Creates the sources of a batch whose contacts come from rows. Each source is a <see cref="SourceRow"/>.
    /// </summary>
    public static BatchSources MakeSources() => new RowSources();

    /// <summary>Adds the current row to a batch that is not full.</summary>
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
