namespace ContactsPS.Client;

/// <summary>Reads the part of a text that has no letters: a number, or several.</summary>
/// <param name="judge">Decides which number digits are.</param>
internal sealed class NumberBody(NumberJudge judge)
{
    private static ReadOnlySpan<byte> Zero => "0"u8;

    /// <summary>Reads a number.</summary>
    /// <param name="symbols">See <see cref="NumberSymbols"/>.</param>
    /// <param name="found">The number, where the answer is <see cref="PhoneNumberStatus.Ok"/>.</param>
    public PhoneNumberStatus Read(ReadOnlySpan<byte> symbols, out FoundNumber found)
    {
        found = FoundNumber.None;
        Span<byte> digits = stackalloc byte[symbols.Length];
        NumericText.Shape shape = NumericText.Read(symbols, digits, out int count);
        var parts = NumberParts.Read(symbols);
        if (shape == NumericText.Shape.Dotted && judge.HasNoNationalPrefix
            && parts is not null && Decide(parts, out found) == PhoneNumberStatus.Ok
            && found.Reading is { IsValid: true, Kind: NumberKind.Mobile })
        {
            return PhoneNumberStatus.Ok;
        }

        if (shape is NumericText.Shape.Fraction or NumericText.Shape.Dotted)
        {
            return parts is not null && AreTwo(parts) ? PhoneNumberStatus.Several : PhoneNumberStatus.Calculated;
        }

        if (shape == NumericText.Shape.Whole)
        {
            PhoneNumberStatus status = Decide(NumberParts.Of(digits[..count], hasPlus: symbols[0] == '+'), out found);

            // Programs write no plus and no zero before a number: what looks like decimals may be digits.
            bool isDoubtful = symbols[0] is (byte)'+' or (byte)'0' && parts is not null && Decide(parts, out _) == PhoneNumberStatus.Ok;
            return isDoubtful ? PhoneNumberStatus.Calculated : status;
        }

        // Several marks behind a number stand for digits that are missing.
        bool isCutOff = symbols.EndsWith(".."u8) || symbols.EndsWith("--"u8);
        return parts is null || isCutOff ? PhoneNumberStatus.Unreadable : Read(parts, out found);
    }

    private PhoneNumberStatus Read(NumberParts parts, out FoundNumber found)
    {
        found = FoundNumber.None;
        int count = parts.Digits.Length;
        if (count == 0)
        {
            return PhoneNumberStatus.Invalid;
        }

        bool isSplit = false;
        for (int i = 1; i < count; i++)
        {
            if (IsSecond(parts, i))
            {
                return PhoneNumberStatus.Several;
            }

            isSplit |= (parts.GetMarks(i) & NumberMarks.Plus) != NumberMarks.None;
        }

        if (isSplit || (parts.GetMarks(count) & NumberMarks.Plus) != NumberMarks.None)
        {
            return PhoneNumberStatus.Unreadable;
        }

        PhoneNumberStatus status = DecideBracket(parts, out found);
        if (status == PhoneNumberStatus.Ok && !found.Reading.IsValid && (parts.HasOddMark || BeginsWithValid(parts, found.Reading)))
        {
            return PhoneNumberStatus.Invalid;
        }

        return status == PhoneNumberStatus.Invalid && AreTwo(parts) ? PhoneNumberStatus.Several : status;
    }

    /// <summary>Whether a second number begins with a digit.</summary>
    private bool IsSecond(NumberParts parts, int digit)
    {
        NumberMarks marks = parts.GetMarks(digit);
        if (marks == NumberMarks.None)
        {
            return false;
        }

        ReadOnlySpan<byte> left = parts.Digits[..digit];
        ReadOnlySpan<byte> right = parts.Digits[digit..];
        if ((marks & ~NumberMarks.Plain) != NumberMarks.None && IsNumber(parts.Form, left))
        {
            return true;
        }

        bool isOwn = right[0] == '0' && right.Length >= DigitScan.FewestOfNumber;
        if (!isOwn)
        {
            return false;
        }

        int end = digit + 1;
        while (end < parts.Digits.Length && (parts.GetMarks(end) & (NumberMarks.Divider | NumberMarks.Plus)) == NumberMarks.None)
        {
            end++;
        }

        // One or two digits before a number count the numbers of the contact: Mobile 2 0664 1234567.
        bool isCount = parts.Form == NumberForm.National && left.Length <= DigitScan.MostOfCount && left[0] != '0'
            && right.Length >= DigitScan.FewestBehindCount && !judge.IsPrefix(left);
        ReadOnlySpan<byte> part = parts.Digits[digit..end];
        return IsNumber(NumberForm.National, part)
            && (isCount || (marks & NumberMarks.Divider) != NumberMarks.None
                || (left.Length >= DigitScan.FewestOfNumber && IsNumber(parts.Form, left)));
    }

    /// <summary>
    /// Whether a valid number ends at a mark: where the whole is none, what follows may be a second ending, as in
    /// 06-1234-5678-9.
    /// </summary>
    private bool BeginsWithValid(NumberParts parts, Reading whole)
    {
        for (int i = DigitScan.FewestOfNumber; i < parts.Digits.Length; i++)
        {
            if (parts.GetMarks(i) != NumberMarks.None
                && judge.Decide(parts.Form, parts.Digits[..i], out Reading reading) == PhoneNumberStatus.Ok
                && reading.IsValid && reading.Skip == whole.Skip)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether digits that are no number are two, one behind the other.</summary>
    private bool AreTwo(NumberParts parts)
    {
        ReadOnlySpan<byte> digits = parts.Digits;
        for (int i = DigitScan.FewestOfNumber; i <= digits.Length - DigitScan.FewestOfNumber; i++)
        {
            if (parts.GetMarks(i) != NumberMarks.None && IsNumber(parts.Form, digits[..i])
                && IsNumber(NumberForm.National, digits[i..]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNumber(NumberForm form, ReadOnlySpan<byte> digits)
        => judge.Decide(NumberParts.GetForm(digits, form == NumberForm.Plus), digits, out _) == PhoneNumberStatus.Ok;

    /// <summary>
    /// Decides a number that may have a national prefix in brackets behind its calling code: +33 (0)6. If the country has no
    /// such prefix, the number that is valid is taken, with or without the zero: in Italy, it is part of the number.
    /// </summary>
    private PhoneNumberStatus DecideBracket(NumberParts parts, out FoundNumber found)
    {
        int start = parts.Form == NumberForm.DoubleZero ? 2 : 0;
        if (parts.Form == NumberForm.National || parts.BracketLength == 0
            || CallingCodes.World.Find(parts.Digits[start..]) is not { } plan
            || parts.BracketStart != start + plan.CodeDigits.Length)
        {
            return Decide(parts, out found);
        }

        ReadOnlySpan<byte> bracket = parts.Digits.Slice(parts.BracketStart, parts.BracketLength);
        if (bracket.SequenceEqual(plan.Main.NationalPrefixDigits))
        {
            return DecideWithout(parts, out found);
        }

        return bracket.SequenceEqual(Zero) ? DecideZero(parts, out found) : Decide(parts, out found);
    }

    /// <summary>Decides a number with a zero in brackets that is no national prefix of its country.</summary>
    private PhoneNumberStatus DecideZero(NumberParts parts, out FoundNumber found)
    {
        bool isValid = Decide(parts, out found) == PhoneNumberStatus.Ok && found.Reading.IsValid;
        bool isValidWithout = DecideWithout(parts, out FoundNumber without) == PhoneNumberStatus.Ok && without.Reading.IsValid;
        if (isValid && isValidWithout && !found.IsSame(without))
        {
            return PhoneNumberStatus.Ambiguous;
        }

        found = isValidWithout ? without : found;
        return isValid || isValidWithout ? PhoneNumberStatus.Ok : PhoneNumberStatus.Invalid;
    }

    /// <summary>Decides a number without what is in its brackets. A second prefix behind that one would be one too many.</summary>
    private PhoneNumberStatus DecideWithout(NumberParts parts, out FoundNumber found)
    {
        PhoneNumberStatus status = Decide(parts.WithoutBracket(), out found);
        return status == PhoneNumberStatus.Ok && found.Reading.Skip != parts.BracketStart ? PhoneNumberStatus.Invalid : status;
    }

    private PhoneNumberStatus Decide(NumberParts parts, out FoundNumber found)
    {
        PhoneNumberStatus status = judge.Decide(parts.Form, parts.Digits, out Reading reading);
        found = new FoundNumber(parts, reading);
        return status;
    }
}
