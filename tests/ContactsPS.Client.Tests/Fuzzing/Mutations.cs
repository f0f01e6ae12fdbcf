using System.Text;
using CsCheck;

namespace ContactsPS.Client.Tests.Fuzzing;

/// <summary>Makes damaged and hostile inputs of valid ones.</summary>
internal static class Mutations
{
    /// <summary>The longest input, in bytes.</summary>
    public const int MaximumLength = 64 * 1024;

    private const int MaximumCount = 8;
    private const int Kinds = 9;

    /// <summary>Bytes that mean something in one of the formats, or are invalid in UTF-8.</summary>
    private static readonly byte[][] s_common =
    [
        [0], [0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xED, 0xA0, 0x80], [0xC3], [0xF0, 0x9F, 0x98], [0x1B, (byte)'[', (byte)'3'],
        .. Texts("\r", "\n", "\r\n", "\"", "\"\"", ",", ";", "\t", "|", " ", "'", "=", "+", "-1", "0", "9999999999999999999999", "1e400", "NaN", "\u202E", "\u200B", "\u00A0", "\u2028", "\u0130", "😀", "+33612345678"),
    ];

    private static readonly Gen<Mutation> s_mutation = Gen.Select(
        Gen.Int[0, Kinds - 1], Gen.UInt, Gen.UInt, Gen.Byte, (kind, place, length, value) => new Mutation(kind, place, length, value));

    /// <summary>Texts as UTF-8.</summary>
    public static byte[][] Texts(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The files of the corpus with a prefix, which are copied to the folder of the tests.</summary>
    public static byte[][] Corpus(string prefix)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Fuzzing", "Corpus");
        byte[][] files = [.. Directory.GetFiles(folder, $"{prefix}*").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        Assert.NotEmpty(files);
        return files;
    }

    /// <summary>An input of the corpus with up to eight changes.</summary>
    /// <param name="corpus">Valid inputs.</param>
    /// <param name="tokens">What may be inserted, besides bytes that matter in any format.</param>
    public static Gen<byte[]> Of(byte[][] corpus, params byte[][] tokens)
    {
        byte[][] all = [.. s_common, .. tokens];
        return Gen.Select(Gen.Int[0, corpus.Length - 1], s_mutation.Array[0, MaximumCount], (index, mutations) =>
        {
            byte[] input = corpus[index];
            foreach (Mutation mutation in mutations)
            {
                input = mutation.Apply(input, corpus, all);
                input = input.Length > MaximumLength ? input[..MaximumLength] : input;
            }

            return input;
        });
    }

    /// <summary>One change.</summary>
    private sealed record Mutation(int Kind, uint Place, uint Length, byte Value)
    {
        public byte[] Apply(byte[] input, byte[][] corpus, byte[][] tokens)
        {
            int start = (int)(Place % (uint)(input.Length + 1));
            int end = start + (int)(Length % (uint)(Math.Min(input.Length - start, 256) + 1));
            byte[] other = corpus[Length % (uint)corpus.Length];
            return Kind switch
            {
                0 => [.. input[..start], Value, .. input[Math.Min(start + 1, input.Length)..]],
                1 => [.. input[..start], Value, .. input[start..]],
                2 => [.. input[..start], .. input[end..]],
                3 => input[..start],
                4 => [.. input[..end], .. input[start..]],
                5 => [.. input[..start], .. Enumerable.Repeat(input[start..end], Value * 4).SelectMany(part => part), .. input[end..]],
                6 => [.. input[..start], .. other[(int)(Value * (uint)other.Length / 256)..]],
                _ => [.. input[..start], .. tokens[Length % (uint)tokens.Length], .. input[(Kind == Kinds - 1 ? start : end)..]],
            };
        }
    }
}
