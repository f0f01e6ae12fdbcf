namespace ContactsPS.Client;

/// <summary>Tells workbooks by the bytes they begin with, whatever they are called.</summary>
internal static class FileSignature
{
    /// <summary>How many bytes tell.</summary>
    public const int Length = 4;

    /// <summary>Whether a file is a zip archive, as .xlsx is (APPNOTE.TXT, 4.3.7).</summary>
    public static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\x03\x04"u8);

    /// <summary>Whether a file is a compound file, as .xls is ([MS-CFB], 2.2).</summary>
    public static bool IsCompound(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>The first bytes of a file that can seek, which is at its beginning again then.</summary>
    public static byte[] Read(Stream stream)
    {
        var start = new byte[Length];
        int length = stream.ReadAtLeast(start, Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return start[..length];
    }
}
