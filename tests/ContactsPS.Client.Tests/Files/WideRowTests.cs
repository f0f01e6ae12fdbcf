using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>
/// Rows with hundreds of thousands of fields. What is allocated shows how much work a row is: quadratic work on these rows
/// would allocate thousands of times as much.
/// </summary>
public sealed class WideRowTests
{
    private const long MaximumAllocation = 200_000_000;

    [Fact]
    public void A_row_with_500000_surplus_fields_is_a_problem_and_costs_linear_work()
    {
        string surplus = string.Concat(Enumerable.Repeat(",x", 500_000));
        AssertLinear(() =>
        {
            using DelimitedFileReader reader = FileTexts.Reader($"phone,name\n1,A{surplus}\n2,B\n");

            Assert.True(reader.Read());
            Assert.StartsWith("the row has more fields", reader.FindProblem(), StringComparison.Ordinal);
            Assert.Equal($"A{surplus}", reader.GetSource().Fields[1]);
            Assert.True(reader.Read());
            Assert.Equal(["2", "B"], reader.GetSource().Fields.ToArray());
        });
    }

    [Fact]
    public void A_header_with_200000_columns_of_one_name_costs_linear_work()
    {
        string header = string.Concat(Enumerable.Repeat(",a", 200_000));
        AssertLinear(() =>
        {
            using DelimitedFileReader reader = FileTexts.Reader($"phone{header}\n1\n", ',');

            Assert.Equal("a (200000)", reader.PropertyNames[^1]);
        });
    }

    [Fact]
    public void A_line_with_300000_properties_is_a_problem_and_costs_linear_work()
    {
        string properties = string.Concat(Enumerable.Range(0, 300_000).Select(i => $",\"{i}\":1"));
        AssertLinear(() =>
        {
            using var reader = new JsonLinesReader(new MemoryStream(Encoding.UTF8.GetBytes($"{{\"phone\":1}}\n{{\"phone\":2{properties}}}\n{{\"phone\":3}}\n")));

            Assert.True(reader.Read());
            Assert.True(reader.Read());
            Assert.Equal("it has more than 4096 properties", reader.FindProblem());
            Assert.StartsWith("{\"phone\":2", reader.GetSource().Fields[0], StringComparison.Ordinal);
            Assert.True(reader.Read());
            Assert.Null(reader.FindProblem());
            Assert.Equal("3", reader.GetText(0));
        });
    }

    [Fact]
    public void A_file_whose_lines_all_have_other_properties_is_refused()
    {
        string lines = string.Concat(Enumerable.Range(0, 70).Select(
            line => $"{{\"phone\":1{string.Concat(Enumerable.Range(0, 1000).Select(i => $",\"{line}-{i}\":1"))}}}\n"));
        using var reader = new JsonLinesReader(new MemoryStream(Encoding.UTF8.GetBytes(lines)));

        ContactsException error = Assert.Throws<ContactsException>(() =>
        {
            while (reader.Read())
            {
                // Until it is refused.
            }
        });

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.StartsWith("The objects up to line 66 have more than 65536 different properties.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_names_a_hundred_columns_and_counts_the_others()
    {
        PhoneNumberColumnException error = Assert.Throws<PhoneNumberColumnException>(
            () => ColumnMap.Match([.. Enumerable.Range(0, 1000).Select(i => $"c{i}")]));

        Assert.EndsWith("c98, c99 and 900 more.", error.Message, StringComparison.Ordinal);
    }

    private static void AssertLinear(Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaximumAllocation);
    }
}
