using System.Globalization;

namespace ContactsPS.Client.Tests;

/// <summary>The number of rounds of a test with random inputs or waits.</summary>
internal static class Rounds
{
    /// <summary>The share of the usual rounds: 10 is ten times as many, 0.05 is a twentieth. Default: 1.</summary>
    private static readonly double s_share =
        double.TryParse(Environment.GetEnvironmentVariable("CONTACTSPS_TEST_SHARE"), CultureInfo.InvariantCulture, out double share) ? share : 1;

    /// <summary>The rounds that run: the share of the usual ones that CONTACTSPS_TEST_SHARE gives, and at least one.</summary>
    public static int Of(int usual) => Math.Max(1, (int)(usual * s_share));
}
