using System.Globalization;

namespace ContactsPS.Client;

/// <summary>Converts the values of cells to text.</summary>
internal static class CellValue
{
    /// <summary>The days from 1899-12-30, which dates are counted from, to 1904-01-01, which some workbooks count from.</summary>
    private const int DaysTo1904 = 1462;

    /// <summary>Excel counts a 29 February 1900, which was not, as day 60. The days before it are one behind.</summary>
    private const int LeapDay = 60;

    /// <summary>The dates that a DateTime made from days can have.</summary>
    private const double MinimumDate = -657_435;
    private const double MaximumDate = 2_958_466;

    /// <summary>
    /// The text of a value: a boolean as TRUE or FALSE, a date before 1900 as its time of day, a duration in hours, and
    /// others as <see cref="FieldText"/> has them.
    /// </summary>
    public static string ToText(object? value) => value switch
    {
        null => string.Empty,
        bool truth => truth ? "TRUE" : "FALSE",

        // Days are counted from 1900 on: before that there is only the time of day.
        DateTime { Year: < 1900 } time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan duration => ToText(duration),
        _ => FieldText.TryFormat(value) ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    /// <summary>The text of a number in a cell of a format.</summary>
    /// <param name="number">The number.</param>
    /// <param name="format">The format.</param>
    /// <param name="isFrom1904">Whether the workbook counts days from 1904-01-01.</param>
    public static string ToText(double number, CellFormat format, bool isFrom1904)
    {
        if (format == CellFormat.Number || number is not (> MinimumDate and < MaximumDate))
        {
            return ToText(number);
        }

        if (format == CellFormat.Duration)
        {
            return ToText(TimeSpan.FromDays(number));
        }

        // Less than a day is a time of day in both kinds of workbooks.
        double days = number is >= 0 and < 1 ? number : isFrom1904 ? number + DaysTo1904 : number is >= 0 and < LeapDay ? number + 1 : number;
        return days < MaximumDate ? ToText(DateTime.FromOADate(days)) : ToText(number);
    }

    /// <summary>The text of a date in a cell of type d (ISO 8601), in the form that dates have; else the text as it is.</summary>
    public static string ToDateText(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> trimmed = text.Trim();
        return trimmed.Contains('-')
            && DateTime.TryParseExact(
                trimmed.EndsWith('Z') ? trimmed[..^1] : trimmed,
                ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateTime date)
            ? ToText(date) : trimmed.ToString();
    }

    /// <summary>A duration in hours, as 36:00:00. It comes as a share of a day, which is seldom whole seconds to the last bit.</summary>
    private static string ToText(TimeSpan duration)
    {
        var seconds = (long)Math.Round(Math.Abs(duration.TotalSeconds));
        string sign = duration < TimeSpan.Zero ? "-" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }
}
