using System.Text;
using PhoneNumbers;

namespace ContactsPS.Client.Tests;

/// <summary>The rules that are compiled from libphonenumber's metadata read digits as libphonenumber itself does.</summary>
public sealed class CompiledRulesTests
{
    /// <summary>Two numbers for each: more than a million in all.</summary>
    private static readonly int s_numbersOfRegion = Rounds.Of(2100);

    private static readonly PhoneNumberUtil s_util = PhoneNumberUtil.GetInstance();

    [Fact]
    public void The_numbers_of_every_region_are_read_as_libphonenumber_does()
    {
        List<string> differences = [];
        int unknown = 0;
        Parallel.ForEach(SampleNumbers.Regions, region =>
        {
            PhoneMetadata metadata = s_util.GetMetadataForRegion(region);
            NumberingPlan plan = CallingCodes.World.Get(metadata.CountryCode);
            var rules = new RegionRules(metadata);
            var random = new Random(metadata.CountryCode);
            PhoneNumber[] examples = SampleNumbers.ByRegion[region];
            for (int i = 0; i < s_numbersOfRegion; i++)
            {
                string national = SampleNumbers.Vary(s_util.GetNationalSignificantNumber(examples[random.Next(examples.Length)]), random);
                string prefix = random.Next(3) switch { 0 => metadata.NationalPrefix, 1 when random.Next(4) == 0 => "0", _ => string.Empty };
                byte[] international = Encoding.ASCII.GetBytes($"{metadata.CountryCode}{prefix}{national}");
                Compare(plan.ReadInternational(international), LibraryReader.ReadInternational(international), region, international);
                byte[] written = random.Next(8) == 0 ? international : Encoding.ASCII.GetBytes(prefix + national);
                Compare(plan.ReadNational(rules, written), LibraryReader.ReadNational(region, written), region, written);
            }
        });

        Assert.Empty(differences);
        Assert.InRange(unknown, 1, SampleNumbers.Regions.Length * s_numbersOfRegion * 2 / 20);

        void Compare(Reading compiled, Reading own, string region, byte[] digits)
        {
            if (compiled.Certainty == Certainty.Unknown)
            {
                Interlocked.Increment(ref unknown);
            }
            else if (!IsSame(compiled, own))
            {
                lock (differences)
                {
                    differences.Add($"{region}: {Encoding.ASCII.GetString(digits)}: {compiled.Certainty}, not {own.Certainty}");
                }
            }
        }
    }

    [Fact]
    public void The_numbers_of_no_country_are_read_as_libphonenumber_does()
    {
        var random = new Random(1);
        foreach (PhoneNumber example in SampleNumbers.OfNoCountry)
        {
            for (int i = 0; i < Rounds.Of(500); i++)
            {
                string digits = $"{example.CountryCode}{SampleNumbers.Vary(s_util.GetNationalSignificantNumber(example), random)}";
                byte[] international = Encoding.ASCII.GetBytes(digits);
                Reading compiled = CallingCodes.World.Get(example.CountryCode).ReadInternational(international);
                Assert.True(IsSame(compiled, LibraryReader.ReadInternational(international)), digits);
            }
        }
    }

    [Fact]
    public void The_patterns_of_every_region_can_be_compiled()
    {
        Assert.All(SampleNumbers.Regions, region => Assert.NotNull(new RegionRules(s_util.GetMetadataForRegion(region)).Numbers));
        Assert.All(SampleNumbers.OfNoCountry, example => Assert.NotNull(CallingCodes.World.Get(example.CountryCode).Main.Numbers));
    }

    [Fact]
    public void The_lengths_of_mobiles_are_those_of_libphonenumber()
    {
        Assert.All(SampleNumbers.Regions, region =>
        {
            int code = s_util.GetCountryCodeForRegion(region);
            NumberLengths lengths = CallingCodes.World.Get(code).Main.Lengths;
            for (int length = 2; length <= NumberLengths.Longest; length++)
            {
                PhoneNumber number = new PhoneNumber.Builder().SetCountryCode(code).SetNationalNumber((ulong)Math.Pow(10, length - 1)).Build();
                bool isPossible = s_util.IsPossibleNumberForTypeWithReason(number, PhoneNumberType.MOBILE) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE;
                Assert.Equal((region, length, isPossible), (region, length, NumberLengths.Has(lengths.Mobile, length)));
            }
        });
    }

    private static bool IsSame(Reading compiled, Reading own)
        => compiled.Certainty == own.Certainty
            && (own.Certainty == Certainty.None
                || (compiled.IsSame(own) && compiled.Kind == own.Kind && compiled.HasCallingCode == own.HasCallingCode));
}
