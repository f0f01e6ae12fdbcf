namespace ContactsPS.Benchmarks;

/// <summary>What cases are made from.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Workspace">The place for files.</param>
/// <param name="Shell">The PowerShell that runs the scripts.</param>
internal sealed record CaseSetting(BenchmarkOptions Options, Workspace Workspace, PowerShellProgram Shell);
