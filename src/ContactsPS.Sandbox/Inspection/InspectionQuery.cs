using System.Globalization;
using ContactsPS.Sandbox.Reading;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>
/// Reads the query of an inspection call. Unlike the service, it is strict, so that a misspelled filter doesn't select
/// everything.
/// </summary>
/// <param name="query">The query.</param>
internal sealed class InspectionQuery(IQueryCollection query)
{
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a text. Null when it is missing or empty.</summary>
    public string? Text(string name)
    {
        _asked.Add(name);
        return query[name].ToString() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Reads a whole number that is 0 or more.</summary>
    /// <exception cref="FormatException">It is not such a number.</exception>
    public long Number(string name, long absent) => Text(name) is not { } text
        ? absent
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new FormatException($"{name} must be a whole number, 0 or more.");

    /// <summary>Reads a boolean: true or false.</summary>
    /// <exception cref="FormatException">It is another text.</exception>
    public bool Flag(string name, bool absent) => Word(name, absent ? "true" : "false", "true", "false") == "true";

    /// <summary>Reads one of several words.</summary>
    /// <exception cref="FormatException">It is another word.</exception>
    public string Word(string name, string absent, params ReadOnlySpan<string> allowed)
    {
        string word = Text(name) ?? absent;
        return allowed.Contains(word) ? word : throw new FormatException($"{name} must be one of: {string.Join(", ", allowed)}.");
    }

    /// <summary>Reads how long a call waits.</summary>
    /// <exception cref="FormatException">It is not a number of seconds from 0 to 600.</exception>
    public TimeSpan Timeout()
    {
        long seconds = Number("timeout_seconds", 30);
        return seconds <= 600 ? TimeSpan.FromSeconds(seconds) : throw new FormatException("timeout_seconds must be from 0 to 600.");
    }

    /// <summary>
    /// Reads a phone number. A plus sign in a query is decoded as a space: the formatting adds it again. A text that is not
    /// a phone number is returned unchanged, because it is then a number that no contact has.
    /// </summary>
    public string? PhoneNumber(string name) => Text(name) is { } number ? PhoneNumberFormat.Format(number, out _) ?? number : null;

    /// <summary>Refuses the parameters that no other method has read. Call it last.</summary>
    /// <exception cref="FormatException">There is such a parameter.</exception>
    public void RefuseOthers()
    {
        if (query.Keys.FirstOrDefault(name => !_asked.Contains(name)) is { } other)
        {
            throw new FormatException($"There is no parameter {other}.");
        }
    }
}
