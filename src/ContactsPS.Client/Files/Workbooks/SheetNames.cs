using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ExcelDataReader;

namespace ContactsPS.Client;

/// <summary>The names of the sheets of an Excel workbook.</summary>
public static class SheetNames
{
    /// <summary>
    /// Reads the names, in the order of the workbook. Hidden sheets are included. Of an .xlsx file, only the list of the
    /// sheets is read, so that this takes a few milliseconds for a file of any size.
    /// </summary>
    /// <param name="stream">The workbook. It must be able to seek, and it stays open.</param>
    /// <exception cref="ContactsException">FileMalformed: it is not a workbook.</exception>
    public static IReadOnlyList<string> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        FileKind kind = FileKinds.Find(stream);
        FileKinds.CheckIsWorkbook(kind);
        try
        {
            return kind == FileKind.Workbook ? ReadParts(stream) : ReadOldFormat(stream);
        }
        catch (Exception error) when (error is EndOfStreamException or not (IOException or OutOfMemoryException))
        {
            // In a damaged workbook, the libraries can throw any exception.
            throw new ContactsException(ErrorIds.FileMalformed, $"It can't be read as an Excel workbook: {error.Message}", error);
        }
    }

    private static string[] ReadParts(Stream stream)
    {
        using var parts = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        ZipArchiveEntry workbook = parts.Entries.First(
            entry => string.Equals(entry.FullName.Replace('\\', '/'), "xl/workbook.xml", StringComparison.OrdinalIgnoreCase));
        using Stream xml = workbook.Open();
        return
        [
            .. from part in XDocument.Load(xml).Descendants()
               where part.Name.LocalName == "sheet"
               select part.Attribute("name")?.Value into name
               where name is not null
               select name,
        ];
    }

    private static List<string> ReadOldFormat(Stream stream)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using IExcelDataReader reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        List<string> names = [];
        do
        {
            names.Add(reader.Name);
        }
        while (reader.NextResult());
        return names;
    }
}
