namespace ContactsPS.Client.Tests;

public sealed class DuplicateFilterTests
{
    [Fact]
    public void Numbers_are_sorted_by_their_digits()
    {
        var numbers = new DuplicateFilter();
        foreach (string number in (string[])["+33612345679", "+123456789012345", "+7", "+33612345678"])
        {
            Assert.True(numbers.Add(number));
        }

        Assert.Equal([7UL, 33612345678UL, 33612345679UL, 123456789012345UL], numbers.Sort());
    }

    [Theory]
    [InlineData("+33612345678")]
    [InlineData("+7")]
    [InlineData("+")]
    [InlineData("")]
    [InlineData("0612345678")]
    [InlineData("+0612345678")]
    [InlineData("+3361234567a")]
    [InlineData("+1234567890123456")]
    public void A_text_is_remembered_until_it_is_forgotten(string text)
    {
        var numbers = new DuplicateFilter();
        numbers.Add("+33600000000");
        numbers.Add("other");

        Assert.False(numbers.Contains(text));
        Assert.True(numbers.Add(text));
        Assert.False(numbers.Add(text));
        Assert.True(numbers.Contains(text));
        Assert.Equal(3, numbers.Count);

        numbers.RemoveLast();
        Assert.False(numbers.Contains(text));
        Assert.True(numbers.Add(text));

        numbers.Add("more");
        numbers.Remove(text);
        Assert.False(numbers.Contains(text));
        Assert.Equal(3, numbers.Count);
    }

    [Fact]
    public void Texts_that_begin_with_the_same_number_are_different()
    {
        var numbers = new DuplicateFilter();

        Assert.All((string[])["+336123", "+336123a", "+336123b", "336123"], text => Assert.True(numbers.Add(text)));
    }
}
