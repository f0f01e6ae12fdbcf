namespace ContactsPS.Benchmarks;

/// <summary>A shell that starts, sends a thousand contacts and ends, as a scheduler runs it, against a hand-written script.</summary>
internal static class ScheduledRunCase
{
    public const string Name = "scheduled-run";

    public static Case Make(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(1000);
        string path = setting.Workspace.GetContactFile(rows);
        WholeProcessWork Run(string label, string script, params string[] arguments) => new(label, rows, setting.Shell.Path, endpoint =>
            ["-NoProfile", "-NonInteractive", "-File", ScriptWork.PathOf(script), "-Path", path, "-Endpoint", endpoint.AbsoluteUri, .. arguments]);

        WholeProcessWork import = Run("a process with Import-Contact", "Scheduled-Import.ps1", "-Manifest", PowerShellProgram.Manifest);
        WholeProcessWork written = Run("a process with hand-written batches of 200", "Send-Batches.ps1");
        return new Case(Name, [import, written], [new Comparison(import, Quantity.Time) { Baseline = written, Target = Target.AtMost(0.8) }])
        {
            RoundsFactor = 2,
        };
    }
}
