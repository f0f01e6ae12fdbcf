namespace ContactsPS.Benchmarks;

/// <summary>
/// The time that Import-Module adds to the start of a shell. Beside it: the same with an empty module, which is the cost of
/// PowerShell itself.
/// </summary>
internal static class ImportModuleCase
{
    public const string Name = "import-module";

    public static Case Make(CaseSetting setting)
    {
        string emptyModule = setting.Workspace.GetPath("Empty.psd1");
        File.WriteAllText(emptyModule, "@{ ModuleVersion = '1.0' }");
        WholeProcessWork Start(string label, string command) =>
            new(label, rows: 0, setting.Shell.Path, _ => ["-NoProfile", "-NonInteractive", "-Command", command]);

        WholeProcessWork empty = Start("pwsh", "exit");
        WholeProcessWork withModule = Start("pwsh with ContactsPS", ToImport(PowerShellProgram.Manifest));
        WholeProcessWork withEmpty = Start("pwsh with an empty module", ToImport(emptyModule));
        return new Case(Name, [withModule, empty, withEmpty],
        [
            new Comparison(withModule, Quantity.ExtraTime) { Baseline = empty, Target = Target.AtMost(40) },
            new Comparison(withModule, Quantity.ExtraTime) { Baseline = withEmpty },
        ])
        {
            RoundsFactor = 2,
        };
    }

    private static string ToImport(string path) =>
        $"$ErrorActionPreference = 'Stop'; Import-Module '{path.Replace("'", "''", StringComparison.Ordinal)}'; exit";
}
