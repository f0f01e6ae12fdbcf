using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>
/// Takes the rows of a contact file onto batches: from the fields of a row straight to the JSON, with no contact and no
/// text in between. The batches must have been made with <see cref="MakeSources"/>.
/// </summary>
/// <param name="file">The rows.</param>
/// <param name="map">Which column each field comes from.</param>
/// <param name="phoneNumbers">What checks the numbers.</param>
/// <param name="journal">What an earlier run has seen to its end; null: nothing.</param>
public sealed class RowIntake(ColumnRows file, ColumnMap map, PhoneNumberIntake phoneNumbers, ImportJournal? journal = null)
{
    /// <summary>Makes what a batch keeps of the rows its contacts come from: a <see cref="SourceRow"/> for each.</summary>
    public static BatchSources MakeSources() => new RowSources();

    /// <summary>Takes the current row onto a batch that is not full.</summary>
    [MethodImpl(HotPath.Compiled)]
    public IntakeStatus Add(ContactBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        IntakeStatus status = phoneNumbers.Begin(batch, file.GetField(map[ContactField.PhoneNumber]));
        if (status != IntakeStatus.Opened)
        {
            return status;
        }

        if (journal?.Settle(file.LineNumber, phoneNumbers) == true)
        {
            batch.Rollback();
            return IntakeStatus.Settled;
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
        ((RowSources)batch.Sources!).Add(file);
        return status;
    }
}
