namespace ContactsPS.Benchmarks;

/// <summary>All the cases.</summary>
internal static class CaseList
{
    private static readonly Dictionary<string, Func<CaseSetting, Case>> s_cases = new(StringComparer.Ordinal)
    {
        [FileCase.Name] = FileCase.Make,
        [FileCase.ColdName] = FileCase.MakeCold,
        [ObjectsCase.Name] = ObjectsCase.Make,
        [ObjectsCase.ColdName] = ObjectsCase.MakeCold,
        [ImportCsvCase.Name] = ImportCsvCase.Make,
        [ImportCsvCase.ColdName] = ImportCsvCase.MakeCold,
        [ScriptsCase.Name] = ScriptsCase.Make,
        [ScheduledRunCase.Name] = ScheduledRunCase.Make,
        [FileMemoryCase.Name] = FileMemoryCase.Make,
        [ObjectsMemoryCase.Name] = ObjectsMemoryCase.Make,
        [LatencyCase.Name] = LatencyCase.Make,
        [NationalNumbersCase.Name] = NationalNumbersCase.Make,
        [JsonLinesCase.Name] = JsonLinesCase.Make,
        [WorkbookCase.Name] = WorkbookCase.Make,
        [ImportModuleCase.Name] = ImportModuleCase.Make,
        [SkipDuplicateCase.Name] = SkipDuplicateCase.Make,
    };

    public static IReadOnlyCollection<string> Names => s_cases.Keys;

    public static Case Make(string name, CaseSetting setting) => s_cases[name](setting);
}
