using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ContactsPS.Client;

/// <summary>
/// Reads the digits of a text that has only digits and plain marks between them, in one pass over ASCII bytes. A text that may
/// mean more than its digits is left to <see cref="NumberText"/>, which gives the same results for all texts.
/// </summary>
internal static class DigitScan
{
    /// <summary>The most digits that are read. E.164 has 15, and 00 or a national prefix may stand before them.</summary>
    public const int MostDigits = 20;

    /// <summary>A part of a text with fewer digits is no number of its own.</summary>
    public const int FewestOfNumber = 6;

    /// <summary>The most digits of a count before a number: 2. 030 1234567.</summary>
    public const int MostOfCount = 2;

    /// <summary>The fewest digits of a number behind a count, with its national prefix.</summary>
    public const int FewestBehindCount = 7;

    private const int MostDigitsOfDate = 8;

    /// <summary>A calling code has as many digits. Behind more, a bracket may begin something else than the number.</summary>
    private const int MostBeforeBracket = 3;

    /// <summary>Fewer digits in brackets may be a national prefix: +33 (0)6.</summary>
    private const int FewestInBrackets = 3;

    /// <summary>Reads a text that is only digits, or a plus and digits: they are a part of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="digits">The digits, ASCII.</param>
    /// <param name="form">How the number begins.</param>
    /// <returns>False if the text has other characters, or is shorter or longer.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadCompact(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> digits, out NumberForm form)
    {
        form = NumberForm.National;
        digits = text;
        if (!text.IsEmpty && text[0] == '+')
        {
            form = NumberForm.Plus;
            digits = text[1..];
        }

        // The first eight digits and the last eight.
        if (digits.Length is < sizeof(ulong) or > 2 * sizeof(ulong)
            || !AreDigits(MemoryMarshal.Read<ulong>(digits)) || !AreDigits(MemoryMarshal.Read<ulong>(digits[^sizeof(ulong)..])))
        {
            return false;
        }

        if (form == NumberForm.National && digits[0] == '0' && digits[1] == '0')
        {
            form = NumberForm.DoubleZero;
        }

        return true;
    }

    /// <summary>Reads digits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="digits">Gets them; at least <see cref="MostDigits"/> long.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="form">How the number begins.</param>
    /// <returns>False if the text is left to <see cref="NumberText"/>.</returns>
    [MethodImpl(HotPath.Compiled)]
    public static bool TryRead(ReadOnlySpan<byte> text, Span<byte> digits, out int count, out NumberForm form)
    {
        int read = 0, blanks = 0, dots = 0, dashes = 0, zeroAt = 0, countedAt = 0, openedAt = -1, shortestInBrackets = int.MaxValue;
        int start = 0;
        form = NumberForm.National;
        count = 0;
        if (!text.IsEmpty && text[0] == '+')
        {
            form = NumberForm.Plus;
            start = 1;
        }

        for (int i = start; i < text.Length; i++)
        {
            byte c = text[i];
            if ((uint)(c - '0') <= 9)
            {
                if (read == MostDigits)
                {
                    return false;
                }

                digits[read++] = c;
                continue;
            }

            // What begins with a zero behind a mark may be a number of its own, behind another one or a count.
            if (read > 0 && i + 1 < text.Length && text[i + 1] == '0')
            {
                countedAt = read <= MostOfCount && digits[0] != '0' ? read : countedAt;
                zeroAt = read >= FewestOfNumber && zeroAt == 0 ? read : zeroAt;
            }

            switch (c)
            {
                case (byte)' ':
                    blanks += read > 0 && i + 1 < text.Length && NumberSymbols.IsDigit(text[i + 1]) ? 1 : 0;
                    break;
                case (byte)'-' when read > 0 && text[i - 1] != c:
                    dashes++;
                    break;
                case (byte)'.' when read > 0 && text[i - 1] != c:
                    dots++;
                    break;
                case (byte)'(' when read <= MostBeforeBracket:
                    openedAt = read;
                    break;
                case (byte)')' when openedAt >= 0:
                    shortestInBrackets = Math.Min(shortestInBrackets, read - openedAt);
                    openedAt = -1;
                    break;
                default:
                    return false;
            }
        }

        count = read;
        if (form == NumberForm.National && digits[0] == '0' && digits[1] == '0')
        {
            form = NumberForm.DoubleZero;
        }

        // A lone dot may be a decimal point.
        return read >= FewestOfNumber && dots != 1
            && (shortestInBrackets >= FewestInBrackets || form == NumberForm.National)
            && (zeroAt == 0 || read - zeroAt < FewestOfNumber)
            && (countedAt == 0 || read - countedAt < FewestBehindCount || form != NumberForm.National)
            && (form != NumberForm.National || !MayBeData(text, read, blanks, dots, dashes));
    }

    /// <summary>Whether a text may be a date, a pair of coordinates or an internet address.</summary>
    private static bool MayBeData(ReadOnlySpan<byte> text, int read, int blanks, int dots, int dashes)
    {
        // A date begins with a day, a month or a year: 0 to 3, or a digit by itself. A dash may follow it.
        bool hasStartOfDate = text[0] <= '3' || text[1] is < (byte)'0' or > (byte)'9';
        bool hasMarksOfDate = dots == 2 || dashes is 1 or 2 || blanks == 2 || text[^1] == '-';
        bool mayBeDate = read <= MostDigitsOfDate && hasStartOfDate && hasMarksOfDate;

        // Two dates have four marks, and another kind of mark between them.
        bool hasOneKindOfMark = (dots == 0 || dashes + blanks == 0) && (dashes == 0 || blanks == 0);
        bool mayBeTwoDates = !hasOneKindOfMark && dots + dashes + blanks > 4;
        bool mayBeCoordinates = dots is 2 or 3 && blanks > 0;
        bool mayBeAddress = dots == 3 && (text[0] != '0' || text[1] == '.' || read <= MostDigitsOfDate);
        return mayBeDate || mayBeTwoDates || mayBeCoordinates || mayBeAddress;
    }

    /// <summary>Whether eight bytes are ASCII digits: each is 0x30 to 0x3F, and still is with 6 added.</summary>
    private static bool AreDigits(ulong bytes)
    {
        const ulong HighHalves = 0xF0F0F0F0F0F0F0F0;
        const ulong Sixes = 0x0606060606060606;
        const ulong Threes = 0x3333333333333333;
        return ((bytes & HighHalves) | (((bytes + Sixes) & HighHalves) >> 4)) == Threes;
    }

    /// <summary>
    /// Room for the digits of a number. A stackalloc would have the runtime guard the frame, and copy the spans that are
    /// passed to the method, at a quarter of what reading a number takes.
    /// </summary>
    [InlineArray(MostDigits)]
    internal struct Buffer
    {
        private byte _first;
    }
}
