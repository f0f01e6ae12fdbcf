namespace ContactsPS.Benchmarks;

/// <summary>The memory of Import-Contact on a long file against a short one. The rows come through a pipe, as they are read.</summary>
internal static class FileMemoryCase
{
    public const string Name = "memory-file";

    public static Case Make(CaseSetting setting)
    {
        if (OperatingSystem.IsWindows())
        {
            return Case.Skip(Name, "it reads from a named pipe, which Windows keeps outside of the file system");
        }

        int many = setting.Options.RowsOr(10_000_000);
        int few = Math.Max(1, many / 100);
        string pipe = setting.Workspace.MakePipe("rows.csv");
        ScriptWork Make(int rows) =>
            new(setting.Shell, FormattableString.Invariant($"Import-Contact, {rows:N0} rows"), "Import-Contact.ps1", pipe, rows, rows) { IsPipe = true };

        ScriptWork large = Make(many);
        ScriptWork small = Make(few);
        return new Case(Name, [large, small], [new Comparison(large, Quantity.PeakMemory) { Baseline = small, Target = Target.AtMost(1.2) }]);
    }
}
