using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace ContactsPS.Benchmarks;

/// <summary>The PowerShell engine in this process, with the module imported from its manifest.</summary>
internal sealed class HostedEngine : IDisposable
{
    private readonly Runspace _runspace;

    /// <summary>Opens a runspace.</summary>
    /// <param name="modules">The modules to import.</param>
    public HostedEngine(params string[] modules)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(modules);
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>The manifest of the module.</summary>
    public static string ModulePath { get; } = typeof(HostedEngine).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ModulePath").Value!;

    /// <summary>Runs a script.</summary>
    /// <exception cref="BenchmarkException">It wrote an error.</exception>
    public Collection<PSObject> Run(string script, params (string Name, object Value)[] variables)
    {
        foreach ((string name, object value) in variables)
        {
            _runspace.SessionStateProxy.SetVariable(name, value);
        }

        using var shell = PowerShell.Create(_runspace);
        Collection<PSObject> output = shell.AddScript(script).Invoke();
        return shell.HadErrors ? throw new BenchmarkException($"{script}: {shell.Streams.Error.FirstOrDefault()}") : output;
    }

    public void Dispose() => _runspace.Dispose();
}
