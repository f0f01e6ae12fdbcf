namespace ContactsPS.Benchmarks;

/// <summary>Import-Contact, compared with a client that only posts.</summary>
internal static class FileCase
{
    public const string Name = "file";

    public const string ColdName = "file-cold";

    /// <summary>Both sides are compiled before they are measured.</summary>
    public static Case Make(CaseSetting setting) => Make(setting, Name, WarmUp.Runs);

    /// <summary>Both sides begin in a process that has just started, and are compiled while they run.</summary>
    public static Case MakeCold(CaseSetting setting) => Make(setting, ColdName, warmUps: 0);

    private static Case Make(CaseSetting setting, string name, int warmUps)
    {
        int rows = setting.Options.RowsOr(1_000_000);
        string path = setting.Workspace.GetContactFile(rows);
        var import = new ScriptWork(setting.Shell, "Import-Contact", "Import-Contact.ps1", path, rows, rows) { WarmUps = warmUps };
        var bare = new BareClientWork(rows) { WarmUps = warmUps };
        return new Case(name, [import, bare], [new Comparison(import, Quantity.Rate) { Baseline = bare, Target = Target.AtLeast(0.5) }])
        {
            SendsSameBodies = true,
        };
    }
}
