using System.Text.Json;
using System.Text.Unicode;

namespace ContactsPS.Client.Tests.Fuzzing;

/// <summary>Reads all rows of a file in each way that a run does, and checks what must hold for any file.</summary>
internal static class FuzzedRows
{
    private const int BatchSize = 7;

    /// <summary>Reads all rows.</summary>
    public static void Read(ContactRows rows)
    {
        long line = 0;
        while (rows.Read())
        {
            Assert.True(rows.LineNumber > line, "The line number grows from row to row.");
            line = rows.LineNumber;
            for (int i = 0; i < rows.RowColumns.Count; i++)
            {
                Assert.True(Utf8.IsValid(rows.GetField(i)), "A field is UTF-8.");
            }

            SourceRow source = rows.GetSource();
            Assert.Equal(source.Columns.Count, source.Fields.Count);
            Assert.Equal(line, source.LineNumber);
            rows.FindProblem();
        }

        Assert.False(rows.Read());
    }

    /// <summary>Sends all rows, as far as the bodies of the requests.</summary>
    public static void Send(ContactRows rows, bool isUnchecked)
    {
        var map = ColumnMap.Match([.. rows.Columns], isLenient: !rows.HasHeader);
        var intake = new RowIntake(
            rows,
            map,
            new ContactIntake(new IntakeOptions("FR", SkipValidation: isUnchecked)),
            rows.HasHeader ? null : names => ColumnMap.Match(names, isLenient: true));
        var batch = new ContactBatch(new CreateContactsRequest { ListNames = ["VIP"] }, BatchSize, RowIntake.MakeSources());
        while (rows.Read())
        {
            IntakeOutcome outcome = intake.Add(batch);
            if (outcome.Kind != IntakeKind.Taken)
            {
                // The reason is shown in an error, and so in a terminal.
                Assert.NotEmpty(outcome.Problem!.Message);
                Assert.DoesNotContain(outcome.Problem.Message, char.IsControl);
            }

            if (batch.Count == BatchSize)
            {
                Check(batch);
            }
        }

        Check(batch);
    }

    /// <summary>The body is JSON with all contacts, and they read as they were added.</summary>
    private static void Check(ContactBatch batch)
    {
        using (JsonDocument body = JsonDocument.Parse(batch.GetBody()))
        {
            JsonElement contacts = body.RootElement.GetProperty("contacts");
            Assert.Equal(batch.Count, contacts.GetArrayLength());
            for (int i = 0; i < batch.Count; i++)
            {
                Assert.Equal(batch.GetContact(i).PhoneNumber, contacts[i].GetProperty("phone_number").GetString());
            }
        }

        batch.Clear();
    }
}
