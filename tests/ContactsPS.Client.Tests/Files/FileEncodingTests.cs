using System.Text;
using CsCheck;

namespace ContactsPS.Client.Tests;

public sealed class FileEncodingTests
{
    private const string Text = "téléphone,name\n1,Zoé €uro 山 😀\n2,b\n";

    static FileEncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, byte[]> Marks() => new()
    {
        { "utf-8", [] },
        { "utf-8", [0xEF, 0xBB, 0xBF] },
        { "utf-16", [0xFF, 0xFE] },
        { "utf-16BE", [0xFE, 0xFF] },
    };

    [Theory]
    [MemberData(nameof(Marks))]
    public void The_encoding_is_detected_from_the_byte_order_mark(string encoding, byte[] mark)
    {
        using DelimitedFileReader reader = FileTexts.Reader([.. mark, .. Encoding.GetEncoding(encoding).GetBytes(Text)]);

        Assert.Equal(["téléphone", "name"], reader.Columns);
        Assert.Equal(["2: 1 | Zoé €uro 山 😀", "3: 2 | b"], FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Wide_text_without_a_byte_order_mark_is_read_when_its_header_is_Latin(string encoding)
    {
        using DelimitedFileReader reader = FileTexts.Reader(Encoding.GetEncoding(encoding).GetBytes(Text));

        Assert.Equal(["téléphone", "name"], reader.Columns);
        Assert.Equal(["2: 1 | Zoé €uro 山 😀", "3: 2 | b"], FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Other_text_with_NUL_is_refused_by_what_it_is(string encoding)
    {
        byte[] text = Encoding.GetEncoding(encoding).GetBytes("телефон,имя\n1,Зоя\n");

        var error = Assert.Throws<FileKindException>(() => FileTexts.Reader(text));

        Assert.Equal((ErrorIds.FileMalformed, FileKind.WideText), (error.ErrorId, error.Kind));
        Assert.Contains("UTF-16", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_read_as_Windows_1252()
    {
        using DelimitedFileReader reader = FileTexts.Reader(Encoding.GetEncoding(1252).GetBytes("téléphone,prénom\n1,Zoé œuf €uro ÀÿŽ\n2,éé\n3,é"));

        Assert.Equal(["téléphone", "prénom"], reader.Columns);
        Assert.Equal(["2: 1 | Zoé œuf €uro ÀÿŽ", "3: 2 | éé", "4: 3 | é"], FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_invalid_byte_does_not_change_the_encoding_of_the_rest(bool isMarked)
    {
        byte[] mark = isMarked ? [0xEF, 0xBB, 0xBF] : [];
        using DelimitedFileReader reader = FileTexts.Reader([.. mark, .. "phone,prénom\n1,Zo"u8, 0xE9, .. "\n2,Zoé 😀\n"u8]);

        Assert.Equal(["phone", "prénom"], reader.Columns);
        Assert.Equal(["2: 1 | Zoé", "3: 2 | Zoé 😀"], FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void UTF16_without_a_byte_order_mark_is_detected_from_its_zeros(string encoding)
    {
        using DelimitedFileReader reader = FileTexts.Reader(Encoding.GetEncoding(encoding).GetBytes(Text));

        Assert.Equal(["téléphone", "name"], reader.Columns);
        Assert.Equal(["2: 1 | Zoé €uro 山 😀", "3: 2 | b"], FileTexts.Rows(reader));
    }

    [Fact]
    public void A_given_encoding_is_used()
    {
        using var reader = new DelimitedFileReader(
            new MemoryStream(Encoding.GetEncoding(1251).GetBytes("телефон,имя\n1,Зоя\n")),
            new ContactFileOptions(Encoding: Encoding.GetEncoding(1251)));

        Assert.Equal(["телефон", "имя"], reader.Columns);
        Assert.Equal(["2: 1 | Зоя"], FileTexts.Rows(reader));
    }

    [Fact]
    public void Bytes_in_small_pieces_give_the_same_text()
    {
        Gen<byte[]> piece = Gen.OneOf(
            Texts.Any.Select(Encoding.UTF8.GetBytes),
            Gen.OneOf("é", "œ€", "ÀÉ", "éa", "àé€b").Select(Encoding.GetEncoding(1252).GetBytes),
            Gen.Byte.Array[0, 4]);
        Gen.Select(piece.Array[0, 12], Gen.Int[1, 5]).Sample(
            (pieces, size) =>
            {
                // In quotes, so that any bytes are one field.
                byte[] bytes = [.. "phone\n\""u8, .. pieces.SelectMany(p => p).Where(b => b != '"'), .. "\"\n"u8];
                using DelimitedFileReader whole = FileTexts.Reader(bytes);
                using var dripped = new DelimitedFileReader(new DrippingStream(bytes, size));

                Assert.Equal(FileTexts.Rows(whole), FileTexts.Rows(dripped));
            },
            iter: 300);
    }
}
