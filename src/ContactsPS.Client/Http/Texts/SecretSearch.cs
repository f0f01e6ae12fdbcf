using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Finds a secret in a text: as it is, in upper or lower case, with escape sequences (of URLs, JSON and HTML, also one
/// inside another), in Base64, Base64url or hexadecimal digits (alone or as a part of a longer value, such as
/// <c>login:key</c>), and with blanks or line breaks in it. The text is decoded, instead of the secret encoded: a secret
/// has too many encoded forms to list. The work is bounded by the length of the text.
/// </summary>
/// <param name="secret">The secret: ASCII characters without blanks.</param>
internal sealed class SecretSearch(string secret)
{
    /// <summary>The number of times that escape sequences are decoded.</summary>
    private const int MaximumSteps = 4;

    /// <summary>The length from which on a decoded secret is searched. A shorter one could be a part of any text.</summary>
    private const int MinimumDecodedLength = 8;

    private readonly byte[] _bytes = Encoding.ASCII.GetBytes(secret);

    /// <summary>
    /// The secret, and what is left of it when it is decoded with a text around it: a secret may itself contain an escape
    /// sequence, such as <c>%41</c>.
    /// </summary>
    private readonly string[] _texts = DecodeAll(secret);

    /// <summary>Finds the secret.</summary>
    /// <returns>For each character of the text, whether it is a part of the secret.</returns>
    public bool[] Find(string text)
    {
        var found = new bool[text.Length];
        DecodedText? decoded = DecodedText.Of(text);
        for (int step = 0; step <= MaximumSteps && decoded is not null; step++)
        {
            FindPlain(decoded, found);
            FindEncoded(decoded, bits: 6, offsets: 4, ReadBase64, found);
            FindEncoded(decoded, bits: 4, offsets: 2, ReadHex, found);
            decoded = decoded.Decode();
        }

        return found;
    }

    private static int ReadBase64(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => -1,
    };

    private static int ReadHex(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };

    private static void Mark(DecodedText text, int first, int last, bool[] found)
    {
        (int start, int end) = text.Locate(first, last);
        found.AsSpan(start..end).Fill(true);
    }

    /// <summary>Decodes characters that have a number of bits each. Incomplete bits at the end are dropped.</summary>
    private static byte[] ToBytes(ReadOnlySpan<char> run, int bits, Func<char, int> valueOf)
    {
        var bytes = new byte[run.Length * bits / 8];
        int held = 0;
        int heldBits = 0;
        int length = 0;
        foreach (char c in run)
        {
            held = ((held << bits) | valueOf(c)) & 0xFFFF;
            heldBits += bits;
            if (heldBits >= 8)
            {
                heldBits -= 8;
                bytes[length++] = (byte)(held >> heldBits);
            }
        }

        return bytes;
    }

    private static string[] DecodeAll(string secret)
    {
        List<string> texts = [secret];
        DecodedText? decoded = DecodedText.Of(secret).Decode();
        for (int step = 1; step <= MaximumSteps && decoded is not null; step++)
        {
            if (decoded.Characters.Length >= MinimumDecodedLength)
            {
                texts.Add(decoded.Characters.ToString());
            }

            decoded = decoded.Decode();
        }

        return [.. texts];
    }

    private void FindPlain(DecodedText text, bool[] found)
    {
        foreach (string searched in _texts)
        {
            int at = 0;
            while (text.Characters[at..].IndexOf(searched, StringComparison.OrdinalIgnoreCase) is >= 0 and int next)
            {
                at += next;
                Mark(text, at, at + searched.Length - 1, found);
                at++;
            }
        }
    }

    /// <summary>
    /// Finds the secret in encoded values. A value is a run of characters of the encoding, and it may begin in the middle
    /// of a group, because the text before it may consist of the same characters. So each offset is tried.
    /// </summary>
    private void FindEncoded(DecodedText text, int bits, int offsets, Func<char, int> valueOf, bool[] found)
    {
        ReadOnlySpan<char> all = text.Characters;
        int start = 0;
        while (start < all.Length)
        {
            int end = start;
            while (end < all.Length && valueOf(all[end]) >= 0)
            {
                end++;
            }

            for (int offset = 0; offset < offsets && (end - start - offset) * bits / 8 >= _bytes.Length; offset++)
            {
                FindBytes(text, start + offset, ToBytes(all[(start + offset)..end], bits, valueOf), bits, found);
            }

            start = end + 1;
        }
    }

    private void FindBytes(DecodedText text, int start, byte[] bytes, int bits, bool[] found)
    {
        int at = 0;
        while (bytes.AsSpan(at).IndexOf(_bytes) is >= 0 and int next)
        {
            at += next;
            Mark(text, start + (at * 8 / bits), start + ((((at + _bytes.Length) * 8) - 1) / bits), found);
            at++;
        }
    }
}
