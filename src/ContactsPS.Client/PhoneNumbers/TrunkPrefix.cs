using System.Text.RegularExpressions;

namespace ContactsPS.Client;

/// <summary>What is dialled before a national number inside its country, and doesn't belong into E.164.</summary>
internal sealed class TrunkPrefix
{
    private readonly Regex? _pattern;

    /// <summary>Makes one of libphonenumber's national_prefix_for_parsing: a regular expression, most often one digit.</summary>
    public TrunkPrefix(string? pattern)
    {
        if (pattern is [char digit])
        {
            Digit = digit;
        }
        else if (!string.IsNullOrEmpty(pattern))
        {
            _pattern = new Regex($"^(?:{pattern})", RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
        }
    }

    /// <summary>The digit it is; null where there is none, or more than one prefix.</summary>
    public char? Digit { get; }

    /// <summary>Whether national digits begin with it, so that libphonenumber may rewrite them.</summary>
    public bool BeginsNumber(ReadOnlySpan<char> digits) => _pattern?.IsMatch(digits) ?? digits[0] == Digit;
}
