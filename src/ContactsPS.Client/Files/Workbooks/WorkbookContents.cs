using System.Xml;

namespace ContactsPS.Client;

/// <summary>The sheets of a workbook, in their order, and the day from which it counts dates.</summary>
/// <param name="Sheets">The sheets.</param>
/// <param name="IsFrom1904">Whether days are counted from 1904-01-01 instead of 1900-01-01.</param>
internal sealed record WorkbookContents(IReadOnlyList<WorkbookSheet> Sheets, bool IsFrom1904)
{
    /// <summary>The namespaces of relationships, of transitional and of strict files.</summary>
    private static readonly string[] s_relationships =
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ];

    /// <summary>Reads the part of the workbook itself.</summary>
    public static WorkbookContents Read(WorkbookPackage package)
    {
        List<WorkbookSheet> sheets = [];
        bool isFrom1904 = false;
        using XmlPart part = package.Open("xl/workbook.xml", XmlPart.MaximumRecordLength)
            ?? throw new InvalidDataException("its part xl/workbook.xml is missing");
        while (part.ReadChild(depth: 0))
        {
            if (part.IsElement("workbookPr"))
            {
                isFrom1904 = part.Xml.GetAttribute("date1904") is "1" or "true" or "on";
            }
            else if (part.IsElement("sheets") && !part.Xml.IsEmptyElement)
            {
                while (part.ReadChild(depth: 1))
                {
                    sheets.Add(ReadSheet(part.Xml, package));
                }

                // The rest of the file is not needed.
                break;
            }
        }

        return new WorkbookContents(sheets, isFrom1904);
    }

    private static WorkbookSheet ReadSheet(XmlReader xml, WorkbookPackage package)
    {
        string? id = s_relationships.Select(name => xml.GetAttribute("id", name)).FirstOrDefault(found => found is not null);
        return new WorkbookSheet(
            xml.GetAttribute("name") ?? string.Empty,
            xml.GetAttribute("state") is not (null or "visible"),
            id is not null && package.FindRelated(id) is ("worksheet", var name) ? name : null);
    }
}
