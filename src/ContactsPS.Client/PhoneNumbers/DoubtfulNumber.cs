namespace ContactsPS.Client;

/// <summary>Decides about numbers that are not known to be valid mobile numbers.</summary>
internal static class DoubtfulNumber
{
    /// <summary>Whether a valid number belongs to its calling code, and is not the number of a voicemail.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="digits">What it was read from.</param>
    public static bool IsOfItsCallingCode(Reading reading, ReadOnlySpan<byte> digits)
    {
        if (reading.Kind == NumberKind.Voicemail)
        {
            return false;
        }

        if (reading.IsRewritten)
        {
            return true;
        }

        int owner = SharedPlan.FindCallingCode(reading.CallingCode, digits[reading.Skip..]);
        return owner == reading.CallingCode || owner == SharedPlan.Several;
    }

    /// <summary>Whether a number is possible, and nothing speaks against it.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="digits">What it was read from.</param>
    /// <param name="hasPrefix">Whether it is international, or its national prefix is written.</param>
    /// <param name="isCodeDoubtful">Whether the digits that are read as its calling code may be a part of the number.</param>
    public static bool IsPlausible(Reading reading, ReadOnlySpan<byte> digits, bool hasPrefix, bool isCodeDoubtful = false)
    {
        if (reading.Certainty != Certainty.Possible || reading.IsRewritten)
        {
            return false;
        }

        RegionRules rules = CallingCodes.World.Get(reading.CallingCode).Main;
        ReadOnlySpan<byte> national = digits[reading.Skip..];
        byte[] prefix = rules.NationalPrefixDigits;

        // The zero or the prefix of another country, or of this one and a digit is missing.
        if (national[0] == '0' || (prefix.Length > 0 && national.StartsWith(prefix)))
        {
            return false;
        }

        // Texts go to mobiles, so its length is that of one, and it fits the general pattern of the country. Where mobiles
        // vary in length, the prefix that belongs before it may not be missing.
        uint lengths = rules.Lengths.Mobile;
        return NumberLengths.Has(lengths, national.Length)
            && rules.Numbers?.Match(national).IsGeneral == true
            && (hasPrefix || (prefix.Length == 0 && !isCodeDoubtful) || uint.IsPow2(lengths))
            && SharedPlan.FindCallingCode(rules.CallingCode, national) == rules.CallingCode
            && !FormerNumbers.IsOutOfUse(rules.CallingCode, national);
    }
}
