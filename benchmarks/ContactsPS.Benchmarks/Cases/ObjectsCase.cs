namespace ContactsPS.Benchmarks;

/// <summary>Objects that are in memory already, against the cheapest loop of the shell.</summary>
internal static class ObjectsCase
{
    public const string Name = "objects";

    public static Case Make(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(200_000);
        var add = new WorkloadWork(
            "$rows | Add-Contact", Workload.ReadyObjects, rows, rows + ObjectsWorkload.WarmUpRows, "--into", "Add-Contact");
        var loop = new WorkloadWork("$rows | ForEach-Object { }", Workload.ReadyObjects, rows, 0, "--into", "ForEach-Object { }");
        return new Case(Name, [add, loop], [new Comparison(add, Quantity.Time) { Baseline = loop, Target = Target.AtMost(1) }]);
    }
}
