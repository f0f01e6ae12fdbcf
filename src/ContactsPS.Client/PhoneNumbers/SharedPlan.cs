namespace ContactsPS.Client;

/// <summary>
/// The national numbering plan of France, which its overseas territories share under calling codes of their own: a national
/// number doesn't say which. libphonenumber calls many fixed lines of the territories valid in France as well, under a
/// calling code where nobody has them. Where countries share the calling code too, as in North America, libphonenumber
/// tells them apart.
/// </summary>
/// <remarks>ARCEP, decision 2018-0881 and its amendments.</remarks>
internal static class SharedPlan
{
    /// <summary>The plan gives the numbers to several calling codes, each some of them.</summary>
    public const int Several = 0;

    /// <summary>The calling code of the mainland.</summary>
    public const int Mainland = 33;

    private const int Guadeloupe = 590;
    private const int Guyane = 594;
    private const int Martinique = 596;
    private const int Réunion = 262;
    private const int SaintPierre = 508;

    /// <summary>The length of the numbers that are shared; Saint-Pierre has shorter ones as well.</summary>
    private const int Length = 9;

    /// <summary>
    /// The calling codes of the plan: FR; GP, BL and MF; GF; MQ; RE and YT; PM.
    /// </summary>
    public static ReadOnlySpan<int> CallingCodes => [Mainland, Guadeloupe, Guyane, Martinique, Réunion, SaintPierre];

    /// <summary>
    /// Whether a national number is the calling code of Saint-Pierre and its six digits: 0508 41 12 34 is +508 41 12 34.
    /// </summary>
    /// <param name="national">The national number without its prefix, in ASCII digits.</param>
    public static bool HasCallingCode(ReadOnlySpan<byte> national)
        => national.Length == Length && national.StartsWith("508"u8);

    /// <summary>The calling code that the plan gives a national number to.</summary>
    /// <param name="callingCode">A calling code that the number can have.</param>
    /// <param name="national">The national number without its prefix, in ASCII digits.</param>
    /// <returns>
    /// <paramref name="callingCode"/> itself where the plan is not the one of France, or where all of the plan has the number.
    /// </returns>
    public static int FindCallingCode(int callingCode, ReadOnlySpan<byte> national)
    {
        if (national.Length != Length || !CallingCodes.Contains(callingCode))
        {
            return callingCode;
        }

        // 0639 98 is kept for films and books of the mainland. The services of 08 are dialled alike everywhere.
        int beginning = (((national[0] - '0') * 10) + (national[1] - '0')) * 10 + (national[2] - '0');
        return beginning switch
        {
            262 or 263 or 268 or 269 or 692 or 693 => Réunion,
            508 => SaintPierre,
            590 or 690 or 691 => Guadeloupe,
            594 or 694 => Guyane,
            596 or 696 or 697 => Martinique,
            639 => national[3] == '9' && national[4] == '8' ? Mainland : Réunion,
            708 when national[3] is (byte)'4' or (byte)'5' => SaintPierre,
            >= 800 and < 900 => callingCode,
            598 or 709 or >= 900 => Several,
            _ => Mainland,
        };
    }
}
