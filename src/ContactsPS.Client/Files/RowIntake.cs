namespace ContactsPS.Client;

/// <summary>
/// Takes the rows of a contact file onto batches: from the fields of a row straight to the JSON, with no contact and no
/// text in between. The batches must have been made with <see cref="MakeSources"/>.
/// </summary>
public sealed class RowIntake(ContactFileReader file, ColumnMap map, PhoneNumberIntake phoneNumbers)
{
    /// <summary>Makes what a batch keeps of the rows its contacts come from: a <see cref="SourceRow"/> for each.</summary>
    public static BatchSources MakeSources() => new RowSources();

    /// <summary>The current row, as it came in.</summary>
    public SourceRow GetSource() => new(file.Columns, file.GetFields(), file.LineNumber);

    /// <summary>What is wrong with the shape of the current row, as a sentence; null where nothing is.</summary>
    public string? FindProblem() => file.Shape() switch
    {
        RowShape.Sound => null,
        RowShape.TooManyFields => $"the row has more fields than the header has columns ({file.Columns.Count}), so which is which can't be told; is there a delimiter in a field that should be quoted?",
        _ => "a quote is not closed, or text follows a closing quote; a quote inside a quoted field is written twice",
    };

    /// <summary>Takes the current row onto a batch that is not full.</summary>
    public IntakeStatus Add(ContactBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        IntakeStatus status = phoneNumbers.Begin(batch, file.GetField(map[ContactField.PhoneNumber]));
        if (status != IntakeStatus.Opened)
        {
            return status;
        }

        for (ContactField field = ContactField.FirstName; field <= ContactField.Param5; field++)
        {
            if (map[field] is >= 0 and int column)
            {
                batch.Write(field, file.GetField(column));
            }
        }

        batch.Commit();
        ((RowSources)batch.Sources!).Add(file);
        return status;
    }
}
