namespace ContactsPS.Benchmarks;

/// <summary>Import-Contact against a client that has nothing to do but post.</summary>
internal static class FileCase
{
    public const string Name = "file";

    public const string ColdName = "file-cold";

    /// <summary>What is compared is compiled.</summary>
    public static Case Make(CaseSetting setting) => Make(setting, Name, WarmUp.Runs);

    /// <summary>Both begin in a process that has just started, and are compiled on the way.</summary>
    public static Case MakeCold(CaseSetting setting) => Make(setting, ColdName, warmUps: 0);

    private static Case Make(CaseSetting setting, string name, int warmUps)
    {
        int rows = setting.Options.RowsOr(1_000_000);
        var import = new WorkloadWork("Import-Contact", Workload.ImportFile, rows, rows, "--path", setting.Workspace.GetContactFile(rows))
        {
            WarmUps = warmUps,
        };
        var bare = new WorkloadWork("bare HttpClient", Workload.BareClient, rows, rows) { WarmUps = warmUps };
        return new Case(name, [import, bare], [new Comparison(import, Quantity.Rate) { Baseline = bare, Target = Target.AtLeast(0.5) }])
        {
            SendsSameBodies = true,
        };
    }
}
