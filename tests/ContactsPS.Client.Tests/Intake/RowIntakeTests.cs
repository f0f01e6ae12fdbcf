using CsCheck;

namespace ContactsPS.Client.Tests;

public sealed class RowIntakeTests
{
    [Fact]
    public void A_row_becomes_a_contact_through_the_column_map()
    {
        using DelimitedFileReader reader = FileTexts.Reader("Nom;Ville;Téléphone;Prénom\nDurand;Paris;06 12 34 56 78;Zoé\n");
        var map = ColumnMap.Match(reader.Columns, new Dictionary<ContactField, string> { [ContactField.Param3] = "ville" });
        ContactBatch batch = Batch(1);

        Assert.True(reader.Read());
        IntakeOutcome outcome = new RowIntake(reader, map, new ContactIntake(new IntakeOptions("FR"))).Add(batch);

        Contact contact = batch.GetContact(0);
        Assert.Equal(IntakeKind.Taken, outcome.Kind);
        Assert.Equal(("+33612345678", "Zoé", "Durand", "Paris"), (contact.PhoneNumber, contact.FirstName, contact.LastName, contact.Param3));
        Assert.Null(contact.Param1);
    }

    [Fact]
    public void A_row_with_a_rejected_number_does_not_change_the_batch()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone,nom\nabc,a\n,b\n0612345678,c\n+33612345678,d\n+33612345678,e\n");
        var intake = new RowIntake(reader, ColumnMap.Match(reader.Columns), new ContactIntake(new IntakeOptions(SkipDuplicate: true)));
        ContactBatch batch = Batch(5);
        List<IntakeOutcome> outcomes = [];
        while (reader.Read())
        {
            outcomes.Add(intake.Add(batch));
        }

        Assert.Equal(
            [IntakeKind.Rejected, IntakeKind.Rejected, IntakeKind.Rejected, IntakeKind.Taken, IntakeKind.Duplicate],
            outcomes.Select(outcome => outcome.Kind));
        Assert.Equal(
            [PhoneNumberStatus.Unreadable, PhoneNumberStatus.Missing, PhoneNumberStatus.NoRegion],
            outcomes.Select(outcome => outcome.Problem).OfType<PhoneNumberException>().Select(problem => problem.Status));
        Assert.Equal(1, batch.Count);
        Assert.Equal("d", batch.GetContact(0).LastName);
        Assert.Equal("d", Assert.IsType<SourceRow>(batch.Sources![0]).Fields[1]);
    }

    [Fact]
    public void The_source_of_each_contact_is_its_unchanged_row()
    {
        Gen<string> field = Gen.OneOf(
            Texts.Any.Select(text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""),
            Gen.OneOf("a", "Zoé", " b ", "#c", "a\"b", "😀", string.Empty));
        Gen.Select(field.Array[3], Gen.OneOf("\n", "\r\n", "\n\n")).Array[1, 10].Sample(
            rows =>
            {
                string text = "phone,x,y\n" + string.Concat(rows.Select((row, i) => $"{i}{(row.Item1[0].StartsWith('"') ? string.Empty : row.Item1[0])},{row.Item1[1]},{row.Item1[2]}{row.Item2}"));
                using DelimitedFileReader reader = FileTexts.Reader(text);
                RowIntake intake = FileTexts.Intake(reader);
                ContactBatch batch = Batch(rows.Length);
                List<SourceRow> sources = [];
                while (reader.Read())
                {
                    sources.Add(reader.GetSource());
                    Assert.Equal(IntakeKind.Taken, intake.Add(batch).Kind);
                }

                Assert.Equal(rows.Length, sources.Count);
                for (int i = 0; i < sources.Count; i++)
                {
                    SourceRow kept = Assert.IsType<SourceRow>(batch.Sources![i]);
                    Assert.Equal(["phone", "x", "y"], kept.Columns);
                    Assert.Equal(sources[i].Fields, kept.Fields);
                    Assert.Equal(sources[i].LineNumber, kept.LineNumber);
                    Assert.Equal(sources[i].LineNumber, batch.Sources.GetLineNumber(i));
                }
            },
            iter: 300);
    }

    [Fact]
    public void A_reused_batch_has_the_rows_of_its_new_contacts()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone;x\n1;a\n2;\"b;\n\"\n3;c\n");
        RowIntake intake = FileTexts.Intake(reader);
        ContactBatch batch = Batch(2);
        reader.Read();
        intake.Add(batch);
        batch.Clear();
        while (reader.Read())
        {
            intake.Add(batch);
        }

        Assert.Equal<object?>(["b;\n", "c"], [((SourceRow)batch.Sources![0]!).Fields[1], ((SourceRow)batch.Sources[1]!).Fields[1]]);
        Assert.Equal(5, ((SourceRow)batch.Sources[1]!).LineNumber);
    }

    [Fact]
    public void The_row_of_a_contact_is_available_after_the_file_is_closed()
    {
        ContactBatch batch = Batch(1);
        using (DelimitedFileReader reader = FileTexts.Reader("phone,x\n1,a\n"))
        {
            reader.Read();
            FileTexts.Intake(reader).Add(batch);
        }

        Assert.Equal(["1", "a"], Assert.IsType<SourceRow>(batch.Sources![0]).Fields);
    }

    private static ContactBatch Batch(int capacity) => new(new CreateContactsRequest(), capacity, RowIntake.MakeSources());
}
