using System.Globalization;

namespace ContactsPS.Benchmarks;

/// <summary>
/// Made-up contacts: the one at an index is always the same, and no two below 100 million have one phone number.
/// </summary>
internal static class SampleContact
{
    private static readonly string[] s_firstNames =
    [
        "Camille", "Hélène", "José", "Léa", "Noël", "Zoé", "François", "Anaïs", "Jean-Luc", "Marie", "Théo", "Inès",
        "Lukas", "Jürgen", "Chloé", "Emma", "Oliver", "Grace", "Manon", "Raphaël",
    ];

    private static readonly string[] s_lastNames =
    [
        "Martin", "Lefèvre", "Dubois", "Müller", "O'Brien", "Petit", "Moreau", "Garçon", "Peeters", "Smith", "Roux",
        "de la Tour", "Girard", "Schäfer", "Bonnet", "Durand", "Faure", "Janssens", "Weiß", "Fontaine",
    ];

    private static readonly string[] s_cities =
    [
        "Paris", "Lyon", "Besançon", "Nîmes", "Lille", "Liège", "Köln", "Leeds", "Saint-Étienne", "Bordeaux", "Brest", "Metz",
    ];

    private static readonly string[] s_levels = ["gold", "silver", "bronze", ""];

    private static readonly string[] s_notes = ["", "web", "shop", "fair", "12, rue du Port", "phone", "\"VIP\", 2nd", "web"];

    /// <summary>How mobile numbers begin, in ranges that are in use: others are rejected. Seven digits follow.</summary>
    private static readonly string[] s_ranges = ["+3361", "+3362", "+3366", "+3367", "+3368", "+3247", "+491511", "+44741"];

    /// <summary>The names of the columns.</summary>
    public static string[] Columns { get; } =
        ["phone_number", "first_name", "last_name", "param1", "param2", "param3", "param4", "param5"];

    /// <summary>Gives the fields of a contact, one for each column.</summary>
    public static void Read(int index, PhoneNumberStyle style, Span<string> fields)
    {
        uint seed = Mix((uint)index);
        fields[0] = GetPhoneNumber(index, style);
        fields[1] = Pick(s_firstNames, ref seed);
        fields[2] = Pick(s_lastNames, ref seed);
        fields[3] = Pick(s_cities, ref seed);
        fields[4] = new DateOnly(2020, 1, 1).AddDays((int)(seed % 2000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        fields[5] = Pick(s_levels, ref seed);
        fields[6] = (100_000 + (seed % 900_000)).ToString(CultureInfo.InvariantCulture);
        fields[7] = Pick(s_notes, ref seed);
    }

    private static string GetPhoneNumber(int index, PhoneNumberStyle style)
    {
        // A multiplier prime to 10^7 gives each index below that another number, and neighbours distant ones.
        long subscriber = index * 6_180_339L % 10_000_000L;
        if (style == PhoneNumberStyle.National)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"06 {1 + (5 * (index & 1))}{subscriber / 1_000_000} {subscriber / 10_000 % 100:00} {subscriber / 100 % 100:00} {subscriber % 100:00}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{s_ranges[index % s_ranges.Length]}{subscriber:0000000}");
    }

    private static string Pick(string[] values, ref uint seed)
    {
        string value = values[seed % (uint)values.Length];
        seed = Mix(seed);
        return value;
    }

    private static uint Mix(uint value)
    {
        value = (value ^ 0x9E3779B9) * 0x85EBCA6B;
        value = (value ^ (value >> 15)) * 0xC2B2AE35;
        return value ^ (value >> 13);
    }
}
