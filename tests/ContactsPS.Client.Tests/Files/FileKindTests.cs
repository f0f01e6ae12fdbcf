using System.IO.Compression;
using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>A file that is no table is refused by what it is, whatever it is called.</summary>
public sealed class FileKindTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.csv", "%PDF-1.7\n%…", FileKind.Pdf)]
    [InlineData("a.xlsx", "%PDF-1.7\n%…", FileKind.Pdf)]
    [InlineData("a.csv", "BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:+33612345678\r\nEND:VCARD\r\n", FileKind.VCard)]
    [InlineData("a.txt", "\r\n  begin:vcard\r\n", FileKind.VCard)]
    [InlineData("a.xls", "<html><body><table><tr><td>phone</td></tr></table></body></html>", FileKind.Html)]
    [InlineData("a.csv", "\uFEFF<!doctype html>\n<html>", FileKind.Html)]
    [InlineData("a.jsonl", "<!DOCTYPE html><html>", FileKind.Html)]
    [InlineData("a.csv", "<?xml version=\"1.0\"?><contacts/>", FileKind.Xml)]
    [InlineData("a.jsonl", "[\n{\"phone\": \"+33612345678\"}\n]\n", FileKind.JsonArray)]
    [InlineData("a.ndjson", "[]", FileKind.JsonArray)]
    [InlineData("a.json", "[{\"phone\": \"+33612345678\"}]", FileKind.JsonArray)]
    [InlineData("a.csv", "[\n  {\"phone\": \"+33612345678\"},\n  {\"phone\": \"+33612345679\"}]", FileKind.JsonArray)]
    [InlineData("a.json", "{ \"contacts\": [{\"phone\": \"+33612345678\"}] }", FileKind.JsonObject)]
    [InlineData("a.txt", "{\"phone\":\"+33612345678\"}\n{\"phone\":\"+33612345679\"}\n", FileKind.JsonObject)]
    [InlineData("a.xls", "phone,name\n+33612345678,Zoé\n", FileKind.Text)]
    [InlineData("a.xlsx", "phone;name\n", FileKind.Text)]
    [InlineData("a.csv", "{\\rtf1\\ansi Nom\\tab Portable\\par}", FileKind.RichText)]
    [InlineData("a.rtf", "{\\rtf1}", FileKind.RichText)]
    [InlineData("a.xlsx", "{\"phone\": \"+33612345678\"}\n", FileKind.JsonObject)]
    public void Text_of_another_kind_is_refused_by_name(string name, string text, FileKind kind) =>
        AssertRefused(_folder.Write(name, text), kind);

    [Theory]
    [InlineData("a.ods", FileKind.OpenDocument, "mimetype", "content.xml")]
    [InlineData("a.xlsx", FileKind.OpenDocument, "mimetype", "content.xml")]
    [InlineData("a.xlsx", FileKind.BinaryWorkbook, "[Content_Types].xml", "xl/workbook.bin")]
    [InlineData("a.csv", FileKind.BinaryWorkbook, "xl/workbook.bin")]
    [InlineData("a.csv", FileKind.Workbook, "xl/workbook.xml")]
    [InlineData("a.jsonl", FileKind.Workbook, "xl\\workbook.xml")]
    [InlineData("a.xlsx", FileKind.OfficeDocument, "word/document.xml")]
    [InlineData("a.xlsx", FileKind.Numbers, "Index/Document.iwa")]
    [InlineData("a.csv", FileKind.Archive, "contacts.csv")]
    [InlineData("a.xls", FileKind.Archive, "contacts.csv")]
    public void An_archive_is_refused_by_what_is_in_it(string name, FileKind kind, params string[] entries)
    {
        string path = _folder.Find(name);
        using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach (string entry in entries)
            {
                using Stream stream = archive.CreateEntry(entry).Open();
                stream.Write("x"u8);
            }
        }

        AssertRefused(path, kind);
    }

    [Theory]
    [InlineData("1F8B0800000000000003")]
    [InlineData("89504E470D0A1A0A0000000D49484452")]
    [InlineData("425A6839314159265359")]
    [InlineData("53514C69746520666F726D6174203300")]
    [InlineData("377ABCAF271C0004")]
    [InlineData("4D5A90000300000004000000")]
    [InlineData("0000000000000000")]
    public void Bytes_that_are_no_text_are_refused_as_such(string bytes)
    {
        foreach (string name in new[] { "a.csv", "a.jsonl" })
        {
            string path = _folder.Find(name);
            File.WriteAllBytes(path, Convert.FromHexString(bytes));

            AssertRefused(path, FileKind.Binary);
        }
    }

    [Fact]
    public void A_workbook_with_a_password_is_refused_as_one()
    {
        byte[] file = new byte[4096];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(file, 1024);
        string path = _folder.Find("a.xlsx");
        File.WriteAllBytes(path, file);

        AssertRefused(path, FileKind.EncryptedWorkbook);
    }

    [Theory]
    [InlineData("[phone];name\n+33612345678;Zoé\n")]
    [InlineData("{phone},name\n+33612345678,Zoé\n")]
    public void A_bracket_may_begin_the_name_of_a_column(string text)
    {
        using ContactRows rows = ContactFile.Open(_folder.Write("a.csv", text), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, rows.Columns.Count);
    }

    private static void AssertRefused(string path, FileKind kind)
    {
        FileKindException error = Assert.Throws<FileKindException>(
            () => ContactFile.Open(path, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((ErrorIds.FileMalformed, kind), (error.ErrorId, error.Kind));
        using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }
}
