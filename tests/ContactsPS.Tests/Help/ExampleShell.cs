using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace ContactsPS.Tests.Help;

/// <summary>
/// A session in which a person types the examples of a page, in a folder that has a copy of samples/. Each statement is a
/// command line of its own.
/// </summary>
internal sealed class ExampleShell : IDisposable
{
    private readonly ConsoleHost _host = new();
    private readonly TemporaryFolder _folder = new();
    private readonly Runspace _runspace;

    public ExampleShell()
    {
        string samples = Path.Combine(_folder.Path, "samples");
        Directory.CreateDirectory(samples);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples")))
        {
            File.Copy(file, Path.Combine(samples, Path.GetFileName(file)));
        }

        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule([Repository.Manifest]);
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
        Type($"Set-Location -LiteralPath '{_folder.Path}'");
    }

    /// <summary>The current folder.</summary>
    public string Folder => _folder.Path;

    /// <summary>Runs commands one after the other, and gets the text that the console shows.</summary>
    public string Type(string code)
    {
        ScriptBlockAst script = Parser.ParseInput(code, out _, out ParseError[] errors);
        Assert.Empty(errors);
        foreach (StatementAst statement in script.EndBlock.Statements)
        {
            RunLine(statement.Extent.Text);
        }

        return _host.TakeText();
    }

    public void Dispose()
    {
        Type("Stop-ContactsSandbox");
        _runspace.Dispose();
        _folder.Dispose();
    }

    private void RunLine(string line)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(line);
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException error)
        {
            // As the console does with an error that ends a command.
            using var show = PowerShell.Create(_runspace);
            show.AddCommand("Out-Default").AddParameter("InputObject", error.ErrorRecord).Invoke();
        }
    }
}
