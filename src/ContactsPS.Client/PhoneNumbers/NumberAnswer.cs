namespace ContactsPS.Client;

/// <summary>What the compiled rules of some regions say to a national number; a byte, so that many are a table.</summary>
/// <param name="Bits">A <see cref="NumberKind"/>, and two flags.</param>
internal readonly record struct NumberAnswer(byte Bits)
{
    private const byte KindBits = 0b111;
    private const byte GeneralBit = 0b1000;
    private const byte DecidedBit = 0b1_0000;

    /// <summary>Makes an answer.</summary>
    public NumberAnswer(NumberKind kind, bool isGeneral, bool isDecided)
        : this((byte)((int)kind | (isGeneral ? GeneralBit : 0) | (isDecided ? DecidedBit : 0)))
    {
    }

    /// <summary>What a valid number is for.</summary>
    public NumberKind Kind => (NumberKind)(Bits & KindBits);

    /// <summary>Whether it matches the general pattern of the first region.</summary>
    public bool IsGeneral => (Bits & GeneralBit) != 0;

    /// <summary>Whether it belongs to one of the regions, valid or not: no other region is asked.</summary>
    public bool IsDecided => (Bits & DecidedBit) != 0;
}
