using System.Runtime.CompilerServices;
using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>
/// What is dialled before a number and is not part of it: a national prefix or an international one. Made of libphonenumber's
/// patterns for them, most of which are plain digits.
/// </summary>
internal sealed class DialPrefix
{
    /// <summary>The result of <see cref="Measure"/> if only libphonenumber can tell.</summary>
    public const int Unknown = -1;

    /// <summary>No national prefix has more digits: a longer match is a carrier's code as well.</summary>
    private const int LongestNational = 2;

    private const int LabelAnywhere = 0;
    private const int LabelAtEnd = 1;

    private readonly byte[]? _text;

    /// <summary>The first two digits of the text; 0 where there are none.</summary>
    private readonly byte _first;

    private readonly byte _second;

    private readonly DigitAutomaton? _pattern;
    private readonly int _longest;

    /// <summary>How long it is where libphonenumber rewrites numbers by a rule; 0: any length.</summary>
    private readonly int _onlyLength;

    private DialPrefix(string pattern, int longest, int onlyLength)
    {
        _longest = longest;
        _onlyLength = onlyLength;
        if (pattern.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            var graph = new DigitPatternGraph();
            _pattern = graph.TryAdd(pattern, LabelAnywhere, labelAtEnd: LabelAtEnd) ? DigitAutomatonBuilder.Build(graph) : null;
        }
        else
        {
            _text = new byte[pattern.Length];
            for (int i = 0; i < _text.Length; i++)
            {
                _text[i] = (byte)pattern[i];
            }

            _first = _text.Length > 0 ? _text[0] : default;
            _second = _text.Length > 1 ? _text[1] : default;
        }
    }

    /// <summary>What is dialled before the national numbers of a region.</summary>
    public static DialPrefix National(PhoneMetadata region) => new(
        region.NationalPrefixForParsing,
        LongestNational,
        region.NationalPrefixTransformRule is { Length: > 0 } ? Math.Max(1, region.NationalPrefix.Length) : 0);

    /// <summary>What is dialled before international numbers in a region.</summary>
    public static DialPrefix International(PhoneMetadata region) => new(region.InternationalPrefix, int.MaxValue, 0);

    /// <summary>How many digits of it a number begins with.</summary>
    /// <param name="digits">ASCII digits.</param>
    /// <returns>0 if there is no prefix; <see cref="Unknown"/> if there are several possible ones.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Measure(ReadOnlySpan<byte> digits)
    {
        // Most prefixes are one digit, or the 00 that national numbers don't begin with.
        return _first == 0 || digits.Length < 2 ? MeasureAny(digits)
            : digits[0] != _first ? 0
            : _second == 0 ? 1
            : digits[1] != _second ? 0
            : MeasureAny(digits);
    }

    private int MeasureAny(ReadOnlySpan<byte> digits)
    {
        if (_text is { } text)
        {
            return digits.StartsWith(text) ? text.Length : 0;
        }

        if (_pattern is null)
        {
            return Unknown;
        }

        int found = 0;
        int state = DigitAutomaton.Start;
        for (int i = 0; i < digits.Length && state != DigitAutomaton.Dead; i++)
        {
            state = _pattern.Next(state, digits[i]);
            ulong labels = _pattern.GetLabels(state);
            int length = i + 1;
            if (labels == 0 || (labels == 1ul << LabelAtEnd && length < digits.Length))
            {
                continue;
            }

            if (found != 0 || length > _longest || (_onlyLength != 0 && length != _onlyLength))
            {
                return Unknown;
            }

            found = length;
        }

        return found;
    }
}
