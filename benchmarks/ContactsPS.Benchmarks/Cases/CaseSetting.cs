namespace ContactsPS.Benchmarks;

/// <summary>What cases are made from.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Workspace">The place for files.</param>
/// <param name="Shell">The PowerShell on the path; null where there is none.</param>
internal sealed record CaseSetting(BenchmarkOptions Options, Workspace Workspace, PowerShellProgram? Shell);
