using System.Management.Automation.Runspaces;

namespace ContactsPS.Tests.Hosting;

/// <summary>A runspace of the real engine with the built module imported, in which scripts run one after the other.</summary>
public sealed class ModuleShell : IDisposable
{
    private readonly Runspace _runspace;

    public ModuleShell()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule([Repository.Manifest]);
        _runspace = RunspaceFactory.CreateRunspace(Host, state);
        _runspace.Open();
    }

    /// <summary>What the engine shows to and asks of a person.</summary>
    public RecordingHost Host { get; } = new();

    /// <summary>Sets a variable that scripts see.</summary>
    public void Set(string name, object? value) => _runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Reads a variable that scripts have set.</summary>
    public object? Get(string name) => _runspace.SessionStateProxy.GetVariable(name);

    /// <summary>Runs a script to its end. A terminating error ends it and is the result's <see cref="ShellResult.Thrown"/>.</summary>
    public ShellResult Run(string script)
    {
        Set("thrown", null);
        using PowerShell shell = Create($"try {{\n{script}\n}} catch {{ $global:thrown = $_ }}");
        List<PSObject> output = [.. shell.Invoke()];
        return new ShellResult(output, shell.Streams, (Get("thrown") as PSObject)?.BaseObject as ErrorRecord ?? Get("thrown") as ErrorRecord);
    }

    /// <summary>Runs a script that feeds <c>$rows</c>.</summary>
    public ShellResult Run(string script, IEnumerable<object?> rows)
    {
        Set("rows", rows.ToArray());
        return Run(script);
    }

    /// <summary>Makes a pipeline that the test starts and stops itself.</summary>
    public PowerShell Create(string script)
    {
        var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        return shell;
    }

    /// <summary>Starts a sandbox by the cmdlet, with these parameters, and connects to it.</summary>
    public Sandbox StartSandbox(string parameters = "")
    {
        ShellResult started = Run($"$global:sandbox = Start-ContactsSandbox {parameters}; $sandbox | Connect-ContactsAccount -NoVerify; $sandbox");
        return new Sandbox(started.OneObject());
    }

    public void Dispose()
    {
        Run("Stop-ContactsSandbox");
        _runspace.Dispose();
    }
}
