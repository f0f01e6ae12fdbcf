namespace ContactsPS.Benchmarks;

/// <summary>Import-Contact of a workbook, compared with a library that only reads the cells of the sheet.</summary>
internal static class WorkbookCase
{
    public const string Name = "workbook";

    public static Case Make(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(200_000);
        string path = setting.Workspace.GetWorkbook(rows);
        var import = new ScriptWork(setting.Shell, "Import-Contact", "Import-Contact.ps1", path, rows, rows) { WarmUps = WarmUp.Runs };
        var read = new WorkbookReadingWork(path, rows) { WarmUps = WarmUp.Runs };
        return new Case(Name, [import, read], [new Comparison(import, Quantity.Rate) { Baseline = read, Target = Target.AtLeast(0.8) }]);
    }
}
