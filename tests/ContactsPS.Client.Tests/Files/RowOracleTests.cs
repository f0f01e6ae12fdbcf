using System.Text;
using CsCheck;
using Sylvan.Data.Csv;

namespace ContactsPS.Client.Tests;

/// <summary>Compares the rows that are read with those of another library, and with the contacts that are sent.</summary>
public sealed class RowOracleTests
{
    /// <summary>Any sequence of delimiters, line ends, quotes and texts.</summary>
    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.OneOf(",", ",", ",", "\n", "\r\n", "\r", "\"", " "),
        Gen.OneOf("a", "Zoé", "\\", "\t", "\u0001", "😀", "Saint-Étienne", "+33612345678"),
        Gen.Char['a', 'z'].Array[0, 80].Select(letters => new string(letters))).Array[0, 60].Select(string.Concat);

    /// <summary>Valid rows: fields are quoted where they have to be, and some where they need not be.</summary>
    private static readonly Gen<string> s_sound = Gen.Select(s_text, Gen.Bool, (text, isQuoted) =>
            isQuoted || text.AsSpan().IndexOfAny(",\"\r\n") >= 0 || text.StartsWith(' ')
                ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text)
        .Array[4].Array[1, 20].Select(rows => string.Join('\n', rows.Select(row => string.Join(',', row))));

    /// <summary>Rows with few characters that JSON escapes, quoted or not, and longer than a SIMD vector.</summary>
    private static readonly Gen<string> s_nearlyPlain = Gen.Select(
            Gen.Frequency((12, Gen.Char['a', 'z'].Select(c => c.ToString())), (1, Gen.OneOf("\\", "\t", "\u0001", "\u001F", "é", "\u007F", "😀"))).Array[0, 12],
            Gen.Int[0, 3])
        .Select((letters, quoted) => quoted == 0 ? $"\"{string.Concat(letters)}\"" : string.Concat(letters))
        .Array[4].Array[1, 20].Select(rows => string.Join('\n', rows.Select(row => string.Join(',', row))));

    [Fact]
    public void Valid_rows_are_split_as_another_library_splits_them() =>
        Gen.OneOf(s_sound, s_nearlyPlain).Sample(
            generated =>
            {
                // The library misses line ends after a carriage return in quotes that no line feed follows.
                string text = generated.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\r", "\r\n", StringComparison.Ordinal);
                using DelimitedFileReader reader = FileTexts.Reader($"c1,c2,c3,c4\n{text}\n", ',');
                using CsvDataReader other = CsvDataReader.Create(
                    new StringReader(text), new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', Comment = '\uFFFF' });
                while (other.Read())
                {
                    string[] fields = [.. Enumerable.Range(0, other.RowFieldCount).Select(other.GetString)];
                    if (Array.Exists(fields, field => field.Length > 0))
                    {
                        Assert.True(reader.Read());
                        Assert.Null(reader.FindProblem());
                        Assert.Equal(fields, reader.GetSource().Fields.ToArray());
                    }
                }

                Assert.False(reader.Read());
                Assert.False(reader.Read());
            },
            iter: 2000);

    [Fact]
    public void Any_text_gives_the_same_rows_in_small_pieces() =>
        Gen.Select(s_text, Gen.Int[1, 40]).Sample(
            (text, size) =>
            {
                // The header comes in one piece, and only the rows come in small pieces.
                string header = $"c1,{new string('c', 70_000)}\n";
                byte[] bytes = Encoding.UTF8.GetBytes(header + text);
                using DelimitedFileReader whole = FileTexts.Reader(bytes, ',');
                using var dripped = new DelimitedFileReader(new DrippingStream(bytes, size, header.Length), new ContactFileOptions(','));

                Assert.Equal(Describe(whole), Describe(dripped));
            },
            iter: 2000);

    [Fact]
    public void Every_line_of_any_text_is_in_exactly_one_row() =>
        s_text.Sample(
            text =>
            {
                using DelimitedFileReader reader = FileTexts.Reader($"c1,c2\n{text}", ',');
                var read = new StringBuilder();
                while (reader.Read())
                {
                    read.Append(FileTexts.RawRow(reader));
                }

                // Lines without text are skipped.
                Assert.Equal(LinesOfText(text), LinesOfText(read.ToString()));
            },
            iter: 1000);

    [Fact]
    public void The_fields_that_are_sent_equal_the_fields_of_the_file() =>
        Gen.OneOf(s_sound, s_nearlyPlain).Sample(
            text =>
            {
                using DelimitedFileReader reader = FileTexts.Reader($"phone,last_name,param1,param2\n{text}\n", ',');
                RowIntake intake = FileTexts.Intake(reader);
                var batch = new ContactBatch(new CreateContactsRequest(), 1, RowIntake.MakeSources());
                while (reader.Read())
                {
                    batch.Clear();
                    string[] fields = reader.GetSource().Fields.ToArray();
                    if (intake.Add(batch).Kind == IntakeKind.Taken)
                    {
                        Contact sent = batch.GetContact(0);
                        Assert.Equal(
                            [fields[0].Trim(), .. fields[1..]],
                            new[] { sent.PhoneNumber, sent.LastName, sent.Param1, sent.Param2 }.Select(field => field ?? string.Empty));
                    }
                }
            },
            iter: 2000);

    private static List<string> Describe(DelimitedFileReader reader)
    {
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add($"{reader.LineNumber}: {FileTexts.RawRow(reader)} | {string.Join(" | ", reader.GetSource().Fields.ToArray())} | {reader.FindProblem()}");
        }

        return rows;
    }

    private static string[] LinesOfText(string text) => string.Concat(text.Where(c => c is not (',' or '"')))
        .Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
