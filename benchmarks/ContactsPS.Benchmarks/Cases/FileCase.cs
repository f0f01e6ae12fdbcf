namespace ContactsPS.Benchmarks;

/// <summary>Import-Contact against a client that has nothing to do but post.</summary>
internal static class FileCase
{
    public const string Name = "file";

    public const string ColdName = "file-cold";

    private const int UsualRows = 1_000_000;

    /// <summary>In the engine of this process. What is compared is compiled.</summary>
    public static Case Make(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(UsualRows);
        return Compare(Name, MakeHosted(setting, rows, WarmUp.Runs), MakeBare(rows, WarmUp.Runs));
    }

    /// <summary>
    /// Both begin in a process that has just started, and are compiled on the way. In a real shell where there is one,
    /// because its own code is compiled beforehand, and that of the engine of this process isn't.
    /// </summary>
    public static Case MakeCold(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(UsualRows);
        Work import = setting.Shell is { } shell
            ? new ScriptWork(shell, "Import-Contact", "Import-Contact.ps1", setting.Workspace.GetContactFile(rows), rows, rows)
            : MakeHosted(setting, rows, warmUps: 0);
        return Compare(ColdName, import, MakeBare(rows, warmUps: 0));
    }

    private static WorkloadWork MakeHosted(CaseSetting setting, int rows, int warmUps) =>
        new("Import-Contact", Workload.ImportFile, rows, rows, "--path", setting.Workspace.GetContactFile(rows)) { WarmUps = warmUps };

    private static WorkloadWork MakeBare(int rows, int warmUps) =>
        new("bare HttpClient", Workload.BareClient, rows, rows) { WarmUps = warmUps };

    private static Case Compare(string name, Work import, Work bare) =>
        new(name, [import, bare], [new Comparison(import, Quantity.Rate) { Baseline = bare, Target = Target.AtLeast(0.5) }])
        {
            SendsSameBodies = true,
        };
}
