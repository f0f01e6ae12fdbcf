using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// The default encoding of a contact file: UTF-8, and each byte that is not valid UTF-8 is read as Windows-1252, which
/// Excel uses in western Europe. The choice is made for each byte and not for the whole file. So a long file or a pipe
/// is read only once, and one invalid byte in a UTF-8 file doesn't change all its accents.
/// </summary>
internal static class FileEncoding
{
    public static Encoding Utf8OrWindows1252 { get; } =
        Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    private sealed class Windows1252Fallback : DecoderFallback
    {
        /// <summary>An invalid sequence of UTF-8 has at most three bytes.</summary>
        public override int MaxCharCount => 3;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Windows1252Buffer();
    }

    private sealed class Windows1252Buffer : DecoderFallbackBuffer
    {
        private static readonly Encoding s_windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

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
