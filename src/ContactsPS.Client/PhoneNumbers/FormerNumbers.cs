namespace ContactsPS.Client;

/// <summary>
/// Numbers as they were before a country changed its numbering plan, and are still in address books. libphonenumber no longer
/// knows how they were dialled.
/// </summary>
internal static class FormerNumbers
{
    private const int Mexico = 52;
    private const int MexicanLength = 10;

    private const int Brazil = 55;
    private const int BrazilianLength = 10;

    /// <summary>Whether the numbers of a calling code had prefixes that are no longer dialled.</summary>
    public static bool HasPrefix(int callingCode) => callingCode == Mexico;

    /// <summary>
    /// How many digits of a former prefix a number of Mexico begins with. On 3 August 2019, 01, 044 and 045 were abolished for
    /// calls inside the country, and the 1 behind +52 (IFT, Plan Técnico Fundamental de Numeración, DOF of 11 May 2018; ITU
    /// Operational Bulletin 1151).
    /// </summary>
    /// <param name="national">The digits without the calling code.</param>
    /// <param name="isInternational">Whether the calling code is written.</param>
    /// <returns>The number of digits. 0 when there is no such prefix.</returns>
    public static int MeasurePrefix(ReadOnlySpan<byte> national, bool isInternational)
    {
        int length = national.Length - MexicanLength;
        return length switch
        {
            1 when isInternational && national[0] == '1' => length,
            2 when !isInternational && national.StartsWith("01"u8) => length,
            3 when !isInternational && (national.StartsWith("044"u8) || national.StartsWith("045"u8)) => length,
            _ => 0,
        };
    }

    /// <summary>
    /// Whether a number that libphonenumber calls possible was taken out of use. All mobiles of Brazil have had a ninth digit
    /// behind the area code since 6 November 2016 (Anatel, Resolução 553/2010).
    /// </summary>
    /// <param name="callingCode">The calling code.</param>
    /// <param name="national">The digits without the calling code.</param>
    public static bool IsOutOfUse(int callingCode, ReadOnlySpan<byte> national)
        => callingCode == Brazil && national.Length == BrazilianLength && national[2] >= '6';
}
