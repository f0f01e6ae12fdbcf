using System.Buffers.Binary;

namespace ContactsPS.Client;

/// <summary>
/// Checks the header of a compound file ([MS-CFB] 2.2), which is the format of .xls. The reading library makes buffers of
/// the size of a sector that the header gives, reads as many sectors as it says, and some of them repeatedly. So a damaged
/// file of a few kilobytes would fill the memory.
/// </summary>
internal static class CompoundFileHeader
{
    private const int HeaderLength = 76;
    private const int SectorShift = 30;
    private const int MiniSectorShift = 32;

    /// <summary>The places of the numbers of sectors: of the FAT, of the mini FAT, and of the DIFAT.</summary>
    private static readonly int[] s_counts = [44, 64, 72];

    /// <summary>Checks a file that can seek, and goes back to its beginning. A file that is not a compound file is not checked.</summary>
    /// <exception cref="ContactsException">
    /// FileMalformed: its sectors have a size that doesn't exist, or there would be more of them than the file has bytes for.
    /// </exception>
    public static void Check(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        int length = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        stream.Position = 0;
        if (length < HeaderLength || !header.StartsWith(FileKinds.Compound))
        {
            return;
        }

        // 512 or 4,096 bytes, and 64 for a mini sector. There are no others.
        ushort shift = BinaryPrimitives.ReadUInt16LittleEndian(header[SectorShift..]);
        if (shift is not (9 or 12) || BinaryPrimitives.ReadUInt16LittleEndian(header[MiniSectorShift..]) != 6)
        {
            throw Malformed("its header gives a size of sectors that doesn't exist");
        }

        long sectors = stream.Length >> shift;
        foreach (int count in s_counts)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(header[count..]) > sectors)
            {
                throw Malformed("its header has more sectors than the file");
            }
        }
    }

    private static ContactsException Malformed(string reason) =>
        new(ErrorIds.FileMalformed, $"It can't be read as an Excel workbook: {reason}.");
}
