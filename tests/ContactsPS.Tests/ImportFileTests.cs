using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests;

public sealed class ImportFileTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private const string Header = "phone_number,first_name\n";

    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly TemporaryFolder _folder = new();
    private readonly string _list = Unique.Name("list");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sample_gives_the_expected_summary()
    {
        string sample = Path.Combine(Repository.Samples, "contacts.csv");

        Summary skipped = Import($"'{sample}' -DefaultRegion FR -SkipDuplicate -ErrorAction SilentlyContinue").Summary();
        Summary all = Import($"'{sample}' -DefaultRegion FR -ErrorAction SilentlyContinue").Summary();

        Assert.Equal(new Summary(1000, 973, 7, 20, 0, 5, 0), skipped);
        Assert.Equal(new Summary(1000, 993, 7, 0, 0, 5, 0), all);
        Assert.Equal(973, _sandbox.Count(_list));
    }

    [Theory]
    [InlineData("'{0}/a*.csv'")]
    [InlineData("'{0}/a1.csv', '{0}/a2.csv'")]
    [InlineData("-LiteralPath '{0}/a1.csv', '{0}/a2.csv'")]
    public void Several_files_are_one_run(string paths)
    {
        _folder.Write("a1.csv", Header + "+33612345671,One\n");
        _folder.Write("a2.csv", "Prénom;Mobile\nTwo;+33612345672\n");
        _folder.Write("b.csv", Header + "+33612345673,Three\n");

        Summary summary = Import(string.Format(System.Globalization.CultureInfo.InvariantCulture, paths, _folder.Path)).Summary();

        Assert.Equal(new Summary(2, 2, 0, 0, 0, 1, 0), summary);
        Assert.Equal(["One", "Two"], _sandbox.FirstNames(_list));
    }

    [Theory]
    [InlineData("Env:PATH")]
    [InlineData("-LiteralPath Variable:HOME")]
    public void A_path_of_another_provider_is_an_error_of_its_own_and_the_other_files_are_imported(string path)
    {
        _folder.Write("a.csv", Header + "+33612345671,One\n");

        ShellResult result = Import($"{path}, '{_folder.Find("a.csv")}'");

        Assert.Equal(["PathNotFileSystem"], result.ErrorIds());
        Assert.Equal(new Summary(1, 1, 0, 0, 0, 1, 0), result.Summary());
    }

    [Theory]
    [InlineData("-JournalPath Env:JOURNAL")]
    [InlineData("-RejectedPath Variable:rejected")]
    public void A_file_that_would_be_written_to_another_provider_ends_the_run_before_anything_is_sent(string parameter)
    {
        _folder.Write("a.csv", Header + "+33612345671,One\n");

        Import($"'{_folder.Find("a.csv")}' {parameter}").ThrewId("PathNotFileSystem");

        Assert.Equal(0, _sandbox.Count(_list));
    }

    [Theory]
    [InlineData("[IO.FileInfo] '{0}/[1].csv' | Import-Contact")]
    [InlineData("[pscustomobject]@{{ FullName = '{0}/[1].csv' }} | Import-Contact")]
    [InlineData("'{0}/`[1`].csv' | Import-Contact")]
    [InlineData("Import-Contact -LiteralPath '{0}/[1].csv'")]
    public void A_file_with_brackets_in_its_name_is_found_in_every_way(string command)
    {
        _folder.Write("[1].csv", Header + "+33612345671,One\n");

        Summary summary = _shell.Run($"{string.Format(System.Globalization.CultureInfo.InvariantCulture, command, _folder.Path)} -ListName '{_list}'").Summary();

        Assert.Equal(1, summary.Accepted);
    }

    [Fact]
    public void A_relative_path_is_resolved_in_the_location_of_the_runspace()
    {
        _folder.Write("a.csv", Header + "+33612345671,One\n");

        Summary summary = _shell.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder.Path}'); Import-Contact ./a.csv -ListName '{_list}'").Summary();

        Assert.Equal(1, summary.Accepted);
    }

    [Theory]
    [InlineData("'{0}/missing.csv', '{0}/a.csv'")]
    [InlineData("-LiteralPath '{0}/missing.csv', '{0}/a.csv'")]
    public void A_missing_file_is_an_error_and_the_others_are_read(string paths)
    {
        _folder.Write("a.csv", Header + "+33612345671,One\n");

        ShellResult result = Import(string.Format(System.Globalization.CultureInfo.InvariantCulture, paths, _folder.Path));

        ErrorRecord error = result.OneError("FileNotFound");
        Assert.Contains("missing.csv", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal(1, result.Summary().Accepted);
    }

    [Fact]
    public void A_folder_is_an_error()
    {
        ErrorRecord error = Import($"'{_folder.Path}'").OneError("FileUnreadable");

        Assert.Contains(_folder.Path, error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "FileMalformed")]
    [InlineData("Ville,Nom\nLyon,Robin\n", "NoPhoneNumberColumn")]
    [InlineData("phone,phone\n1,2\n", "FileMalformed")]
    public void An_unusable_file_does_not_affect_the_other_files(string content, string errorId)
    {
        string first = _folder.Write("1.csv", Header + "+33612345671,One\n");
        string second = _folder.Write("2.csv", content);
        string third = _folder.Write("3.csv", Header + "+33612345673,Three\n");

        ShellResult result = Import($"'{first}', '{second}', '{third}'");

        Assert.Contains(second, result.OneError(errorId).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, result.Summary().Accepted);
        Assert.Equal(["One", "Three"], _sandbox.FirstNames(_list));
    }

    [Theory]
    [InlineData("", "FileMalformed")]
    [InlineData("Ville,Nom\nLyon,Robin\n", "NoPhoneNumberColumn")]
    public void A_single_unusable_file_ends_the_run(string content, string errorId)
    {
        string file = _folder.Write("1.csv", content);
        _sandbox.ForgetRequests();

        Assert.Contains(file, Import($"'{file}'").ThrewId(errorId).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(_sandbox.Requests());
    }

    [Theory]
    [InlineData("utf-8", "")]
    [InlineData("utf-8-bom", "")]
    [InlineData("utf-16", "")]
    [InlineData("utf-32", "")]
    [InlineData("windows-1252", "")]
    [InlineData("windows-1252", "-Encoding windows-1252")]
    [InlineData("windows-1252", "-Encoding 1252")]
    [InlineData("utf-16-no-bom", "-Encoding unicode")]
    [InlineData("utf-16BE-no-bom", "-Encoding bigendianunicode")]
    [InlineData("utf-8", "-Encoding utf8")]
    [InlineData("utf-8-bom", "-Encoding utf8BOM")]
    [InlineData("windows-1251", "-Encoding windows-1251")]
    public void Accents_arrive_from_a_file_in_any_encoding(string encoding, string options)
    {
        string name = encoding == "windows-1251" ? "Жанна" : "Zoé Noël – L'Œil";
        string file = _folder.Write("a.csv", $"Téléphone;Prénom\n+33612345671;{name}\n".Replace(encoding == "windows-1251" ? "é" : "\0", "e", StringComparison.Ordinal), Find(encoding));

        Assert.Equal(1, Import($"'{file}' {options}").Summary().Accepted);
        Assert.Equal([name], _sandbox.FirstNames(_list));
    }

    [Fact]
    public void The_error_of_an_unknown_encoding_names_the_known_encodings()
    {
        ShellResult result = Import("nowhere.csv -Encoding klingon");

        Assert.Contains("windows-1252", result.Thrown!.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",", "")]
    [InlineData(";", "")]
    [InlineData("\t", "")]
    [InlineData("|", "")]
    [InlineData("~", "-Delimiter '~'")]
    [InlineData(";", "-Delimiter ';'")]
    public void The_delimiter_is_detected_or_given(string delimiter, string options)
    {
        string file = _folder.Write("a.csv", $"phone_number{delimiter}first_name\n+33612345671{delimiter}\"A{delimiter} \"\"B\"\"\nC\"\n");

        Assert.Equal(1, Import($"'{file}' {options}").Summary().Accepted);

        // The service deletes tabs and line breaks.
        Assert.Equal([$"A{delimiter.Trim('\t')} \"B\"C"], _sandbox.FirstNames(_list));
    }

    [Fact]
    public void A_given_delimiter_is_used_even_if_it_is_wrong()
    {
        string file = _folder.Write("a.csv", Header + "+33612345671,One\n");

        Import($"'{file}' -Delimiter ';'").ThrewId("NoPhoneNumberColumn");
    }

    [Fact]
    public void Script_blocks_of_a_property_map_run_on_rows()
    {
        string file = _folder.Write("a.csv", "Mobile,Ville,Prénom\n+33612345671,Besançon,Zoé\n+33612345672,,Ann\nx,Lyon,Bob\n");

        ShellResult result = Import($"'{file}' -PropertyMap @{{ Param1 = {{ $_.Ville.ToUpper() }}; LastName = 'Ville' }}");

        ErrorRecord error = result.OneError("PhoneNumberInvalid");
        Assert.StartsWith("Line 4: ", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("Bob", error.TargetObject.Read("Prénom"));
        JsonObject contact = _sandbox.Contacts(_list).Single(contact => (string)contact["phone_number"]! == "+33612345671");
        Assert.Equal(("BESANÇON", "Besançon"), ((string)contact["param1"]!, (string)contact["last_name"]!));
    }

    [Fact]
    public void The_error_of_a_failed_script_block_has_the_line_number()
    {
        string file = _folder.Write("a.csv", "Mobile,Ville\n+33612345671,Lyon\n+33612345672,\n");

        ErrorRecord error = Import($"'{file}' -PropertyMap @{{ Param1 = {{ $_.Ville.Substring(1) }} }}").OneError("PropertyMapFailed");

        Assert.StartsWith("Line 3: ", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("+33612345672", error.TargetObject.Read("Mobile"));
    }

    [Fact]
    public void The_error_of_a_rejected_row_has_its_line_number_and_all_its_columns()
    {
        string file = _folder.Write(
            "a.csv",
            "Prénom,Téléphone,Ville,Note\r\n" + "Zoé,+33612345671,Lyon,\"two\r\nlines\"\r\n\r\n" + "Noël,n'a pas,Besançon,\"he said \"\"no\"\",\r\n twice\"\r\n" + "Ann,,Nice\r\n");

        ShellResult result = Import($"'{file}'");

        Assert.Equal(["PhoneNumberInvalid", "PhoneNumberMissing"], result.ErrorIds());
        Assert.StartsWith("Line 5: ", result.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("Line 7: ", result.Errors[1].Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["Prénom", "Téléphone", "Ville", "Note"], PSObject.AsPSObject(result.Errors[0].TargetObject).Properties.Select(property => property.Name));
        Assert.Equal("he said \"no\",\r\n twice", result.Errors[0].TargetObject.Read("Note"));
        Assert.Equal("Besançon", result.Errors[0].TargetObject.Read("Ville"));
    }

    [Fact]
    public void The_target_of_a_rejected_row_is_an_object_like_those_of_Import_Csv()
    {
        string file = _folder.Write("a.csv", Header + "nonsense,One\n");

        object target = Import($"'{file}'").OneError("PhoneNumberInvalid").TargetObject;

        Assert.IsType<PSCustomObject>(PSObject.AsPSObject(target).BaseObject);
        Assert.Equal("@{phone_number=nonsense; first_name=One}", $"{target}");
    }

    [Theory]
    [InlineData("+33612345671,One,too,many\n")]
    [InlineData("+33612345671,\"One\" more\n")]
    public void A_malformed_row_is_rejected_and_the_next_is_read(string row)
    {
        string file = _folder.Write("a.csv", $"{Header}{row}+33612345672,Two\n");

        ShellResult result = Import($"'{file}'");

        Assert.StartsWith("Line 2: ", result.OneError("RowMalformed").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["Two"], _sandbox.FirstNames(_list));
    }

    [Fact]
    public void Duplicates_are_detected_across_files()
    {
        string one = _folder.Write("1.csv", Header + "+33612345671,One\n");
        string two = _folder.Write("2.csv", Header + "0033612345671,Two\n");

        Assert.Equal(new Summary(2, 1, 0, 1, 0, 1, 0), Import($"'{one}', '{two}' -SkipDuplicate").Summary());
        Assert.Equal(["One"], _sandbox.FirstNames(_list));
    }

    [Fact]
    public void A_file_with_only_a_header_has_no_contacts()
    {
        string file = _folder.Write("a.csv", Header);

        Assert.Equal(new Summary(0, 0, 0, 0, 0, 0, 0), Import($"'{file}'").Summary());
    }

    private static Encoding Find(string name) => name switch
    {
        "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        "utf-8-bom" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        "utf-16-no-bom" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        "utf-16BE-no-bom" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name),
    };

    private ShellResult Import(string arguments) => _shell.Run($"Import-Contact {arguments} -ListName '{_list}'");
}
