using System.Text;

namespace ContactsPS.Tests;

/// <summary>What is said of input that can't be used as it is.</summary>
public sealed class AdviceTests(ShellFixture fixture) : IClassFixture<ShellFixture>
{
    private const string Titled = "Club, season 2024\n\nNom;Prénom;Portable\nMartin;Zoé;0639984401\n";

    private readonly ModuleShell _shell = fixture.Shell;

    [Theory]
    [InlineData("rejected.xlsx")]
    [InlineData("rejected.XLS")]
    [InlineData("rejected.jsonl")]
    public void A_rejects_file_with_the_extension_of_a_workbook_is_refused(string name)
    {
        using var folder = new TemporaryFolder();
        using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);

        ErrorRecord error = shell.Run($"Import-Contact '{folder.Write("a.csv", "phone_number\nx\n")}' -RejectedPath '{folder.Find(name)}'").ThrewId("RejectsMismatch");

        Assert.Contains(".csv", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        Assert.False(File.Exists(folder.Find(name)));
    }

    [Theory]
    [InlineData("-Path")]
    [InlineData("-LiteralPath")]
    public void A_folder_is_called_a_folder(string parameter)
    {
        using var folder = new TemporaryFolder();

        ErrorRecord error = Assert.Single(_shell.Run($"Import-Contact {parameter} '{folder.Path}' -WhatIf").Errors);

        Assert.StartsWith("FileUnreadable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"'{Path.Join(folder.Path, "*.csv")}'", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wildcards_skip_folders()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.csv", "phone_number\n+33612345678\n");
        Directory.CreateDirectory(folder.Find("sub"));

        ShellResult result = _shell.Run($"Import-Contact '{folder.Path}/*' -WhatIf -Verbose");

        Assert.Equal(1, result.Summary().Read);
        Assert.Empty(result.Errors);
        Assert.Contains(result.Verbose, line => line.EndsWith("is a folder. It is skipped.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("33612345678", "+33612345678")]
    [InlineData("49 30 2312507", "+49302312507")]
    public void A_number_that_lost_its_plus_is_told(string text, string number)
    {
        string message = _shell.Run($"'{text}' | ConvertTo-ContactRequest").OneError("PhoneNumberInvalid").Exception.Message;

        Assert.StartsWith($"'{text}' looks like the international number {number} without its plus sign.", message, StringComparison.Ordinal);
        Assert.Contains("-DefaultRegion", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_national_number_is_not_taken_for_an_international_one()
    {
        Assert.StartsWith(
            "'0612345678' is a national number, and its country isn't known.",
            _shell.Run("'0612345678' | ConvertTo-ContactRequest").OneError("PhoneNumberInvalid").Exception.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UK", "GB")]
    [InlineData("el", "GR")]
    [InlineData("France", "FR")]
    [InlineData("FRA", "FR")]
    [InlineData("espana", "ES")]
    [InlineData("de-AT", "AT")]
    [InlineData("+41", "CH")]
    public void A_region_that_is_not_a_code_is_guessed(string given, string meant)
    {
        Assert.Contains($"Did you mean {meant}?", _shell.Run($"'0' | ConvertTo-ContactRequest -DefaultRegion '{given}'").ThrewId("DefaultRegionInvalid").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_that_is_nothing_is_not_guessed()
    {
        Assert.DoesNotContain("Did you mean", _shell.Run("'0' | ConvertTo-ContactRequest -DefaultRegion XX").ThrewId("DefaultRegionInvalid").Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Prénom;Nom;Mobile", ";", "';'")]
    [InlineData("Nom\tMobile", "\t", "\"`t\"")]
    public void Columns_that_were_read_as_one_name_the_delimiter(string header, string delimiter, string advice)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("a.csv", $"{header}\n{header.Replace("Mobile", "0612345678", StringComparison.Ordinal)}\n");

        ErrorRecord piped = _shell.Run($"Import-Csv '{file}' | Add-Contact -DefaultRegion FR -WhatIf").ThrewId("NoPhoneNumberColumn");
        ErrorRecord imported = _shell.Run($"Import-Contact '{file}' -Delimiter '#' -DefaultRegion FR -WhatIf").ThrewId("NoPhoneNumberColumn");

        Assert.Contains($"-Delimiter {advice}", piped.Exception.Message, StringComparison.Ordinal);
        Assert.Contains($"-Delimiter {advice}", imported.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, _shell.Run($"Import-Csv '{file}' -Delimiter \"{delimiter.Replace("\t", "`t", StringComparison.Ordinal)}\" | Add-Contact -DefaultRegion FR -WhatIf").Summary().NotSent);
    }

    [Theory]
    [InlineData("utf-8", "")]
    [InlineData("windows-1252", " -Encoding 1252")]
    [InlineData("utf-16", " -Encoding 1200")]
    public void The_advice_for_a_title_above_the_header_works(string encoding, string parameter)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Find("a.csv");
        File.WriteAllBytes(file, CodePagesEncodingProvider.Instance.GetEncoding(encoding) is { } page
            ? page.GetBytes(Titled) : Encoding.GetEncoding(encoding).GetBytes(Titled));

        string message = _shell.Run($"Import-Contact '{file}' -DefaultRegion FR -WhatIf").ThrewId("NoPhoneNumberColumn").Exception.Message;

        string advice = $"Get-Content FILE{parameter} | Select-Object -Skip 2 | ConvertFrom-Csv -Delimiter ';' | Add-Contact";
        Assert.Contains("Line 3 looks like the header: Nom, Prénom, Portable. Delete what is above it.", message, StringComparison.Ordinal);
        Assert.EndsWith($"Or skip it: {advice}.", message, StringComparison.Ordinal);
        Assert.Equal(
            """{"contacts":[{"phone_number":"+33639984401","first_name":"Zoé","last_name":"Martin"}]}""",
            _shell.Run($"{advice.Replace("FILE", $"'{file}'", StringComparison.Ordinal).Replace("Add-Contact", "ConvertTo-ContactRequest", StringComparison.Ordinal)} -DefaultRegion FR").OneObject().BaseObject);
    }

    [Theory]
    [InlineData("\"Nom;Portable\"\n\"Martin;0639984401\"\n", "(Import-Csv FILE -Header Line).Line | ConvertFrom-Csv -Delimiter ';' | Add-Contact")]
    [InlineData("{\"contacts\": [{\"phone\": \"0639984401\"}]}", "(Get-Content FILE -Raw | ConvertFrom-Json).PROPERTY | Add-Contact")]
    [InlineData("[{\"phone\": \"0639984401\"}]", "Get-Content FILE -Raw | ConvertFrom-Json | Add-Contact")]
    public void A_command_that_is_advised_works(string text, string command)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("a.csv", text);

        Assert.Contains(command, _shell.Run($"Import-Contact '{file}' -DefaultRegion FR -WhatIf").ThrewId("FileMalformed").Exception.Message, StringComparison.Ordinal);

        string given = command.Replace("FILE", $"'{file}'", StringComparison.Ordinal).Replace("PROPERTY", "contacts", StringComparison.Ordinal);
        Assert.Equal(1, _shell.Run($"{given} -DefaultRegion FR -WhatIf").Summary().NotSent);
    }

    [Fact]
    public void The_advice_for_a_workbook_without_a_header_works()
    {
        using var folder = new TemporaryFolder();
        string file = Importing.Workbook.WriteSheet(
            folder.Find("a.xlsx"), """<row r="1"><c t="inlineStr"><is><t>0639984401</t></is></c><c t="inlineStr"><is><t>Zoé</t></is></c></row>""");

        string message = _shell.Run($"Import-Contact '{file}' -DefaultRegion FR -WhatIf").ThrewId("NoPhoneNumberColumn").Exception.Message;

        Assert.Contains("-Header PhoneNumber, FirstName, LastName", message, StringComparison.Ordinal);
        Assert.DoesNotContain("-WorksheetName", message, StringComparison.Ordinal);
        Assert.Equal(1, _shell.Run($"Import-Contact '{file}' -Header PhoneNumber, FirstName, LastName -DefaultRegion FR -WhatIf").Summary().NotSent);
    }

    [Theory]
    [InlineData("phone;name\n", "", "the file has a header, and no rows below it")]
    [InlineData("", "-Header phone", "the file has no rows")]
    public void A_file_without_rows_is_told(string text, string parameter, string warning)
    {
        using var folder = new TemporaryFolder();

        ShellResult result = _shell.Run($"Import-Contact '{folder.Write("a.csv", text)}' {parameter} -WhatIf");

        Assert.Contains(warning, Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(0, result.Summary().Read);
        Assert.Empty(_shell.Run($"Import-Contact '{folder.Write("b.csv", "phone\n+33612345678\n")}' -WhatIf").Warnings);
    }

    [Fact]
    public void One_column_whose_name_has_a_comma_is_one_column()
    {
        Assert.Equal(1, _shell.Run("[pscustomobject]@{ 'Phone, mobile' = '+33612345678' } | Add-Contact -WhatIf").Summary().NotSent);
    }

    [Fact]
    public void Lists_and_tags_of_a_summary_are_text_in_a_table_and_lists_in_a_script()
    {
        ShellResult result = _shell.Run("""
            $summary = '+33612345678' | Add-Contact -ListName VIP, Staff -TagName gold -WhatIf
            $row = $summary | ConvertTo-Csv | ConvertFrom-Csv
            $row.ListName, $row.TagName, $summary.ListName[1], $summary.ListName.Count, ($summary.ListName -contains 'Staff'), ($summary | ConvertTo-Json | ConvertFrom-Json).ListName.Count
            """);

        Assert.Equal(["VIP, Staff", "gold", "Staff", 2, true, 2], result.Output.Select(item => item.BaseObject is long count ? (int)count : item.BaseObject));
    }
}
