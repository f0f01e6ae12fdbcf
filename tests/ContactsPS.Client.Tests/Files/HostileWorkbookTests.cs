namespace ContactsPS.Client.Tests;

/// <summary>
/// Workbooks that are made to fill the memory, or that have more than a sheet may have. Each is a few kilobytes to a few
/// megabytes that unpack to gigabytes.
/// </summary>
public sealed class HostileWorkbookTests
{
    /// <summary>All that may be allocated while a workbook is read until it is refused.</summary>
    private const long MaximumAllocation = 300_000_000;

    private static readonly string s_megabyte = new('x', 1024 * 1024);

    public static TheoryData<string, string> Rows => new()
    {
        { "column", "<row r=\"2\"><c r=\"ZZZZZ3\"><v>1</v></c></row>" },
        { "column", "<row r=\"2\"><c r=\"ZZZZZZZZZZZZZZZZZZZZZ3\"><v>1</v></c></row>" },
        { "row 2147483647 follows", "<row r=\"2147483647\"><c><v>1</v></c></row>" },
        { "row 1048577 follows", "<row r=\"1048576\"/><row/>" },
        { "is no number", "<row r=\"99999999999999999999\"/>" },
        { "is no number", "<row r=\"-5\"/>" },
        { "row 2 follows, and rows must ascend", "<row r=\"5\"/><row r=\"2\"/>" },
        { "a cell of column A follows", "<row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row>" },
        { "text of this cell is missing", "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>" },
        { "text of this cell is missing", "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>-1</v></c></row>" },
        { "start tag", "<row r=\"2\"><c r=\"A2\"><v>1</v></row>" },
    };

    public static TheoryData<string, string, string, string> Endless => new()
    {
        { "a text in a cell", "262144 characters", "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>", "text" },
        { "a text in a cell that isn't kept", "more XML", "<row r=\"2\"><c r=\"C2\" t=\"str\"><v>", "text" },
        { "an attribute", "more XML", "<row r=\"2\"><c r=\"", "text" },
        { "a name", "more XML", "<row r=\"2\"><c", "text" },
        { "CDATA", "more XML", "<row r=\"2\"><c t=\"str\"><v><![CDATA[", "<<<<" },
        { "a comment", "more XML", "<row r=\"2\"><!--", "text" },
        { "comments", "more XML", "<row r=\"2\"/>", "<!-- -->" },
        { "instructions", "more XML", "<row r=\"2\"/>", "<?x y?>" },
        { "blanks", "more XML", "<row r=\"2\">", "    " },
        { "formulas", "more XML", "<row r=\"2\"><c r=\"A2\">", "<f>1</f>" },
        { "elements inside each other", "64 elements", "<row r=\"2\">", "<a>" },
        { "cells without a place", "behind column XFD", "<row r=\"2\">", "<c/>" },
        { "names", "20000 different names", "<row r=\"2\">", "names" },
        { "rows", "1048576 rows", "", "<row/>" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_that_can_not_be_is_refused(string message, string row)
    {
        ContactsException error = Refuse(new Sheets.Parts([Sheets.Header, row]));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("of the sheet 'Contacts'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Endless))]
    public void What_has_no_end_in_a_sheet_is_refused(string what, string message, string start, string piece)
    {
        string part = piece switch
        {
            "text" => s_megabyte,
            "names" => string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<n{i}/>")),
            _ => string.Concat(Enumerable.Repeat(piece, s_megabyte.Length / piece.Length)),
        };

        ContactsException error = Refuse(new Sheets.Parts(Enumerable.Repeat(part, 64).Prepend(Sheets.Header + start)));

        Assert.True(error.Message.Contains(message, StringComparison.Ordinal), $"{what}: {error.Message}");
        Assert.InRange(error.Message.Length, 1, 600);
    }

    [Fact]
    public void A_row_with_too_much_text_is_refused()
    {
        string text = new('x', 200_000);
        string header = string.Concat(Enumerable.Range(0, 40).Select(i => $"<c t=\"str\"><v>c{i}</v></c>"));
        string row = string.Concat(Enumerable.Repeat($"<c t=\"str\"><v>{text}</v></c>", 40));

        Assert.Contains("more than 4 MiB of text", Refuse(new Sheets.Parts([$"<row>{header}</row><row>{row}</row>"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_longer_than_Excel_allows_is_read()
    {
        string text = new('é', 200_000);

        Assert.Equal([$"2: {text} | "], Sheets.Read(new Sheets.Parts([Sheets.Header, $"<row r=\"2\"><c t=\"str\"><v>{text}</v></c></row>"])));
    }

    [Theory]
    [InlineData("texts take more than 96 MiB", "<si><t>")]
    [InlineData("texts take more than 96 MiB", "<si/>")]
    [InlineData("more XML", "<si><t>endless")]
    [InlineData("more XML", "<other/>")]
    public void Shared_texts_that_fill_the_memory_are_refused(string message, string kind)
    {
        string texts = kind switch
        {
            "<si><t>" => string.Concat(Enumerable.Repeat($"<si><t>{new string('x', 1000)}</t></si>", 1000)),
            "<si/>" or "<other/>" => string.Concat(Enumerable.Repeat(kind, 200_000)),
            _ => s_megabyte,
        };
        string start = kind.EndsWith("endless", StringComparison.Ordinal) ? "<si><phoneticPr x=\"" : string.Empty;

        ContactsException error = Refuse(new Sheets.Parts([Sheets.Header]) { SharedStrings = Enumerable.Repeat(texts, 600).Prepend(start) });

        Assert.Contains("in its shared texts", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_is_named_and_never_advised_to_be_allowed()
    {
        string message = Refuse(new Sheets.Parts([Sheets.Header]) { Prolog = "<!DOCTYPE workbook [<!ENTITY a \"b\">]>" }).Message;

        Assert.Contains("document type (DTD)", message, StringComparison.Ordinal);
        Assert.DoesNotContain("DtdProcessing", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_is_heard_inside_one_row()
    {
        byte[] file = Sheets.Write(new Sheets.Parts(Enumerable.Repeat(string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 15_000)), 1).Prepend("<row r=\"1\">").Append("</row>")));
        using var stop = new CancellationTokenSource();
        using var stream = new StoppingStream(file, stop);

        Assert.ThrowsAny<OperationCanceledException>(() => new WorksheetReader(new InterruptibleStream(stream, check: () => { }, stop.Token), worksheetName: null));
    }

    private static ContactsException Refuse(Sheets.Parts parts)
    {
        byte[] file = Sheets.Write(parts);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ContactsException error = Assert.ThrowsAny<ContactsException>(() =>
        {
            using var reader = new WorksheetReader(new MemoryStream(file), worksheetName: null);
            while (reader.Read())
            {
                // Until it is refused.
            }
        });
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaximumAllocation);
        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        return error;
    }

    /// <summary>A file whose reader is stopped once the rows are reached.</summary>
    private sealed class StoppingStream(byte[] file, CancellationTokenSource stop) : MemoryStream(file)
    {
        private int _reads;

        public override int Read(Span<byte> buffer)
        {
            Count();
            return base.Read(buffer);
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Count();
            return base.Read(buffer, offset, count);
        }

        private void Count()
        {
            if (++_reads > 20)
            {
                stop.Cancel();
            }
        }
    }
}
