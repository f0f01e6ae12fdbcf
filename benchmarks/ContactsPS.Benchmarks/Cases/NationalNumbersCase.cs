namespace ContactsPS.Benchmarks;

/// <summary>A file of national numbers, which libphonenumber has to read, against one of E.164.</summary>
internal static class NationalNumbersCase
{
    public const string Name = "national-numbers";

    public static Case Make(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(200_000);
        ScriptWork Make(string label, PhoneNumberStyle style) => new(
            setting.Shell, label, "Import-Contact-DefaultRegion.ps1", setting.Workspace.GetContactFile(rows, style), rows, rows);

        ScriptWork national = Make("national numbers", PhoneNumberStyle.National);
        ScriptWork international = Make("E.164", PhoneNumberStyle.E164);
        return new Case(Name, [national, international], [new Comparison(national, Quantity.Rate) { Baseline = international }]);
    }
}
