using System.Text;
using System.Text.Json;
using CsCheck;

namespace ContactsPS.Client.Tests;

/// <summary>Lines of JSON are read as System.Text.Json reads them into a document.</summary>
public sealed class JsonRowTests
{
    private static readonly Gen<string> s_name = Gen.OneOf(
        Gen.OneOf("phone", "Prénom", "a", "A", "x y", "é\"\\", "param1"), Texts.Any);

    private static readonly Gen<string> s_value = Gen.OneOf(
        Texts.Any.Select(text => JsonSerializer.Serialize(text)),
        Texts.Any.Select(text => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"").Where(IsJson),
        Gen.OneOf("null", "true", "false", "0", "-1.50", "33639985601", "{}", "[]", "{\"a\":[1,\"}\"]}", "[\"]\", null]", "\"\\u00e9\\n\\\\\"", "\"\""));

    private static readonly Gen<string> s_line = Gen.Select(s_name, s_value).Array[0, 8].Select(
        properties => "{" + string.Join(", ", properties.Select(property => $"{JsonSerializer.Serialize(property.Item1)}: {property.Item2}")) + "}");

    [Fact]
    public void A_row_has_the_properties_that_a_json_document_has() =>
        s_line.Array[1, 6].Sample(
            lines =>
            {
                using var reader = new JsonLinesReader(new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", lines))));
                foreach (string line in lines)
                {
                    Assert.True(reader.Read());
                    Assert.Null(reader.FindProblem());
                    List<(string Name, string Value)> expected = Read(line);
                    SourceRow source = reader.GetSource();

                    Assert.Equal(expected, source.Columns.Zip(source.Fields));
                    Assert.Equal(expected.Select(property => property.Name), reader.RowColumns);
                    Assert.Equal(expected.Select(property => property.Value), Enumerable.Range(0, expected.Count).Select(reader.GetText));
                }

                Assert.False(reader.Read());
            },
            iter: 3000);

    [Fact]
    public void Whatever_a_line_holds_it_is_read_as_json_is_or_refused() =>
        Gen.OneOf(s_line.Select(line => line.Length > 3 ? line[..^2] : line), s_line.Select(line => line + "x"), Texts.Any.Select(text => text.ReplaceLineEndings(" "))).Sample(
            line =>
            {
                using var reader = new JsonLinesReader(new MemoryStream(Encoding.UTF8.GetBytes("{}\n" + line)));
                reader.Read();

                // Ctrl+Z ends a text file.
                bool isBlank = line.Trim(' ', '\t').Length == 0 || line == "\u001A";
                Assert.Equal(!isBlank, reader.Read());
                Assert.Equal(isBlank || IsObject(line), reader.FindProblem() is null);
            },
            iter: 3000);

    [Fact]
    public void Rows_whose_columns_come_and_go_are_each_read_by_their_own()
    {
        // More shapes than are remembered, twice over, so that forgotten ones come again.
        string[] lines = [.. Enumerable.Range(0, 2000).Select(i => $$"""{"phone":"{{i}}","p{{i % 700}}":"v{{i}}"}""")];
        using var reader = new JsonLinesReader(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

        for (int i = 0; i < lines.Length; i++)
        {
            Assert.True(reader.Read());
            Assert.Equal(["phone", $"p{i % 700}"], reader.RowColumns);
            Assert.Equal($"v{i}", reader.GetText(1));
        }

        Assert.Equal(701, reader.Columns.Count);
    }

    [Fact]
    public void A_line_longer_than_the_buffer_is_read_whole()
    {
        string text = new('x', 300_000);
        using var reader = new JsonLinesReader(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"a":"1"}{{"\n"}}{"a":"{{text}}"}{{"\r\n"}}{"a":"2"}""")));

        List<(long, string)> read = [];
        while (reader.Read())
        {
            read.Add((reader.LineNumber, reader.GetText(0)));
        }

        Assert.Equal([(1, "1"), (2, text), (3, "2")], read);
    }

    private static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static List<(string Name, string Value)> Read(string line)
    {
        List<(string Name, string Value)> properties = [];
        using var document = JsonDocument.Parse(line);
        foreach ((int index, JsonProperty property) in document.RootElement.EnumerateObject().Index())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            string name = string.IsNullOrWhiteSpace(property.Name) ? $"H{index + 1}" : property.Name;
            string value = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
            int before = properties.FindIndex(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
            if (before >= 0)
            {
                properties[before] = (properties[before].Name, value);
            }
            else
            {
                properties.Add((name, value));
            }
        }

        return properties;
    }
}
