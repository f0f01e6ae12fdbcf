using System.Runtime.CompilerServices;
using System.Xml;

namespace ContactsPS.Client;

/// <summary>
/// Reads a part of a workbook node by node (ECMA-376, part 1; transitional and strict). It uses a limited amount of memory,
/// whatever the part contains.
/// </summary>
internal sealed class XmlPart : IDisposable
{
    /// <summary>The longest record, such as a row of a sheet, in bytes of XML.</summary>
    public const int MaximumRecordLength = 8 * 1024 * 1024;

    /// <summary>The most elements inside each other. A workbook has about ten.</summary>
    private const int MaximumDepth = 64;

    private readonly BoundedStream _stream;
    private readonly XmlReader _xml;
    private readonly long _length;
    private readonly long _maximumLength;
    private string _namespace = string.Empty;

    /// <summary>Goes to the root element.</summary>
    /// <param name="content">The content. It is closed with this object.</param>
    /// <param name="length">The length that the archive says, in bytes.</param>
    /// <param name="maximumLength">The maximum length, in bytes.</param>
    /// <exception cref="InvalidDataException">It is not XML, or its root has another namespace than a workbook.</exception>
    public XmlPart(Stream content, long length, long maximumLength)
    {
        _stream = new BoundedStream(content);
        _length = length;
        _maximumLength = maximumLength;
        _xml = XmlReader.Create(_stream, new XmlReaderSettings
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new BoundedNameTable(),
            XmlResolver = null,
        });
        AllowRecord();
        GoToRoot();
    }

    /// <summary>The current node.</summary>
    public XmlReader Xml => _xml;

    /// <summary>How much of the part was read, from 0 to 1. Null when its length is not known.</summary>
    public double? Progress => _length > 0 ? Math.Min(1, (double)_stream.Position / _length) : null;

    /// <summary>Allows the length of another record from here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AllowRecord() => _stream.Limit = Math.Min(_maximumLength, _stream.Position + MaximumRecordLength);

    /// <summary>Goes to the next node. False at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Read()
    {
        if (!_xml.Read())
        {
            return false;
        }

        return _xml.Depth <= MaximumDepth
            ? true : throw new InvalidDataException($"it has more than {MaximumDepth} elements inside each other; no workbook has so many");
    }

    /// <summary>Whether the current node is the start of an element of a workbook.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsElement(string name) =>
        _xml.NodeType == XmlNodeType.Element && _xml.LocalName == name && _xml.NamespaceURI == _namespace;

    /// <summary>
    /// Goes to the next child of the element at a depth, and skips the nodes below it. False after the last child.
    /// </summary>
    /// <param name="depth">The depth of the parent.</param>
    [MethodImpl(HotPath.Compiled)]
    public bool ReadChild(int depth)
    {
        while (Read())
        {
            int at = _xml.Depth;
            if (at <= depth)
            {
                return false;
            }

            if (at == depth + 1 && _xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private void GoToRoot()
    {
        try
        {
            do
            {
                if (!Read())
                {
                    throw new InvalidDataException("it is empty");
                }
            }
            while (_xml.NodeType != XmlNodeType.Element);
        }
        catch (XmlException error)
        {
            // The runtime's message about a document type advises programmers to allow it.
            throw new InvalidDataException(
                _stream.HasDocumentType
                    ? "it begins with a document type (DTD), which no program writes into a workbook and which can be used for attacks; save the workbook again in Excel"
                    : $"it is not XML from position {error.LinePosition} of line {error.LineNumber} on",
                error);
        }

        _stream.IsAtStart = false;
        _namespace = _xml.NamespaceURI;
    }
}
