using System.Numerics;

namespace ContactsPS.Client;

/// <summary>A number that was found in a text.</summary>
/// <param name="Parts">The digits it was read from.</param>
/// <param name="Reading">What they are.</param>
internal readonly record struct FoundNumber(NumberParts Parts, Reading Reading)
{
    /// <summary>Stands for no number.</summary>
    public static FoundNumber None => default;

    /// <summary>Whether it is a valid fixed line or mobile, and no number of its kind is longer.</summary>
    public bool IsAsLongAsCanBe
    {
        get
        {
            if (!Reading.IsValid)
            {
                return false;
            }

            NumberLengths lengths = CallingCodes.World.Get(Reading.CallingCode).Main.Lengths;
            uint ofKind = Reading.Kind switch
            {
                NumberKind.FixedLine => lengths.FixedLine,
                NumberKind.Mobile => lengths.Mobile,
                NumberKind.FixedLineOrMobile => lengths.FixedLine | lengths.Mobile,
                _ => 0,
            };
            return ofKind != 0 && Reading.GetNationalLength(Parts.Digits) == BitOperations.Log2(ofKind);
        }
    }

    /// <summary>Whether another is the same number.</summary>
    public bool IsSame(FoundNumber other)
    {
        Span<byte> mine = stackalloc byte[PhoneNumberNormalizer.MaximumLength];
        Span<byte> others = stackalloc byte[PhoneNumberNormalizer.MaximumLength];
        return mine[..Write(mine)].SequenceEqual(others[..other.Write(others)]);
    }

    /// <summary>Writes the number in E.164.</summary>
    /// <returns>Its length.</returns>
    public int Write(Span<byte> destination) => Reading.Write(Parts.Digits, destination);
}
