using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace ContactsPS.Client.Tests;

public sealed class DigitAutomatonTests
{
    [Theory]
    [InlineData("6[0-24-8]|7[3-9]")]
    [InlineData("(?:1|22?)[3-5]{2}")]
    [InlineData("0?(?:(11|2[13-5]?)15)?")]
    [InlineData("[12]{0,2}3{1,3}|[45]{3}")]
    [InlineData("(?:(?:1|2)3?){2,3}")]
    [InlineData("[1-33-5]|[7-97]2")]
    [InlineData("")]
    public void Digits_match_as_the_regular_expression_says(string pattern)
    {
        DigitAutomaton automaton = Build(pattern);
        var expression = new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

        Gen.String[Gen.Char["0123456789"], 0, 9].Sample(
            digits => Assert.Equal((digits, expression.IsMatch(digits)), (digits, IsMatch(automaton, digits))), iter: Rounds.Of(20_000));
    }

    [Fact]
    public void What_matches_the_beginning_matches_whatever_follows()
    {
        var graph = new DigitPatternGraph();
        Assert.True(graph.TryAdd("1[23]|4", label: 3, isBeginning: true));
        DigitAutomaton automaton = Assert.IsType<DigitAutomaton>(DigitAutomatonBuilder.Build(graph));

        Assert.Equal(
            [false, true, true, true, false],
            ((string[])["1", "12", "13999", "4", "51"]).Select(digits => automaton.LabelSets[automaton.Match(Encoding.ASCII.GetBytes(digits))] == 1 << 3));
    }

    [Theory]
    [InlineData("1*")]
    [InlineData("1+")]
    [InlineData("1??")]
    [InlineData("1{2}{3}")]
    [InlineData("1{2,}")]
    [InlineData("1{,2}")]
    [InlineData("1{3,2}")]
    [InlineData("(?=1)2")]
    [InlineData("(?!1)2")]
    [InlineData(@"\d")]
    [InlineData(@"\1")]
    [InlineData("[^1]")]
    [InlineData("[1-")]
    [InlineData("[3-1]")]
    [InlineData("[]")]
    [InlineData("[")]
    [InlineData("[1")]
    [InlineData("[53-1]")]
    [InlineData("[51-a]")]
    [InlineData("1.")]
    [InlineData("(1")]
    [InlineData("1)")]
    [InlineData("^1")]
    [InlineData("1$2")]
    [InlineData("1$")]
    [InlineData("a")]
    public void A_pattern_with_anything_else_is_not_compiled(string pattern)
    {
        Assert.False(new DigitPatternGraph().TryAdd(pattern, label: 0));
    }

    [Theory]
    [InlineData("1(?:2|3$)?", "1:1 12:1 13:2 132:0 2:0")]
    [InlineData("1$|2$|3", "1:2 2:2 3:1 11:0 31:0")]
    public void What_ends_with_a_dollar_matches_only_at_the_end(string pattern, string expected)
    {
        var graph = new DigitPatternGraph();
        Assert.True(graph.TryAdd(pattern, label: 0, labelAtEnd: 1));
        DigitAutomaton automaton = Assert.IsType<DigitAutomaton>(DigitAutomatonBuilder.Build(graph));

        Assert.All(expected.Split(' '), it => Assert.Equal(
            it, $"{it.Split(':')[0]}:{automaton.LabelSets[automaton.Match(Encoding.ASCII.GetBytes(it.Split(':')[0]))]}"));
        Assert.False(new DigitPatternGraph().TryAdd("1$2", label: 0, labelAtEnd: 1));
        Assert.False(new DigitPatternGraph().TryAdd("(1$)2$3", label: 0, labelAtEnd: 1));
    }

    [Fact]
    public void A_pattern_that_is_too_large_is_not_compiled()
    {
        Assert.False(new DigitPatternGraph().TryAdd("(?:(?:[0-9]{99}){99}){99}", label: 0));

        var graph = new DigitPatternGraph();
        Assert.True(graph.TryAdd("[0-9]{0,40}1[0-9]{14}", label: 0));
        Assert.Null(DigitAutomatonBuilder.Build(graph));
    }

    private static DigitAutomaton Build(string pattern)
    {
        var graph = new DigitPatternGraph();
        Assert.True(graph.TryAdd(pattern, label: 0));
        return Assert.IsType<DigitAutomaton>(DigitAutomatonBuilder.Build(graph));
    }

    private static bool IsMatch(DigitAutomaton automaton, string digits)
        => automaton.LabelSets[automaton.Match(Encoding.ASCII.GetBytes(digits))] != 0;
}
