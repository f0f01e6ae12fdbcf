namespace ContactsPS.Benchmarks;

/// <summary>A file of JSON Lines compared with a delimited file of the same contacts.</summary>
internal static class JsonLinesCase
{
    public const string Name = "json-lines";

    public static Case Make(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(1_000_000);
        ScriptWork Make(string label, string path) => new(setting.Shell, label, "Import-Contact.ps1", path, rows, rows)
        {
            WarmUps = WarmUp.Runs,
        };

        ScriptWork lines = Make("JSON Lines", setting.Workspace.GetJsonLinesFile(rows));
        ScriptWork delimited = Make("delimited text", setting.Workspace.GetContactFile(rows));
        return new Case(Name, [lines, delimited], [new Comparison(lines, Quantity.Rate) { Baseline = delimited, Target = Target.AtLeast(0.5) }])
        {
            SendsSameBodies = true,
        };
    }
}
