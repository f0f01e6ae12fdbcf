using System.Runtime.CompilerServices;
using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>Which calling codes there are, and the numbering plan of each, made when it is first asked for.</summary>
internal sealed class CallingCodes
{
    /// <summary>Calling codes have one to three digits, and none begins with a zero (ITU-T E.164).</summary>
    private const int MostDigits = 3;

    private readonly bool[] _exists = new bool[1000];
    private readonly NumberingPlan?[] _plans = new NumberingPlan?[1000];

    private CallingCodes()
    {
        foreach (int code in PhoneNumberUtil.GetInstance().GetSupportedCallingCodes())
        {
            _exists[code] = true;
        }
    }

    /// <summary>The calling codes of the world, for all of the process.</summary>
    public static CallingCodes World { get; } = new();

    /// <summary>Finds the calling code that digits begin with: no code is the beginning of another.</summary>
    /// <param name="digits">ASCII digits.</param>
    /// <returns>Its numbering plan; null where they begin with none.</returns>
    [MethodImpl(HotPath.Compiled)]
    public NumberingPlan? Find(ReadOnlySpan<byte> digits)
    {
        int code = 0;
        for (int i = 0; i < digits.Length && i < MostDigits; i++)
        {
            code = (code * 10) + (digits[i] - '0');
            if (code == 0)
            {
                // No calling code begins with a zero: 033 is not 33, and another number would be sent.
                return null;
            }

            if (_exists[code])
            {
                return Get(code);
            }
        }

        return null;
    }

    /// <summary>The numbering plan of a calling code that exists.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NumberingPlan Get(int code) => _plans[code] ?? Make(code);

    private NumberingPlan Make(int code)
    {
        // Two threads may make the same plan at the same time. Either one can be kept.
        var plan = new NumberingPlan(code);
        Volatile.Write(ref _plans[code], plan);
        return plan;
    }
}
