using System.Globalization;

namespace ContactsPS.Client;

/// <summary>Makes text of values that are none, the same in every culture and for every kind of input.</summary>
public static class FieldText
{
    /// <summary>
    /// A number in full, as 33612345678 and never as 3.36E+10; a date as 2024-11-14, with a time behind where it has one;
    /// null for a value that has no text of its own.
    /// </summary>
    public static string? TryFormat(object value) => value switch
    {
        string text => text,
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        float number => number.ToString("0.#######", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset date => date.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => null,
    };
}
