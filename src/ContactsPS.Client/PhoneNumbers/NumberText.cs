namespace ContactsPS.Client;

/// <summary>
/// Reads a phone number from a text as people write it: with labels, extensions, brackets, what spreadsheets leave behind,
/// or several numbers in a cell. A letter is never read as a digit, and no digit is left out unless the text says that it is
/// not part of the number.
/// </summary>
internal sealed class NumberText
{
    /// <summary>Longer texts are not phone numbers, even with a label and an extension.</summary>
    private const int MostSymbols = 160;

    private const int MostDigitsOfExtension = 6;

    private readonly NumberBody _body;

    /// <summary>Makes a reader.</summary>
    /// <param name="judge">Decides which number digits are.</param>
    public NumberText(NumberJudge judge)
    {
        _body = new NumberBody(judge);
    }

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">Gets the number in E.164; at least <see cref="PhoneNumberNormalizer.MaximumLength"/> long.</param>
    /// <param name="length">The length of the number. 0 when there is no number.</param>
    /// <param name="kind">What the number is for; <see cref="NumberKind.None"/> where that isn't known.</param>
    public PhoneNumberStatus Read(ReadOnlySpan<char> text, Span<byte> destination, out int length, out NumberKind kind)
    {
        length = 0;
        kind = NumberKind.None;
        Span<byte> buffer = stackalloc byte[MostSymbols];
        int count = NumberSymbols.Read(text, buffer);
        if (count < 0)
        {
            return PhoneNumberStatus.Invalid;
        }

        ReadOnlySpan<byte> symbols = Unwrap(buffer[..count]);
        if (symbols.IsEmpty)
        {
            return PhoneNumberStatus.Missing;
        }

        if (NumericText.IsScientific(symbols) || NumericText.AreCoordinates(symbols))
        {
            return PhoneNumberStatus.Calculated;
        }

        if (DateText.IsDateOrTime(symbols))
        {
            return PhoneNumberStatus.Date;
        }

        if (NumericText.IsInternetAddress(symbols))
        {
            return PhoneNumberStatus.Invalid;
        }

        if (!TrySkipLabels(ref symbols) || symbols.Contains(NumberSymbols.Foreign))
        {
            return PhoneNumberStatus.Unreadable;
        }

        int end = CountUntilLetter(symbols);
        PhoneNumberStatus status = _body.Read(symbols[..end], out FoundNumber found);
        if (end < symbols.Length)
        {
            // The labels were skipped, so the first symbol is not a letter.
            bool followsDigit = NumberSymbols.IsDigit(symbols[end - 1]);
            status = ReadTail(symbols[end..], followsDigit, status == PhoneNumberStatus.Ok ? found : null);
        }

        if (status == PhoneNumberStatus.Ok)
        {
            length = found.Write(destination);
            kind = found.Reading.Kind;
        }

        return status;
    }

    /// <summary>Removes what spreadsheets put around a number to keep it a text: ="…", or an apostrophe.</summary>
    private static ReadOnlySpan<byte> Unwrap(ReadOnlySpan<byte> symbols)
    {
        ReadOnlySpan<byte> marks = " \n'"u8;
        symbols = symbols.Trim(marks);
        return symbols.StartsWith("="u8) ? symbols[1..].Trim(marks) : symbols;
    }

    /// <summary>Skips the words before a number, and what stands between them.</summary>
    private static bool TrySkipLabels(ref ReadOnlySpan<byte> symbols)
    {
        bool isLast = false;
        while (true)
        {
            int start = !symbols.IsEmpty && symbols[0] == '(' ? 1 : 0;
            int length = CountLetters(symbols[start..]);
            if (length == 0)
            {
                return true;
            }

            ReadOnlySpan<byte> word = symbols.Slice(start, length);
            symbols = symbols[(start + length)..];
            bool followsWord = isLast;
            isLast = NumberWords.IsLastLabel(word);
            bool isLabel = isLast || NumberWords.IsLabel(word)
                || (NumberWords.IsInitial(word) && !symbols.IsEmpty && !NumberSymbols.IsDigit(symbols[0]));
            if (!isLabel || followsWord)
            {
                return false;
            }

            symbols = symbols.TrimStart(" \n.:)-'/"u8);
        }
    }

    /// <summary>Reads what stands behind a number and begins with a letter.</summary>
    /// <param name="tail">The symbols.</param>
    /// <param name="followsDigit">Whether a digit stands right before them.</param>
    /// <param name="found">The number before them. Null when there is no number.</param>
    private PhoneNumberStatus ReadTail(ReadOnlySpan<byte> tail, bool followsDigit, FoundNumber? found)
    {
        int length = CountLetters(tail);
        ReadOnlySpan<byte> word = tail[..length];
        ReadOnlySpan<byte> rest = tail[length..];
        if (!followsDigit && AreWords(tail, NumberWords.IsLabel))
        {
            return found?.Reading.IsValid == true ? PhoneNumberStatus.Ok : PhoneNumberStatus.Unreadable;
        }

        bool isExtended = (!followsDigit && AreWords(tail, NumberWords.IsLabelOrExtension))
            || (NumberWords.IsExtension(word) && IsExtension(rest));
        if (isExtended)
        {
            // Where numbers vary in length, the extension may be the last digits of the number.
            return found?.IsAsLongAsCanBe == true ? PhoneNumberStatus.Ok : PhoneNumberStatus.Unreadable;
        }

        int digits = rest.IndexOfAnyInRange((byte)'0', (byte)'9');
        if (digits < 0)
        {
            return PhoneNumberStatus.Unreadable;
        }

        ReadOnlySpan<byte> second = rest[digits..];

        // A letter that touches digits is one of them that was misspelt.
        bool isBetween = length > 1 || (!followsDigit && digits > 0);
        bool isSecond = (isBetween && NumberWords.IsConjunction(word))
            || (found is not null && _body.Read(second[..CountUntilLetter(second)], out _) == PhoneNumberStatus.Ok);
        return isSecond ? PhoneNumberStatus.Several : PhoneNumberStatus.Unreadable;
    }

    /// <summary>Whether symbols are known words, and marks between them.</summary>
    private static bool AreWords(ReadOnlySpan<byte> symbols, Func<ReadOnlySpan<byte>, bool> isKnown)
    {
        while (!symbols.IsEmpty)
        {
            int length = CountLetters(symbols);
            if (length == 0)
            {
                if (!" \n.:()-'"u8.Contains(symbols[0]))
                {
                    return false;
                }

                length = 1;
            }
            else if (length == 1 || !isKnown(symbols[..length]))
            {
                // A lone x stands for a digit that is not known.
                return false;
            }

            symbols = symbols[length..];
        }

        return true;
    }

    /// <summary>Whether symbols are the few digits of an extension.</summary>
    private static bool IsExtension(ReadOnlySpan<byte> symbols)
    {
        ReadOnlySpan<byte> digits = symbols.TrimStart(" .:="u8).TrimEnd(" .)"u8);
        return digits.Length is > 0 and <= MostDigitsOfExtension && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    private static int CountLetters(ReadOnlySpan<byte> symbols)
    {
        int count = 0;
        while (count < symbols.Length && NumberSymbols.IsLetter(symbols[count]))
        {
            count++;
        }

        return count;
    }

    private static int CountUntilLetter(ReadOnlySpan<byte> symbols)
    {
        int count = 0;
        while (count < symbols.Length && !NumberSymbols.IsLetter(symbols[count]))
        {
            count++;
        }

        return count;
    }
}
