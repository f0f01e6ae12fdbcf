namespace ContactsPS.Benchmarks;

/// <summary>A file of national numbers, which libphonenumber has to read, against one of E.164.</summary>
internal static class NationalNumbersCase
{
    public const string Name = "national-numbers";

    public static Case Make(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(200_000);
        WorkloadWork Make(string label, PhoneNumberStyle style) => new(
            label, Workload.ImportFile, rows, rows, "--path", setting.Workspace.GetContactFile(rows, style), "--parameters", "-DefaultRegion FR");

        WorkloadWork national = Make("national numbers", PhoneNumberStyle.National);
        WorkloadWork international = Make("E.164", PhoneNumberStyle.E164);
        return new Case(Name, [national, international], [new Comparison(national, Quantity.Rate) { Baseline = international }]);
    }
}
