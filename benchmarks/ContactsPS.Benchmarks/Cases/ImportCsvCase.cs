namespace ContactsPS.Benchmarks;

/// <summary>Import-Csv into Add-Contact in a real shell, against Import-Csv into nothing.</summary>
internal static class ImportCsvCase
{
    public const string Name = "import-csv";

    public static Case Make(CaseSetting setting)
    {
        if (setting.Shell is not { } shell)
        {
            return Case.Skip(Name, "there is no pwsh on the path");
        }

        int rows = setting.Options.RowsOr(500_000);
        string path = setting.Workspace.GetContactFile(rows);
        string warmUp = setting.Workspace.GetContactFile(ObjectsWorkload.WarmUpRows);
        var add = new ScriptWork(
            shell, "Import-Csv | Add-Contact", "Add-Contact.ps1", path, rows, warmUp, rows + ObjectsWorkload.WarmUpRows);
        var read = new ScriptWork(shell, "Import-Csv | Out-Null", "Out-Null.ps1", path, rows, warmUp, delivered: 0);
        return new Case(Name, [add, read], [new Comparison(add, Quantity.Time) { Baseline = read, Target = Target.AtMost(1.25) }]);
    }
}
