using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ContactsPS.Completion;

/// <summary>Completes the products that a balance is counted in (web-service.md, The other calls).</summary>
public sealed class ProductNameCompleter : IArgumentCompleter
{
    private static readonly (string Name, string Meaning)[] s_products =
    [
        ("sms_low_cost", "SMS, low cost"),
        ("sms_premium", "SMS, premium"),
        ("vocal_sms", "Vocal SMS"),
        ("hlr", "HLR look-up of a number"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        WildcardPattern pattern = CompletionWord.ToPattern(wordToComplete);
        return [.. s_products.Where(product => pattern.IsMatch(product.Name)).Select(product => CompletionWord.Plain(product.Name, product.Meaning))];
    }
}
