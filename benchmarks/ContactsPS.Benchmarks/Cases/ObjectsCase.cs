namespace ContactsPS.Benchmarks;

/// <summary>
/// Objects that are already in memory, compared with the cheapest loop of PowerShell. Beside it: a cmdlet that does nothing
/// with them, which is the cost of the engine.
/// </summary>
internal static class ObjectsCase
{
    public const string Name = "objects";

    public const string ColdName = "objects-cold";

    /// <summary>All sides are compiled before they are measured.</summary>
    public static Case Make(CaseSetting setting)
    {
        ScriptWork add = MakeAdd(setting, WarmUp.Runs);
        ScriptWork loop = MakeLoop(setting, WarmUp.Runs);
        ScriptWork skip = Make(setting, "Skip-Object", "Rows-Skip-Object.ps1", delivers: false, WarmUp.Runs);
        return new Case(Name, [add, loop, skip], [Compare(add, loop), new Comparison(skip, Quantity.Time) { Baseline = loop }]);
    }

    /// <summary>Both sides begin in a shell that has just started, and are compiled while they run.</summary>
    public static Case MakeCold(CaseSetting setting)
    {
        ScriptWork add = MakeAdd(setting, warmUps: 0);
        ScriptWork loop = MakeLoop(setting, warmUps: 0);
        return new Case(ColdName, [add, loop], [Compare(add, loop)]);
    }

    private static ScriptWork MakeAdd(CaseSetting setting, int warmUps) =>
        Make(setting, "Add-Contact", "Rows-Add-Contact.ps1", delivers: true, warmUps);

    private static ScriptWork MakeLoop(CaseSetting setting, int warmUps) =>
        Make(setting, "ForEach-Object { }", "Rows-ForEach-Object.ps1", delivers: false, warmUps);

    private static ScriptWork Make(CaseSetting setting, string into, string script, bool delivers, int warmUps)
    {
        int rows = setting.Options.RowsOr(200_000);
        return new ScriptWork(setting.Shell, $"$rows | {into}", script, setting.Workspace.GetContactFile(rows), rows, delivers ? rows : 0)
        {
            TakesRows = true,
            WarmUps = warmUps,
        };
    }

    private static Comparison Compare(Work add, Work loop) => new(add, Quantity.Time) { Baseline = loop, Target = Target.AtMost(1) };
}
