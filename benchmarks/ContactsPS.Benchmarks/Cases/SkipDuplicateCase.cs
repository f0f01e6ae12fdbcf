namespace ContactsPS.Benchmarks;

/// <summary>The bytes that -SkipDuplicate keeps of each distinct number: on the managed heap, and at the peak of the process.</summary>
internal static class SkipDuplicateCase
{
    public const string Name = "skip-duplicate";

    public static Case Make(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(1_000_000);
        string path = setting.Workspace.GetContactFile(rows);
        var with = new ScriptWork(setting.Shell, "with -SkipDuplicate", "Import-SkipDuplicate.ps1", path, rows, rows);
        var without = new ScriptWork(setting.Shell, "without", "Import-EveryNumber.ps1", path, rows, rows);
        return new Case(Name, [with, without],
        [
            new Comparison(with, Quantity.ExtraHeap) { Baseline = without },
            new Comparison(with, Quantity.Time) { Baseline = without },
        ]);
    }
}
