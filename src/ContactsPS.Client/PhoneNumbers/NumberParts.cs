namespace ContactsPS.Client;

/// <summary>What stands between two digits of a number.</summary>
[Flags]
internal enum NumberMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A mark that phone numbers have: a blank, a dot, a dash, a bracket.</summary>
    Plain = 1,

    /// <summary>A mark that more often stands between two numbers: a slash, a comma.</summary>
    Divider = 2,

    /// <summary>The end of a line.</summary>
    LineBreak = 4,

    /// <summary>A plus, which can only stand before a number.</summary>
    Plus = 8,

    /// <summary>An opening bracket: behind a whole number it begins something else.</summary>
    Bracket = 16,
}

/// <summary>The digits of a text without letters, and the marks between them.</summary>
internal sealed class NumberParts
{
    /// <summary>Not even two numbers have more digits.</summary>
    private const int MostDigits = 64;

    private readonly byte[] _digits = new byte[MostDigits];

    /// <summary>What stands before each digit.</summary>
    private readonly NumberMarks[] _marks = new NumberMarks[MostDigits + 1];

    private int _count;

    private NumberParts()
    {
    }

    /// <summary>The digits, in ASCII.</summary>
    public ReadOnlySpan<byte> Digits => _digits.AsSpan(0, _count);

    /// <summary>How the number begins.</summary>
    public NumberForm Form { get; private set; }

    /// <summary>Where the digits in the first pair of brackets behind a digit start. 0: there are no such brackets.</summary>
    public int BracketStart { get; private set; }

    /// <summary>How many digits are in that pair of brackets.</summary>
    public int BracketLength { get; private set; }

    /// <summary>Whether any mark is one that numbers don't have, except the slash; one at the end counts.</summary>
    public bool HasOddMark { get; private set; }

    /// <summary>Reads symbols (see <see cref="NumberSymbols"/>).</summary>
    /// <returns>Null where some of them have no place in phone numbers, or not there.</returns>
    public static NumberParts? Read(ReadOnlySpan<byte> symbols)
    {
        var parts = new NumberParts();
        bool hasPlus = false;
        int opened = 0;
        foreach (byte symbol in symbols)
        {
            if (NumberSymbols.IsDigit(symbol))
            {
                if (parts._count == MostDigits)
                {
                    return null;
                }

                parts._digits[parts._count++] = symbol;
                continue;
            }

            bool isFirst = parts._count == 0;
            NumberMarks mark = symbol switch
            {
                NumberSymbols.Blank => NumberMarks.Plain,
                NumberSymbols.LineBreak => NumberMarks.LineBreak,
                (byte)')' => NumberMarks.Plain,
                (byte)'(' => NumberMarks.Bracket,
                (byte)'.' or NumberSymbols.Dash when !isFirst || hasPlus => NumberMarks.Plain,
                (byte)'+' => NumberMarks.Plus,
                (byte)'/' or (byte)',' or (byte)';' or (byte)'|' or (byte)'\\' or (byte)':' or (byte)'&' or NumberSymbols.Quote when !isFirst
                    => NumberMarks.Divider,
                _ => NumberMarks.None,
            };
            if (mark == NumberMarks.None || (mark == NumberMarks.Plus && isFirst && hasPlus))
            {
                return null;
            }

            if (symbol == '(')
            {
                opened = parts._count;
            }
            else if (symbol == ')' && opened > 0 && parts.BracketStart == 0)
            {
                parts.BracketStart = opened;
                parts.BracketLength = parts._count - opened;
            }

            hasPlus |= mark == NumberMarks.Plus && isFirst;
            parts.HasOddMark |= mark == NumberMarks.Divider && symbol != '/';
            parts._marks[parts._count] |= mark;
        }

        parts.Form = GetForm(parts.Digits, hasPlus);
        return parts;
    }

    /// <summary>Reads digits that no marks stand between.</summary>
    public static NumberParts Of(ReadOnlySpan<byte> digits, bool hasPlus)
    {
        // A number of so many digits is invalid, whichever of them are kept.
        digits = digits[..Math.Min(digits.Length, MostDigits)];
        var parts = new NumberParts { _count = digits.Length };
        digits.CopyTo(parts._digits);
        parts.Form = GetForm(digits, hasPlus);
        return parts;
    }

    /// <summary>How digits begin. A plus before 00 says the same twice.</summary>
    public static NumberForm GetForm(ReadOnlySpan<byte> digits, bool hasPlus)
        => digits.StartsWith("00"u8) ? NumberForm.DoubleZero : hasPlus ? NumberForm.Plus : NumberForm.National;

    /// <summary>The marks before a digit; those at the end where it is the one behind the last.</summary>
    public NumberMarks GetMarks(int digit) => _marks[digit];

    /// <summary>The number without the digits in the brackets.</summary>
    public NumberParts WithoutBracket()
    {
        ReadOnlySpan<byte> digits = [.. Digits[..BracketStart], .. Digits[(BracketStart + BracketLength)..]];
        NumberParts parts = Of(digits, Form == NumberForm.Plus);
        parts.HasOddMark = HasOddMark;
        return parts;
    }
}
