namespace ContactsPS.Client.Tests;

/// <summary>The number of rounds of a test that repeats itself with random inputs or waits.</summary>
internal static class Rounds
{
    /// <summary>
    /// The rounds of a test: a tenth of them when the tests of one folder are compiled, because mutation testing then runs
    /// each test once for every mutant.
    /// </summary>
    public static int Of(int rounds) =>
        Environment.GetEnvironmentVariable("CONTACTSPS_TEST_FOLDER") is { Length: > 0 } ? rounds / 10 : rounds;
}
