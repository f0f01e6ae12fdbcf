using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Language;
using ContactsPS.Client;

namespace ContactsPS.Completion;

/// <summary>Completes the names of the sheets of the workbooks in -Path or -LiteralPath.</summary>
public sealed class WorksheetNameCompleter : IArgumentCompleter
{
    private static readonly string[] s_pathParameters = ["Path", "LiteralPath"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var command = new CompletedCommand(fakeBoundParameters);
        WildcardPattern pattern = CompletionWord.ToPattern(wordToComplete);
        return
        [
            .. s_pathParameters
                .SelectMany(parameter => command.Texts(parameter).SelectMany(path => Find(path, parameter)))
                .SelectMany(ReadSheets)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(pattern.IsMatch)
                .Select(name => CompletionWord.Quote(name)),
        ];
    }

    /// <summary>Finds the files of a path. Without any, there is no error.</summary>
    /// <param name="path">The path.</param>
    /// <param name="parameter">Path, or LiteralPath when wildcard characters have no special meaning.</param>
    private static Collection<string> Find(string path, string parameter)
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(@"Microsoft.PowerShell.Management\Convert-Path")
            .AddParameter(parameter, path)
            .AddParameter("ErrorAction", ActionPreference.Ignore);
        return shell.Invoke<string>();
    }

    /// <summary>Reads the names of the sheets. A file that is not a workbook, or can't be read, has none.</summary>
    private static IReadOnlyList<string> ReadSheets(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return SheetNames.Read(stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ContactsException or ArgumentException or NotSupportedException)
        {
            return [];
        }
    }
}
