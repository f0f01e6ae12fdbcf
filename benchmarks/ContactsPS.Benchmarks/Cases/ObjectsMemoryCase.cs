namespace ContactsPS.Benchmarks;

/// <summary>The memory of Add-Contact on many objects against few. They are made as the pipeline takes them.</summary>
internal static class ObjectsMemoryCase
{
    public const string Name = "memory-objects";

    public static Case Make(CaseSetting setting)
    {
        int many = setting.Options.RowsOr(2_000_000);
        WorkloadWork large = Make(many);
        WorkloadWork small = Make(Math.Max(1, many / 20));
        return new Case(Name, [large, small], [new Comparison(large, Quantity.PeakMemory) { Baseline = small, Target = Target.AtMost(1.2) }]);
    }

    private static WorkloadWork Make(int rows) =>
        new(FormattableString.Invariant($"Add-Contact, {rows:N0} objects"), Workload.LazyObjects, rows, rows, "--into", "Add-Contact");
}
