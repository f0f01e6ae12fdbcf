using System.Text;
using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>The rules of one region for its national numbers, from libphonenumber's metadata.</summary>
internal sealed class RegionRules
{
    private readonly PhoneMetadata _metadata;
    private DialPrefix? _internationalPrefix;
    private RegionNumbers? _numbers;
    private bool _isImpossible;

    /// <summary>Takes the rules of a region.</summary>
    public RegionRules(PhoneMetadata metadata)
    {
        _metadata = metadata;
        Lengths = new NumberLengths(metadata);
        NationalPrefix = DialPrefix.National(metadata);
        NationalPrefixDigits = Encoding.ASCII.GetBytes(metadata.NationalPrefix);
    }

    /// <summary>Its two letters (ISO 3166-1); 001 for a calling code of no country.</summary>
    public string Region => _metadata.Id;

    /// <summary>Its calling code.</summary>
    public int CallingCode => _metadata.CountryCode;

    /// <summary>The lengths of its numbers.</summary>
    public NumberLengths Lengths { get; }

    /// <summary>What is dialled before its national numbers, as libphonenumber drops it.</summary>
    public DialPrefix NationalPrefix { get; }

    /// <summary>What is dialled before its national numbers, as people write it; empty where there is nothing.</summary>
    public byte[] NationalPrefixDigits { get; }

    /// <summary>What is dialled before international numbers.</summary>
    public DialPrefix InternationalPrefix => _internationalPrefix ??= DialPrefix.International(_metadata);

    /// <summary>Its valid numbers, compiled when they are first asked for; null where that can't be done.</summary>
    public RegionNumbers? Numbers => _numbers ?? Compile();

    private RegionNumbers? Compile()
    {
        if (!_isImpossible)
        {
            int first = 0;
            _numbers = RegionNumbers.Compile(new[] { _metadata }, ref first);
            _isImpossible = _numbers is null;
        }

        return _numbers;
    }
}
