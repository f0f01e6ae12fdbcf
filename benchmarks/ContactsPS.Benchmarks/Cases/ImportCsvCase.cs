namespace ContactsPS.Benchmarks;

/// <summary>Import-Csv into Add-Contact in a real shell, against Import-Csv into nothing.</summary>
internal static class ImportCsvCase
{
    public const string Name = "import-csv";

    public const string ColdName = "import-csv-cold";

    /// <summary>What is compared is compiled.</summary>
    public static Case Make(CaseSetting setting) => Make(setting, Name, WarmUp.Runs);

    /// <summary>Both begin in a shell that has just started, and are compiled on the way.</summary>
    public static Case MakeCold(CaseSetting setting) => Make(setting, ColdName, warmUps: 0);

    private static Case Make(CaseSetting setting, string name, int warmUps)
    {
        int rows = setting.Options.RowsOr(500_000);
        string path = setting.Workspace.GetContactFile(rows);
        var add = new ScriptWork(setting.Shell, "Import-Csv | Add-Contact", "Add-Contact.ps1", path, rows, rows) { WarmUps = warmUps };
        var read = new ScriptWork(setting.Shell, "Import-Csv | Out-Null", "Out-Null.ps1", path, rows, delivered: 0) { WarmUps = warmUps };
        return new Case(name, [add, read], [new Comparison(add, Quantity.Time) { Baseline = read, Target = Target.AtMost(1.25) }]);
    }
}
