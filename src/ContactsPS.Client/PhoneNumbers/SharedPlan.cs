namespace ContactsPS.Client;

/// <summary>
/// The national numbering plan of France, which its overseas territories share under calling codes of their own: a national
/// number doesn't say which. Where countries share the calling code as well, as in North America, libphonenumber tells them
/// apart.
/// </summary>
internal static class SharedPlan
{
    /// <summary>The plan gives the number to several calling codes.</summary>
    public const int Several = 0;

    private const int Mainland = 33;
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

    /// <summary>The calling code that the plan gives a national number to.</summary>
    /// <param name="callingCode">A calling code that the number can have.</param>
    /// <param name="national">The national number without its prefix, in ASCII digits.</param>
    /// <returns><paramref name="callingCode"/> itself where the plan is not the one of France.</returns>
    public static int FindCallingCode(int callingCode, ReadOnlySpan<byte> national)
    {
        if (national.Length != Length || !CallingCodes.Contains(callingCode))
        {
            return callingCode;
        }

        // ARCEP, decision 2018-0881 and its amendments. 0639 98 is kept for films and books of the mainland.
        int beginning = (((national[0] - '0') * 10) + (national[1] - '0')) * 10 + (national[2] - '0');
        return beginning switch
        {
            262 or 263 or 269 or 692 or 693 => Réunion,
            508 => SaintPierre,
            590 or 690 or 691 => Guadeloupe,
            594 or 694 => Guyane,
            596 or 696 or 697 => Martinique,
            639 => national[3] == '9' && national[4] == '8' ? Mainland : Réunion,
            708 when national[3] is (byte)'4' or (byte)'5' => SaintPierre,
            709 or >= 800 => Several,
            _ => Mainland,
        };
    }
}
