using System.Management.Automation.Language;

namespace ContactsPS.Benchmarks;

/// <summary>
/// What Import-Module adds to the start of a shell. Beside it: what importing an empty module adds, which is
/// PowerShell's own share, and the same in the hosted engine, whose code is compiled as it runs.
/// </summary>
internal static class ImportModuleCase
{
    public const string Name = "import-module";

    public static Case Make(CaseSetting setting)
    {
        var hosted = new WorkloadWork("hosted engine with ContactsPS", Workload.OpenRunspace, rows: 0, delivered: 0);
        var bare = new WorkloadWork("hosted engine", Workload.OpenRunspace, rows: 0, delivered: 0, "--module", "none");
        var hostedImport = new Comparison(hosted, Quantity.ExtraTime) { Baseline = bare };
        if (setting.Shell is not { } shell)
        {
            return new Case(Name, [hosted, bare], [hostedImport]) { RoundsFactor = 2 };
        }

        string emptyModule = setting.Workspace.GetPath("Empty.psd1");
        File.WriteAllText(emptyModule, "@{ ModuleVersion = '1.0' }");
        WholeProcessWork Start(string label, string command) => new(label, shell.Path, "-NoProfile", "-NonInteractive", "-Command", command);

        WholeProcessWork empty = Start("pwsh", "exit");
        WholeProcessWork withModule = Start("pwsh with ContactsPS", ToImport(HostedEngine.ModulePath));
        WholeProcessWork withEmpty = Start("pwsh with an empty module", ToImport(emptyModule));
        return new Case(Name, [withModule, empty, withEmpty, hosted, bare],
        [
            new Comparison(withModule, Quantity.ExtraTime) { Baseline = empty, Target = Target.AtMost(60) },
            new Comparison(withModule, Quantity.ExtraTime) { Baseline = withEmpty },
            hostedImport,
        ])
        {
            RoundsFactor = 2,
        };
    }

    private static string ToImport(string path) =>
        $"$ErrorActionPreference = 'Stop'; Import-Module '{CodeGeneration.EscapeSingleQuotedStringContent(path)}'; exit";
}
