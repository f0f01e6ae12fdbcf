using System.Globalization;

namespace ContactsPS.Client;

/// <summary>Converts values to text. The result is the same in every culture and for every kind of input.</summary>
public static class FieldText
{
    /// <summary>
    /// Converts a value to text. A number has all its digits, such as 33612345678, and no exponent, such as 3.36E+10. A
    /// date is written as 2024-11-14, and its time follows when it has one. The result is null for a type that this
    /// method doesn't know.
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
