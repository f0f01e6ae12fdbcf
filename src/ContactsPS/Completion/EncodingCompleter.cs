using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ContactsPS.Input;

namespace ContactsPS.Completion;

/// <summary>Completes the names of encodings that Import-Csv knows, and the code page that Excel uses in western Europe.</summary>
public sealed class EncodingCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        WildcardPattern pattern = CompletionWord.ToPattern(wordToComplete);
        return EncodingTransformationAttribute.Names
            .Append("windows-1252")
            .Where(pattern.IsMatch)
            .Select(name => new CompletionResult(name));
    }
}
