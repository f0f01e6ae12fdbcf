namespace ContactsPS.Client;

/// <summary>
/// Remembers phone numbers: those of a run, or those that must not be sent. An E.164 number is stored as an integer of its digits. The set takes about 16
/// to 35 bytes for each number, which depends on how full its table is.
/// </summary>
internal sealed class DuplicateFilter
{
    private readonly HashSet<ulong> _numbers = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    private ulong _lastNumber;
    private string? _lastText;

    /// <summary>The count of numbers.</summary>
    public int Count => _numbers.Count + _texts.Count;

    /// <summary>Whether a number is remembered.</summary>
    /// <param name="phoneNumber">A number in E.164, or any text when numbers are not checked.</param>
    public bool Contains(ReadOnlySpan<char> phoneNumber) => TryReadE164(phoneNumber, out ulong number)
        ? _numbers.Contains(number) : _texts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(phoneNumber);

    /// <summary>Gets the numbers in E.164, as integers of their digits, in ascending order.</summary>
    public ulong[] Sort()
    {
        ulong[] numbers = [.. _numbers];
        Array.Sort(numbers);
        return numbers;
    }

    /// <summary>Remembers a number. False when the number was already there.</summary>
    /// <param name="phoneNumber">A number in E.164, or any text when numbers are not checked.</param>
    public bool Add(ReadOnlySpan<char> phoneNumber)
    {
        if (TryReadE164(phoneNumber, out _lastNumber))
        {
            _lastText = null;
            return _numbers.Add(_lastNumber);
        }

        _lastText = phoneNumber.ToString();
        return _texts.Add(_lastText);
    }

    /// <summary>Forgets the number that was added last.</summary>
    public void RemoveLast()
    {
        if (_lastText is null)
        {
            _numbers.Remove(_lastNumber);
        }
        else
        {
            _texts.Remove(_lastText);
        }
    }

    /// <summary>Forgets a number.</summary>
    public void Remove(ReadOnlySpan<char> phoneNumber)
    {
        if (TryReadE164(phoneNumber, out ulong number))
        {
            _numbers.Remove(number);
        }
        else
        {
            _texts.GetAlternateLookup<ReadOnlySpan<char>>().Remove(phoneNumber);
        }
    }

    /// <summary>Reads a number in E.164 as the integer of its digits. False for any other text.</summary>
    internal static bool TryReadE164(ReadOnlySpan<char> text, out ulong number)
    {
        number = 0;
        if (text.Length is < 2 or > PhoneNumberNormalizer.MaximumLength || text[0] != '+' || text[1] == '0')
        {
            return false;
        }

        foreach (char c in text[1..])
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            number = (number * 10) + (uint)(c - '0');
        }

        return true;
    }
}
