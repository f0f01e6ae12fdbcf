namespace ContactsPS.Client.Tests;

/// <summary>The headers of real exports.</summary>
public sealed class HeaderCaseTests
{
    public static TheoryData<string> Cases => HeaderCase.Read("headers.jsonl");

    public static TheoryData<string> RealHeaders => HeaderCase.Read("real-headers.jsonl");

    public static TheoryData<string> ExportHeaders => HeaderCase.Read("export-headers.jsonl");

    [Theory]
    [MemberData(nameof(Cases))]
    [MemberData(nameof(RealHeaders))]
    [MemberData(nameof(ExportHeaders))]
    public void Each_field_is_taken_from_the_column_that_is_meant(string line)
    {
        var header = HeaderCase.Parse(line);
        var map = ColumnMap.Match(header.Columns, isLenient: true);

        if (header.Error is not null)
        {
            return;
        }

        Assert.Equal(
            header.Map.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"),
            Enum.GetValues<ContactField>().Where(field => map[field] >= 0).Select(field => $"{field}: {header.Columns[map[field]]}"));
        if (header.Warns is { } warns)
        {
            Assert.Equal(warns, map.Warnings.Count > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [MemberData(nameof(RealHeaders))]
    [MemberData(nameof(ExportHeaders))]
    public void A_header_without_a_phone_number_is_refused_and_another_is_not(string line)
    {
        var header = HeaderCase.Parse(line);
        bool hasNumber = header.Map.ContainsKey(ContactField.PhoneNumber);

        Assert.Equal(
            header.Error ?? (hasNumber ? null : ErrorIds.NoPhoneNumberColumn),
            Record.Exception(() => ColumnMap.Match(header.Columns)) is ContactsException error ? error.ErrorId : null);
    }
}
