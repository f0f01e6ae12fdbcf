using System.IO.Compression;

namespace ContactsPS.Client;

/// <summary>The parts of an .xlsx file, which is a zip archive of XML (ECMA-376, part 2).</summary>
internal sealed class WorkbookPackage : IDisposable
{
    /// <summary>The folder of the part of the workbook. The targets of its relationships are relative to this folder.</summary>
    private static readonly Uri s_folder = new("part:/xl/");

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Kind, string Name)> _relationships = new(StringComparer.Ordinal);

    /// <summary>Reads the names of the parts, and the relationships of the workbook.</summary>
    /// <param name="workbook">The file. It is closed with this object.</param>
    public WorkbookPackage(Stream workbook)
    {
        _archive = new ZipArchive(workbook, ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            _entries.TryAdd(entry.FullName.Replace('\\', '/'), entry);
        }

        ReadRelationships();
    }

    /// <summary>Opens a part by its name, such as xl/workbook.xml. Null when there is no such part.</summary>
    /// <param name="name">The name.</param>
    /// <param name="maximumLength">The maximum length of the unpacked part, in bytes.</param>
    public XmlPart? Open(string name, long maximumLength)
    {
        if (!_entries.TryGetValue(name, out ZipArchiveEntry? entry))
        {
            return null;
        }

        Stream content = entry.Open();
        try
        {
            return new XmlPart(content, entry.Length, maximumLength);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens a part that a workbook has only once. Some programs omit its relationship, so it is also searched by its usual
    /// name.
    /// </summary>
    /// <param name="kind">The kind, such as styles.</param>
    /// <param name="maximumLength">The maximum length of the unpacked part, in bytes.</param>
    public XmlPart? OpenRelated(string kind, long maximumLength) => Open(
        _relationships.Values.FirstOrDefault(related => related.Kind == kind).Name ?? $"xl/{kind}.xml", maximumLength);

    /// <summary>
    /// The kind, such as worksheet, and the name of a part that the workbook is related to. Null when there is no such
    /// relationship.
    /// </summary>
    public (string Kind, string Name)? FindRelated(string id) => _relationships.TryGetValue(id, out (string, string) related) ? related : null;

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private void ReadRelationships()
    {
        using XmlPart? part = Open("xl/_rels/workbook.xml.rels", XmlPart.MaximumRecordLength);
        while (part is not null && part.ReadChild(depth: 0))
        {
            if (part.IsElement("Relationship")
                && part.Xml.GetAttribute("Id") is { } id
                && part.Xml.GetAttribute("Target") is { } target
                && part.Xml.GetAttribute("TargetMode") != "External"
                && Uri.TryCreate(s_folder, target, out Uri? name))
            {
                // The last word of the type is the same in transitional and strict files.
                string type = part.Xml.GetAttribute("Type") ?? string.Empty;
                _relationships.TryAdd(id, (type[(type.LastIndexOf('/') + 1)..], Uri.UnescapeDataString(name.AbsolutePath).TrimStart('/')));
            }
        }
    }
}
