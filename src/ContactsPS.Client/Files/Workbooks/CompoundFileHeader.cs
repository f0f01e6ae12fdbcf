using System.Buffers.Binary;

namespace ContactsPS.Client;

/// <summary>
/// Checks the counts in the header of a compound file ([MS-CFB] 2.2), which is the format of .xls. The reading library reads
/// as many sectors as the header says, and some of them repeatedly. So a damaged file of a few kilobytes would fill the
/// memory.
/// </summary>
internal static class CompoundFileHeader
{
    private const int HeaderLength = 76;
    private const int SectorShift = 30;

    /// <summary>The places of the numbers of sectors: of the FAT, of the mini FAT, and of the DIFAT.</summary>
    private static readonly int[] s_counts = [44, 64, 72];

    /// <summary>Checks a file that can seek, and goes back to its beginning. A file that is not a compound file is not checked.</summary>
    /// <exception cref="ContactsException">FileMalformed: it would have more sectors than bytes for them.</exception>
    public static void Check(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        int length = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        stream.Position = 0;
        if (length < HeaderLength || !header.StartsWith(FileKinds.Compound))
        {
            return;
        }

        long sectors = stream.Length >> Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(header[SectorShift..]), (ushort)32);
        foreach (int count in s_counts)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(header[count..]) > sectors)
            {
                throw new ContactsException(
                    ErrorIds.FileMalformed, "It can't be read as an Excel workbook: its header has more sectors than the file.");
            }
        }
    }
}
