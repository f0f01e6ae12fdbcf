using System.Globalization;

namespace ContactsPS.Client.Tests;

public sealed class PartitionTests
{
    private const int Count = 7;

    private static readonly Partition[] s_all = [.. Enumerable.Range(1, Count).Select(i => Partition.Parse($"{i}/{Count}"))];

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("3/16", 3, 16)]
    [InlineData("16/16", 16, 16)]
    public void A_partition_is_a_share_of_a_number_of_shares(string text, int index, int count)
    {
        var partition = Partition.Parse(text);

        Assert.Equal((index, count, text), (partition.Index, partition.Count, $"{partition}"));
        Assert.Equal(partition, Partition.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("0/16")]
    [InlineData("17/16")]
    [InlineData("0/0")]
    [InlineData("-1/16")]
    [InlineData("1/-1")]
    [InlineData("x/16")]
    [InlineData("3/x")]
    [InlineData(" 3/16")]
    [InlineData("3/16/1")]
    [InlineData("3/99999999999")]
    public void Any_other_text_is_refused_with_an_example(string text) => Assert.Equal(
        $"'{text}' is not a partition. Write the number of the share, from 1, and the number of shares. For example, 3/16 is the third of sixteen.",
        Assert.Throws<FormatException>(() => Partition.Parse(text)).Message);

    [Fact]
    public void A_missing_text_is_refused() => Assert.Throws<ArgumentNullException>(() => Partition.Parse(null!));

    // Computed with another program: FNV-1a, and then the finaliser of MurmurHash3.
    [Theory]
    [InlineData("+33612345678", "2/2", "1/3", "4/16", "900/1000")]
    [InlineData("+33612345679", "2/2", "1/3", "14/16", "334/1000")]
    [InlineData("+33612345680", "1/2", "1/3", "15/16", "967/1000")]
    [InlineData("+14155550123", "1/2", "2/3", "3/16", "595/1000")]
    [InlineData("+447911123456", "2/2", "2/3", "16/16", "456/1000")]
    public void A_number_has_the_same_share_on_each_machine_and_in_each_version(string number, params string[] shares) =>
        Assert.All(shares, share => Assert.True(Partition.Parse(share).Owns(number), share));

    [Fact]
    public void Each_number_and_each_line_is_in_exactly_one_share()
    {
        for (int i = 0; i < 1000; i++)
        {
            string number = Number(i);
            Assert.Single(s_all, partition => partition.Owns(number));
            Assert.Single(s_all, partition => partition.Owns((long)i));
        }
    }

    [Fact]
    public void Consecutive_numbers_are_spread_over_the_shares()
    {
        const int Numbers = 7000;

        Assert.All(s_all, partition => Assert.InRange(
            Enumerable.Range(0, Numbers).Count(i => partition.Owns(Number(i))), Numbers / Count * 0.9, Numbers / Count * 1.1));
    }

    [Fact]
    public void Consecutive_lines_are_in_consecutive_shares() => Assert.Equal(
        [2, 3, 4, 5, 6, 7, 1, 2],
        Enumerable.Range(1, 8).Select(line => s_all.Single(partition => partition.Owns((long)line)).Index));

    private static string Number(int i) => string.Create(CultureInfo.InvariantCulture, $"+336{12_000_000 + i}");
}
