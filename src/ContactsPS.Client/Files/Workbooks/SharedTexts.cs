using System.Buffers.Binary;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// The shared texts of a workbook: Excel stores each text once, and cells contain its number. They are kept as UTF-8 in a few
/// large blocks, which use a third of the memory of strings.
/// </summary>
internal sealed class SharedTexts
{
    /// <summary>The most memory for the texts, in bytes.</summary>
    private const int MaximumSize = 96 * 1024 * 1024;

    /// <summary>The longest part with shared texts, in bytes of XML.</summary>
    private const long MaximumPartLength = 512L * 1024 * 1024;

    /// <summary>A block has 1 MiB, so the longest text fits into it. The low bits of a place are the place in the block.</summary>
    private const int BlockBits = 20;
    private const int BlockLength = 1 << BlockBits;
    private const int IndexBits = 16;
    private const int IndexLength = 1 << IndexBits;
    private const int PrefixLength = sizeof(int);

    private readonly List<byte[]> _blocks = [];

    /// <summary>The place of each text. The arrays have a fixed length, so that no array must grow.</summary>
    private readonly List<int[]> _places = [];
    private int _end = BlockLength;

    /// <summary>The number of texts.</summary>
    public int Count { get; private set; }

    /// <summary>Reads the shared texts of a workbook. A workbook without such a part has none.</summary>
    /// <exception cref="InvalidDataException">They need too much memory.</exception>
    public static SharedTexts Read(WorkbookPackage package)
    {
        var texts = new SharedTexts();
        using XmlPart? part = package.OpenRelated("sharedStrings", MaximumPartLength);
        if (part is null)
        {
            return texts;
        }

        var text = new CellText();
        while (part.ReadChild(depth: 0))
        {
            part.AllowRecord();
            if (part.IsElement("si"))
            {
                text.Clear();
                text.ReadItem(part);
                text.Unescape();
                texts.Add(text.Value);
            }
        }

        return texts;
    }

    /// <summary>A text in UTF-8.</summary>
    /// <param name="index">Its number, from 0.</param>
    public ReadOnlySpan<byte> Get(int index)
    {
        int place = _places[index >> IndexBits][index & (IndexLength - 1)];
        ReadOnlySpan<byte> text = _blocks[place >> BlockBits].AsSpan(place & (BlockLength - 1));
        return text.Slice(PrefixLength, BinaryPrimitives.ReadInt32LittleEndian(text));
    }

    private void Add(ReadOnlySpan<char> text)
    {
        int needed = PrefixLength + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_end + needed > BlockLength)
        {
            needed = PrefixLength + Encoding.UTF8.GetByteCount(text);
        }

        if (_end + needed > BlockLength)
        {
            Grow(_blocks, BlockLength);
            _end = 0;
        }

        if (Count >> IndexBits == _places.Count)
        {
            Grow(_places, IndexLength);
        }

        byte[] block = _blocks[^1];
        int length = Encoding.UTF8.GetBytes(text, block.AsSpan(_end + PrefixLength));
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(_end), length);
        _places[^1][Count & (IndexLength - 1)] = ((_blocks.Count - 1) << BlockBits) + _end;
        _end += PrefixLength + length;
        Count++;
    }

    private void Grow<T>(List<T[]> parts, int length)
    {
        long size = ((long)_blocks.Count * BlockLength) + ((long)_places.Count * IndexLength * sizeof(int));
        if (size >= MaximumSize)
        {
            throw new InvalidDataException(
                $"its texts take more than {MaximumSize / 1024 / 1024} MiB; save the sheet as CSV, or divide the workbook");
        }

        parts.Add(new T[length]);
    }
}
