using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;

namespace ContactsPS.Client;

/// <summary>The text of a cell or of a shared text, which is read from the XML in pieces. One instance is used for all texts.</summary>
internal sealed class CellText
{
    /// <summary>The longest text, in UTF-16 units. The limit of Excel is 32,767, and other programs write longer texts.</summary>
    public const int MaximumLength = 256 * 1024;

    /// <summary>The length of an escape such as _x000D_.</summary>
    private const int EscapeLength = 7;

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789ABCDEF");

    private char[] _chars = new char[1024];
    private int _length;

    /// <summary>The text.</summary>
    public ReadOnlySpan<char> Value => _chars.AsSpan(0, _length);

    /// <summary>Removes the text.</summary>
    public void Clear() => _length = 0;

    /// <summary>Adds the text of the current element, and goes to the end of the element.</summary>
    [MethodImpl(HotPath.Compiled)]
    public void Read(XmlPart part)
    {
        XmlReader xml = part.Xml;
        if (xml.IsEmptyElement)
        {
            return;
        }

        int depth = xml.Depth;
        while (part.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                Append(xml);
            }
        }
    }

    /// <summary>
    /// Adds the text of a string item: the text of its <c>t</c>, or of all its runs. Phonetic runs, which say how the text is
    /// pronounced, are not part of it (ECMA-376, part 1, 18.4.6).
    /// </summary>
    public void ReadItem(XmlPart part)
    {
        if (part.Xml.IsEmptyElement)
        {
            return;
        }

        int depth = part.Xml.Depth;
        while (part.ReadChild(depth))
        {
            if (part.IsElement("t"))
            {
                Read(part);
            }
            else if (part.IsElement("r") && !part.Xml.IsEmptyElement)
            {
                while (part.ReadChild(depth + 1))
                {
                    if (part.IsElement("t"))
                    {
                        Read(part);
                    }
                }
            }
        }
    }

    /// <summary>
    /// Replaces the escapes of characters that XML can't contain, such as <c>_x000D_</c> (ECMA-376, part 1, 22.9.2.19).
    /// </summary>
    public void Unescape()
    {
        int escape = Value.IndexOf("_x");
        if (escape < 0)
        {
            return;
        }

        int kept = escape;
        for (int at = escape; at < _length; kept++)
        {
            ReadOnlySpan<char> rest = Value[at..];
            bool isEscape = rest is ['_', 'x', _, _, _, _, '_', ..]
                && !rest[2..6].ContainsAnyExcept(s_digits);
            _chars[kept] = isEscape ? (char)ushort.Parse(rest[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : rest[0];
            at += isEscape ? EscapeLength : 1;
        }

        _length = kept;
    }

    [MethodImpl(HotPath.Compiled)]
    private void Append(XmlReader xml)
    {
        while (true)
        {
            int length = xml.ReadValueChunk(_chars, _length, _chars.Length - _length);
            if (length == 0)
            {
                return;
            }

            _length += length;
            if (_length < _chars.Length)
            {
                continue;
            }

            if (_length > MaximumLength)
            {
                throw new InvalidDataException($"a text has more than {MaximumLength} characters; shorten it");
            }

            Array.Resize(ref _chars, 2 * _chars.Length);
        }
    }
}
