using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace ContactsPS.Client;

/// <summary>
/// Finds the cells of a sheet that hold an error, as <c>#N/A</c>: the library that reads the sheet gives them as empty
/// ones, which would go out as such. The sheet is read a second time, beside the library and in step with it, so that no
/// more than a cell is held. Only of .xlsx: an .xls has no parts that can be read by themselves.
/// </summary>
internal sealed class SheetErrors : IDisposable
{
    private static readonly XNamespace s_documentRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ZipArchive _parts;
    private readonly IEnumerator<(long Line, int Column, string Text)> _cells;
    private bool _isMore;

    /// <summary>Goes to the first error.</summary>
    /// <param name="workbook">An .xlsx file, which others may read too; not closed with this.</param>
    /// <param name="sheet">The place of the sheet in the workbook, from 0.</param>
    public SheetErrors(Stream workbook, int sheet)
    {
        _parts = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        ZipArchiveEntry? part = FindSheet(sheet);
        _cells = ReadCells(part is not null && MayHoldErrors(part) ? part : null).GetEnumerator();
        _isMore = _cells.MoveNext();
    }

    /// <summary>The errors of a row, by their columns, from 0. To be asked in ascending order.</summary>
    public IEnumerable<(int Column, string Text)> Find(long line)
    {
        while (_isMore && _cells.Current.Line <= line)
        {
            if (_cells.Current.Line == line)
            {
                yield return (_cells.Current.Column, _cells.Current.Text);
            }

            _isMore = _cells.MoveNext();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cells.Dispose();
        _parts.Dispose();
    }

    /// <summary>
    /// Whether the XML of a sheet may have a cell of type e. To look for the bytes costs little beside what the library
    /// takes, and most sheets have none.
    /// </summary>
    private static bool MayHoldErrors(ZipArchiveEntry sheet)
    {
        using Stream xml = sheet.Open();
        var block = new byte[64 * 1024];

        // The last bytes of a block stay in front of the next: what is looked for may lie across the two.
        int kept = 0;
        for (int length = xml.Read(block); length > 0; length = xml.Read(block.AsSpan(kept)))
        {
            ReadOnlySpan<byte> part = block.AsSpan(0, kept + length);
            if (part.IndexOf("\"e\""u8) >= 0 || part.IndexOf("'e'"u8) >= 0 || part.Contains((byte)0))
            {
                // A zero byte: it is no UTF-8, and the XML reader has to tell.
                return true;
            }

            kept = Math.Min(2, part.Length);
            part[^kept..].CopyTo(block);
        }

        return false;
    }

    private static IEnumerable<(long Line, int Column, string Text)> ReadCells(ZipArchiveEntry? sheet)
    {
        if (sheet is null)
        {
            yield break;
        }

        using var xml = XmlReader.Create(sheet.Open(), new XmlReaderSettings { CloseInput = true });
        long line = 0;
        int column = 0;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                // Where rows stand and where columns do is optional: behind the one before, then.
                _ = long.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out long own);
                line = Math.Max(line + 1, own);
                column = 0;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                column = ReadColumn(xml.GetAttribute("r")) is > 0 and int own ? own : column + 1;
                if (xml.GetAttribute("t") == "e" && xml.ReadToDescendant("v", xml.NamespaceURI))
                {
                    yield return (line, column - 1, xml.ReadElementContentAsString());
                }
            }
        }
    }

    /// <summary>The column of a reference as C5, from 1; 0 where it has none.</summary>
    private static int ReadColumn(string? reference) => (reference ?? string.Empty)
        .TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => (26 * column) + char.ToUpperInvariant(letter) - 'A' + 1);

    private ZipArchiveEntry? FindSheet(int sheet)
    {
        string? id = Load("xl/workbook.xml").Descendants().Where(part => part.Name.LocalName == "sheet")
            .ElementAt(sheet).Attribute(s_documentRelationships + "id")?.Value;
        string? target = Load("xl/_rels/workbook.xml.rels").Descendants()
            .FirstOrDefault(link => link.Attribute("Id")?.Value == id)?.Attribute("Target")?.Value;
        return target is null ? null : Find(target.StartsWith("/xl/", StringComparison.OrdinalIgnoreCase) ? target[1..] : $"xl/{target}");
    }

    private XDocument Load(string name)
    {
        using Stream part = Find(name)?.Open() ?? throw new InvalidDataException($"There is no {name} in it.");
        return XDocument.Load(part);
    }

    private ZipArchiveEntry? Find(string name) => _parts.Entries.FirstOrDefault(
        entry => string.Equals(entry.FullName.Replace('\\', '/'), name, StringComparison.OrdinalIgnoreCase));
}
