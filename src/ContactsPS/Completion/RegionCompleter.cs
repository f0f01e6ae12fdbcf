using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using ContactsPS.Client;

namespace ContactsPS.Completion;

/// <summary>
/// Completes the two-letter code of a country, with its name as tooltip. A word of three letters or more may also be the
/// start of the name.
/// </summary>
public sealed class RegionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        WildcardPattern pattern = CompletionWord.ToPattern(wordToComplete);
        return
        [
            .. from code in PhoneRegions.Codes
               let country = FindCountry(code)
               where pattern.IsMatch(code) || (wordToComplete?.Length > 2 && pattern.IsMatch(country))
               select CompletionWord.Plain(code, country),
        ];
    }

    private static string FindCountry(string code)
    {
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            // Ascension and Tristan da Cunha have phone numbers, but are not countries for all systems.
            return code;
        }
    }
}
