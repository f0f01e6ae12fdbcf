using System.IO.Compression;
using System.Text;

namespace ContactsPS.Client;

/// <summary>Tells what a file is by its content, and refuses the kinds that hold no table.</summary>
internal static class FileKinds
{
    /// <summary>How many bytes of a file tell its kind.</summary>
    public const int SignatureLength = 512;

    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    private static ReadOnlySpan<byte> GZip => [0x1F, 0x8B];

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private static ReadOnlySpan<byte> BZip2 => "BZh91AY"u8;

    /// <summary>The first bytes of a compound file ([MS-CFB] 2.2).</summary>
    public static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>The kind of a file that can seek, which is at its beginning again then.</summary>
    public static FileKind Find(Stream stream)
    {
        var start = new byte[SignatureLength];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        FileKind kind = Find(start.AsSpan(0, length));
        return kind switch
        {
            FileKind.Archive => FindInArchive(stream),
            FileKind.CompoundFile when Contains(stream, "EncryptedPackage") => FileKind.EncryptedWorkbook,
            _ => kind,
        };
    }

    /// <summary>The kind of a file by its first bytes. A zip archive of any kind is an archive here.</summary>
    public static FileKind Find(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(Zip))
        {
            return FileKind.Archive;
        }

        if (start.StartsWith(Compound))
        {
            return FileKind.CompoundFile;
        }

        if (start.StartsWith("%PDF-"u8))
        {
            return FileKind.Pdf;
        }

        ReadOnlySpan<byte> text = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        text = text.TrimStart(" \t\r\n"u8);
        return text switch
        {
            // A brace or a bracket alone may begin the name of a column.
            _ when StartsWith(text, "{\\rtf"u8) => FileKind.RichText,
            [(byte)'{', ..] when FollowsAny(text, "\"}"u8) => FileKind.JsonObject,
            [(byte)'[', ..] when FollowsAny(text, "{[\"]"u8) => FileKind.JsonArray,
            [(byte)'<', ..] => StartsWith(text, "<!DOCTYPE HTML"u8) || StartsWith(text, "<HTML"u8) || StartsWith(text, "<TABLE"u8)
                ? FileKind.Html : FileKind.Xml,
            _ => StartsWith(text, "BEGIN:VCARD"u8) ? FileKind.VCard : IsBinary(start) ? FileKind.Binary : FileKind.Text,
        };
    }

    /// <summary>The kind of a zip archive. The stream is at its beginning again then.</summary>
    public static FileKind FindInArchive(Stream stream)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return archive switch
            {
                _ when Has(archive, "xl/workbook.bin") => FileKind.BinaryWorkbook,
                _ when Has(archive, "xl/workbook.xml") => FileKind.Workbook,
                _ when Has(archive, "Index/Document.iwa") => FileKind.Numbers,
                _ when Has(archive, "word/document.xml") || Has(archive, "ppt/presentation.xml") => FileKind.OfficeDocument,
                _ when Has(archive, "mimetype") && Has(archive, "content.xml") => FileKind.OpenDocument,
                _ => FileKind.Archive,
            };
        }
        catch (InvalidDataException)
        {
            // It begins as an archive does, and its end is damaged or missing: what reads workbooks says so.
            return FileKind.Workbook;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    /// <summary>Whether a file begins as an archive or a picture does that may have no zero byte in its first line.</summary>
    public static bool HasBinarySignature(ReadOnlySpan<byte> start) => start.StartsWith(GZip) || start.StartsWith(Png) || start.StartsWith(BZip2);

    /// <summary>Refuses a file that is read as delimited text and isn't.</summary>
    /// <exception cref="FileKindException">It is of another kind.</exception>
    public static void CheckIsText(FileKind kind)
    {
        if (kind != FileKind.Text)
        {
            throw new FileKindException(kind, "delimited text");
        }
    }

    /// <summary>Refuses a file that is read as JSON Lines and isn't.</summary>
    /// <exception cref="FileKindException">It is of another kind.</exception>
    public static void CheckIsJsonLines(FileKind kind)
    {
        if (kind is not (FileKind.Text or FileKind.JsonObject))
        {
            throw new FileKindException(kind, "JSON Lines");
        }
    }

    /// <summary>Refuses a file that is read as a workbook and isn't.</summary>
    /// <exception cref="FileKindException">It is of another kind.</exception>
    public static void CheckIsWorkbook(FileKind kind)
    {
        if (kind is not (FileKind.Workbook or FileKind.CompoundFile))
        {
            throw new FileKindException(kind, "an Excel workbook");
        }
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> start) =>
        text.Length >= start.Length && Ascii.EqualsIgnoreCase(text[..start.Length], start);

    /// <summary>Whether one of some characters follows the first one, and blanks.</summary>
    private static bool FollowsAny(ReadOnlySpan<byte> text, ReadOnlySpan<byte> characters) =>
        text[1..].TrimStart(" \t\r\n"u8) is [byte next, ..] && characters.Contains(next);

    /// <summary>
    /// Whether a file is not text: its first line has a zero byte, which only text in UTF-16 or UTF-32 has, or it begins with
    /// the signature of another format.
    /// </summary>
    private static bool IsBinary(ReadOnlySpan<byte> start)
    {
        int end = start.IndexOfAny("\r\n"u8);
        return HasBinarySignature(start)
            || (!start.StartsWith(Encoding.Unicode.Preamble) && !start.StartsWith(Encoding.BigEndianUnicode.Preamble)
                && (end < 0 ? start : start[..end]).Contains((byte)0));
    }

    private static bool Has(ZipArchive archive, string name) => archive.Entries.Any(
        entry => string.Equals(entry.FullName.Replace('\\', '/'), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a name of a compound file's directory, which is UTF-16, is in its first bytes.</summary>
    private static bool Contains(Stream stream, string name)
    {
        var start = new byte[64 * 1024];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return start.AsSpan(0, length).IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
    }
}
