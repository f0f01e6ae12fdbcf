namespace ContactsPS.Client;

/// <summary>Recognises workbooks by their first bytes, independently of their names.</summary>
internal static class FileSignature
{
    /// <summary>The number of bytes to read.</summary>
    public const int Length = 4;

    /// <summary>Whether a file is a zip archive, such as .xlsx (APPNOTE.TXT, 4.3.7).</summary>
    public static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\x03\x04"u8);

    /// <summary>Whether a file is a compound file, such as .xls ([MS-CFB], 2.2).</summary>
    public static bool IsCompound(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>Reads the first bytes of a seekable stream, and sets its position back to the start.</summary>
    public static byte[] Read(Stream stream)
    {
        var start = new byte[Length];
        int length = stream.ReadAtLeast(start, Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return start[..length];
    }
}
