using CsCheck;

namespace ContactsPS.Client.Tests;

public sealed class LineRangesTests
{
    [Fact]
    public void The_lines_of_all_ranges_are_found_in_whatever_order_they_were_added()
    {
        Gen.Select(Gen.Long[1, 40], Gen.Long[0, 8]).Array[0, 12].Sample(
            pairs =>
            {
                var ranges = new LineRanges();
                var lines = new HashSet<long>();
                foreach ((long first, long more) in pairs)
                {
                    ranges.Add(first, first + more);
                    lines.UnionWith(Enumerable.Range(0, (int)more + 1).Select(i => first + i));
                }

                Assert.Equal(lines.Order(), Enumerable.Range(0, 60).Select(line => (long)line).Where(ranges.Contains));
            },
            iter: 2000);
    }

    [Fact]
    public void Lines_can_be_left_out_of_the_search()
    {
        var ranges = new LineRanges();
        ranges.Add(30, 39);
        ranges.Add(2, 9);
        ranges.Add(10, 19);

        Assert.Equal([5, 19, 30], new long[] { 5, 19, 20, 29, 30, 40 }.Where(ranges.Contains));
    }
}
