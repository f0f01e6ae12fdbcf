using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// The default encoding of a contact file: UTF-8, and each byte that is not valid UTF-8 is read as Windows-1252, which
/// Excel uses in western Europe. The choice is made for each byte and not for the whole file. So a long file or a pipe
/// is read only once, and one invalid byte in a UTF-8 file doesn't change all its accents.
/// </summary>
internal static class FileEncoding
{
    /// <summary>The code page that Excel uses in western Europe.</summary>
    public const int Windows1252 = 1252;

    public static Encoding Utf8OrWindows1252 { get; } =
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    /// <summary>
    /// The encoding of a text in UTF-16 or UTF-32 without a byte order mark. In western languages, nearly each character has
    /// zero bytes before or after its only other byte. Null for any other text.
    /// </summary>
    /// <param name="start">The first bytes of the file.</param>
    public static Encoding? FindUnmarked(ReadOnlySpan<byte> start)
    {
        const int FewestCharacters = 4;
        int characters = start.Length / 2;
        int first = 0;
        int second = 0;
        for (int i = 0; i < characters; i++)
        {
            first += start[2 * i] == 0 ? 1 : 0;
            second += start[(2 * i) + 1] == 0 ? 1 : 0;
        }

        // A character of UTF-32 has a zero byte on both sides.
        if (first + second > characters + (characters / 4) && characters / 2 >= FewestCharacters)
        {
            return FindUtf32(start);
        }

        // A few characters have their zero on the other side.
        const int Few = 8;
        return characters < FewestCharacters ? null
            : second > characters / 2 && first * Few <= characters ? Encoding.Unicode
            : first > characters / 2 && second * Few <= characters ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>
    /// Whether a text looks like UTF-16 or UTF-32 of any language: most of its delimiters and line breaks stand beside a NUL.
    /// <see cref="FindUnmarked"/> says which of them it is, for western languages only.
    /// </summary>
    /// <param name="start">The first bytes of the file.</param>
    public static bool IsWide(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> marks = ",;\t|\r\n"u8;
        int wide = 0;
        int narrow = 0;
        for (int i = 0; i + 1 < start.Length; i += 2)
        {
            byte mark = start[i] == 0 ? start[i + 1] : start[i + 1] == 0 ? start[i] : (byte)0;
            if (marks.Contains(mark))
            {
                wide++;
            }
            else
            {
                narrow += (marks.Contains(start[i]) ? 1 : 0) + (marks.Contains(start[i + 1]) ? 1 : 0);
            }
        }

        // A text in UTF-8 may have a NUL too, but not beside most of its delimiters.
        return wide >= 2 && wide > narrow;
    }

    /// <summary>The encoding of a text most of whose characters are three zero bytes and one other byte. Null for any other text.</summary>
    private static Encoding? FindUtf32(ReadOnlySpan<byte> start)
    {
        int little = 0;
        int big = 0;
        int characters = start.Length / 4;
        for (int i = 0; i < characters; i++)
        {
            ReadOnlySpan<byte> bytes = start.Slice(4 * i, 4);
            little += bytes is [not 0, 0, 0, 0] ? 1 : 0;
            big += bytes is [0, 0, 0, not 0] ? 1 : 0;
        }

        return little > characters * 3 / 4 ? Encoding.UTF32
            : big > characters * 3 / 4 ? new UTF32Encoding(bigEndian: true, byteOrderMark: true)
            : null;
    }

    private sealed class Windows1252Fallback : DecoderFallback
    {
        /// <summary>An invalid sequence of UTF-8 has at most three bytes.</summary>
        public override int MaxCharCount => 3;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Windows1252Buffer();
    }

    private sealed class Windows1252Buffer : DecoderFallbackBuffer
    {
        private static readonly Encoding s_windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!;

        private string _text = string.Empty;
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _text = s_windows1252.GetString(bytesUnknown);
            _next = 0;
            return true;
        }

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
            {
                return false;
            }

            _next--;
            return true;
        }

        public override void Reset()
        {
            _text = string.Empty;
            _next = 0;
        }
    }
}
