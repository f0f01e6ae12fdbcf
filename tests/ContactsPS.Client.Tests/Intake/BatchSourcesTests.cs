namespace ContactsPS.Client.Tests;

/// <summary>What a batch keeps of the places that its contacts come from.</summary>
public sealed class BatchSourcesTests
{
    [Fact]
    public void A_row_that_is_already_read_is_kept_as_it_is()
    {
        var row = new SourceRow(["phone"], ["1"], LineNumber: 7);
        BatchSources sources = RowIntake.MakeSources();

        sources.Add(row);

        Assert.Same(row, sources[0]);
        Assert.Equal(7, sources.GetLineNumber(0));
    }

    [Fact]
    public void Rows_in_a_batch_are_kept_however_many_they_are()
    {
        ContactBatch batch = FileTexts.Batch(string.Concat(Enumerable.Range(1, 300).Select(i => $"{i}\n")));

        Assert.All(Enumerable.Range(0, 300), i => Assert.Equal(
            ($"{i + 1}", i + 2L), (Assert.IsType<SourceRow>(batch.Sources![i]).Fields[0], batch.Sources.GetLineNumber(i))));
    }

    [Fact]
    public void Rows_that_are_not_in_the_batch_are_one_gap_before_the_next_contact()
    {
        BatchSources sources = FileTexts.Batch("none\n1\n2\nnone\nnone\n3\nnone\n").Sources!;

        Assert.Equal([0, 2, 3], sources.Gaps);
    }

    [Fact]
    public void A_reused_batch_has_no_gaps_of_before()
    {
        ContactBatch batch = FileTexts.Batch("1\nnone\n2\n");

        batch.Clear();

        Assert.Empty(batch.Sources!.Gaps);
    }

    [Fact]
    public void An_object_is_kept_itself_and_has_no_line()
    {
        object source = new();
        var sources = new ObjectSources();
        sources.Add(source);
        sources.Add(null);
        sources.MarkGap();

        Assert.Same(source, sources[0]);
        Assert.Null(sources[1]);
        Assert.Empty(sources.Gaps);
        Assert.Equal(
            "The contacts did not come from a file.", Assert.Throws<InvalidOperationException>(() => sources.GetLineNumber(0)).Message);

        sources.Clear();
        sources.Add("other");
        Assert.Equal("other", sources[0]);
    }

    [Fact]
    public void A_row_in_a_batch_of_objects_is_kept_as_the_object_that_it_is()
    {
        var sources = new ObjectSources();
        var batch = new ContactBatch(new CreateContactsRequest(), capacity: 1, sources);
        using (DelimitedFileReader reader = FileTexts.Reader("phone,x\n1,a\n"))
        {
            reader.Read();
            FileTexts.Intake(reader).Add(batch);
        }

        Assert.Equal(["1", "a"], Assert.IsType<SourceRow>(sources[0]).Fields);
        Assert.Throws<ArgumentNullException>(() => sources.AddRow(null!));
    }
}
