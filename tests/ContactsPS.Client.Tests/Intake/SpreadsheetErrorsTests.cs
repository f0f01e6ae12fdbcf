using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>The errors that spreadsheets write instead of a value, in each language.</summary>
public sealed class SpreadsheetErrorsTests
{
    [Theory]
    [InlineData("English", "#N/A #NAME? #VALUE! #REF! #DIV/0! #NUM! #NULL! #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! #GETTING_DATA #ERROR!")]
    [InlineData("French", "#N/A #NOM? #VALEUR! #REF! #DIV/0! #NOMBRE! #NUL! #PROPAGATION! #CALCUL!")]
    [InlineData("German", "#NV #NAME? #WERT! #BEZUG! #DIV/0! #ZAHL! #NULL! #ÜBERLAUF! #KALK!")]
    [InlineData("Spanish", "#N/D #¿NOMBRE? #¡VALOR! #¡REF! #¡DIV/0! #¡NUM! #¡NULO! #¡DESBORDAMIENTO!")]
    [InlineData("Italian", "#N/D #NOME? #VALORE! #RIF! #DIV/0! #NUM! #NULLO! #ESPANSIONE!")]
    [InlineData("Portuguese", "#N/D #NOME? #VALOR! #REF! #DIV/0! #NÚM! #NULO! #DESPEJAR!")]
    [InlineData("Dutch", "#N/B #NAAM? #WAARDE! #VERW! #DEEL/0! #GETAL! #LEEG! #OVERLOOP!")]
    public void Each_error_of_a_language_is_one(string language, string errors) => Assert.All(
        errors.Split(' '), error => Assert.True(Agree(error, isOne: true), $"{language}: {error}"));

    [Theory]
    [InlineData(" #REF! ")]
    [InlineData("\t#REF!")]
    [InlineData("\u00A0#REF!\r\n")]
    [InlineData("                                                                                #N/A")]
    public void Blanks_around_an_error_have_no_meaning(string text) => Assert.True(Agree(text, isOne: true));

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("#1")]
    [InlineData("#1 fan")]
    [InlineData("#ref!")]
    [InlineData("REF!")]
    [InlineData("N/A")]
    [InlineData("#REF!#REF!")]
    [InlineData("'#REF!")]
    [InlineData("#REF! in a text that is longer than any error of any spreadsheet in any language")]
    public void Any_other_text_is_none(string text) => Assert.True(Agree(text, isOne: false));

    [Fact]
    public void The_problem_names_the_field_and_the_error() => Assert.Equal(
        "the field Param1 is #NV, an error of a spreadsheet, so what belongs there isn't known; write the value in its place",
        SpreadsheetErrors.Describe("Param1", " #NV "));

    private static bool Agree(string text, bool isOne) =>
        SpreadsheetErrors.IsOne(text) == isOne && SpreadsheetErrors.IsOne(Encoding.UTF8.GetBytes(text)) == isOne;
}
