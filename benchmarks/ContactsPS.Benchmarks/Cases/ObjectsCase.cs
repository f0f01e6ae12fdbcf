namespace ContactsPS.Benchmarks;

/// <summary>
/// Objects that are in memory already, against the cheapest loop of the shell. Beside it: a cmdlet that does nothing with
/// them, which is the engine's own share.
/// </summary>
internal static class ObjectsCase
{
    public const string Name = "objects";

    public const string ColdName = "objects-cold";

    private const int UsualRows = 200_000;

    /// <summary>In the engine of this process. What is compared is compiled.</summary>
    public static Case Make(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(UsualRows);
        WorkloadWork Make(string into, int delivered) =>
            new($"$rows | {into}", Workload.ReadyObjects, rows, delivered, "--into", into) { WarmUps = WarmUp.Runs };

        WorkloadWork add = Make("Add-Contact", rows);
        WorkloadWork loop = Make("ForEach-Object { }", delivered: 0);
        WorkloadWork skip = Make(SkipObjectCommand.Name, delivered: 0);
        return new Case(Name, [add, loop, skip],
        [
            new Comparison(add, Quantity.Time) { Baseline = loop, Target = Target.AtMost(1) },
            new Comparison(skip, Quantity.Time) { Baseline = loop },
        ]);
    }

    /// <summary>
    /// In a shell that has just started: both are compiled on the way. A real one, because its own code is compiled
    /// beforehand, and that of the engine of this process isn't.
    /// </summary>
    public static Case MakeCold(CaseSetting setting)
    {
        if (setting.Shell is not { } shell)
        {
            return Case.Skip(ColdName, "there is no pwsh on the path");
        }

        int rows = setting.Options.RowsOr(UsualRows);
        string path = setting.Workspace.GetContactFile(rows);
        var add = new ScriptWork(shell, "$rows | Add-Contact", "Rows-Add-Contact.ps1", path, rows, rows) { TakesRows = true };
        var loop = new ScriptWork(shell, "$rows | ForEach-Object { }", "Rows-ForEach-Object.ps1", path, rows, delivered: 0) { TakesRows = true };
        return new Case(ColdName, [add, loop], [new Comparison(add, Quantity.Time) { Baseline = loop, Target = Target.AtMost(1) }]);
    }
}
