using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ContactsPS.Client;

namespace ContactsPS.Completion;

/// <summary>
/// Completes the start of a property map: a hashtable with the name of a field as its first key. Inside a hashtable, the
/// engine asks no completer.
/// </summary>
public sealed class PropertyMapCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        WildcardPattern pattern = CompletionWord.ToPattern(wordToComplete);
        return
        [
            .. Enum.GetNames<ContactField>()
                .Where(pattern.IsMatch)
                .Select(field => new CompletionResult(
                    $"@{{ {field} = ", field, CompletionResultType.ParameterValue, $"@{{ {field} = 'Column' }} or @{{ {field} = {{ $_.Column }} }}")),
        ];
    }
}
