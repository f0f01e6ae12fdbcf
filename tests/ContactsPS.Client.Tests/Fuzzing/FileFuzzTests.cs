using System.Text;
using CsCheck;

namespace ContactsPS.Client.Tests.Fuzzing;

/// <summary>Hostile contact files.</summary>
public sealed class FileFuzzTests(ITestOutputHelper output)
{
    private static readonly Gen<ContactFileOptions> s_options = Gen.Select(
        Gen.OneOf<char?>(null, null, null, ',', ';', '\t'),
        Gen.OneOf<Encoding?>(null, null, null, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1, Encoding.UTF32),
        Gen.OneOf<IReadOnlyList<string>?>(null, null, null, ["phone", "name"], ["phone"]),
        (delimiter, encoding, header) => new ContactFileOptions(delimiter, encoding, Header: header));

    [Fact]
    public Task Delimited_text_is_read_or_refused() =>
        new Fuzzer(output).RunAsync(
            Gen.Select(Mutations.Of(Mutations.Corpus("delimited-"), Mutations.Texts("sep=;\n", "phone", "Mobile", "\"a\"\"b\"")), s_options, Gen.Bool),
            input =>
            {
                (byte[] bytes, ContactFileOptions options, bool isUnchecked) = input;
                using (var rows = new DelimitedFileReader(new MemoryStream(bytes), options))
                {
                    FuzzedRows.Read(rows);
                }

                using var again = new DelimitedFileReader(new DrippingStream(bytes, size: 1 + (bytes.Length / 3)), options);
                FuzzedRows.Send(again, isUnchecked);
            },
            input => $"{Convert.ToBase64String(input.Item1)} {input.Item2} {input.Item3}");

    [Fact]
    public Task JSON_Lines_are_read_or_refused() =>
        new Fuzzer(output).RunAsync(
            Gen.Select(
                Mutations.Of(
                    Mutations.Corpus("lines-"),
                    Mutations.Texts("{", "}", "[", "]", ":", "null", "true", "\\ud800", "\\u0000", "\\", "{\"phone\":\"+33612345678\"}\n", "\"phone\":", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")),
                Gen.Bool),
            input =>
            {
                (byte[] bytes, bool isUnchecked) = input;
                using (var rows = new JsonLinesReader(new MemoryStream(bytes)))
                {
                    FuzzedRows.Read(rows);
                }

                using var again = new JsonLinesReader(new DrippingStream(bytes, size: 1 + (bytes.Length / 3)));
                FuzzedRows.Send(again, isUnchecked);
            },
            input => $"{Convert.ToBase64String(input.Item1)} {input.Item2}");

    [Fact]
    public Task An_exclusion_file_is_read_or_refused()
    {
        var folder = new TemporaryFolder();
        byte[][] corpus = [.. Mutations.Corpus("delimited-"), .. Mutations.Corpus("numbers-")];
        return new Fuzzer(output).RunAsync(
            Mutations.Of(corpus, Mutations.Texts("phone", "Mobile")),
            bytes =>
            {
                string path = folder.Find($"{Environment.CurrentManagedThreadId}.csv");
                File.WriteAllBytes(path, bytes);
                new ExcludedNumbers("FR").Add(path, CancellationToken.None);
            },
            Convert.ToBase64String,
            share: 0.5).ContinueWith(
                run =>
                {
                    folder.Dispose();
                    return run;
                },
                TaskScheduler.Default).Unwrap();
    }
}
