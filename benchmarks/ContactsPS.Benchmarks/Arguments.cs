using System.Globalization;

namespace ContactsPS.Benchmarks;

/// <summary>A command line of pairs: <c>--name value</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The names that were given.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <exception cref="FormatException">It isn't made of pairs.</exception>
    public static Arguments Parse(string[] args)
    {
        var parsed = new Arguments();
        foreach (string[] pair in args.Chunk(2))
        {
            if (pair is not [['-', '-', .. string name], string value])
            {
                throw new FormatException($"'{pair[0]}' is not the name of an option with a value behind it.");
            }

            parsed._values[name] = value;
        }

        return parsed;
    }

    public string? Find(string name) => _values.GetValueOrDefault(name);

    public string Get(string name) => Find(name) ?? throw new FormatException($"--{name} is missing.");

    public int? FindNumber(string name) =>
        Find(name) is { } text ? int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : null;

    public int GetNumber(string name) => FindNumber(name) ?? throw new FormatException($"--{name} is missing.");
}
