namespace ContactsPS.Benchmarks;

/// <summary>Add-Contact against what people write without it, in a real shell. Each has the rows it can do in seconds.</summary>
internal static class ScriptsCase
{
    public const string Name = "scripts";

    public static Case Make(CaseSetting setting)
    {
        int many = setting.Options.RowsOr(100_000);
        int few = Math.Min(2000, many);
        ScriptWork Make(string label, string script, int rows) =>
            new(setting.Shell, label, script, setting.Workspace.GetContactFile(rows), rows, rows);

        ScriptWork add = Make("Import-Csv | Add-Contact", "Add-Contact.ps1", many);
        ScriptWork[] others =
        [
            Make("Invoke-RestMethod a row", "Send-EachRow.ps1", few),
            Make("ForEach-Object -Parallel, Invoke-RestMethod a row", "Send-Parallel.ps1", few),
            Make("hand-written batches of 200", "Send-Batches.ps1", many),
        ];
        return new Case(Name, [add, .. others], [.. others.Select(other => new Comparison(add, Quantity.Rate) { Baseline = other })]);
    }
}
