namespace ContactsPS.Benchmarks;

/// <summary>
/// The memory of Add-Contact for many objects, compared with few. Import-Csv makes them as the pipeline takes them, from
/// rows that come through a pipe as they are read.
/// </summary>
internal static class ObjectsMemoryCase
{
    public const string Name = "memory-objects";

    public static Case Make(CaseSetting setting)
    {
        if (OperatingSystem.IsWindows())
        {
            return Case.Skip(Name, "on Windows, named pipes are not in the file system");
        }

        int many = setting.Options.RowsOr(2_000_000);
        string pipe = setting.Workspace.MakePipe("objects.csv");
        ScriptWork Make(int rows) =>
            new(setting.Shell, FormattableString.Invariant($"Add-Contact, {rows:N0} objects"), "Add-Contact.ps1", pipe, rows, rows) { IsPipe = true };

        ScriptWork large = Make(many);
        ScriptWork small = Make(Math.Max(1, many / 20));
        return new Case(Name, [large, small], [new Comparison(large, Quantity.PeakMemory) { Baseline = small, Target = Target.AtMost(1.2) }]);
    }
}
