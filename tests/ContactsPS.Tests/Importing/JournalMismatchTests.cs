namespace ContactsPS.Tests.Importing;

/// <summary>A journal belongs to one file, one account and one set of options. With others it is refused and not changed.</summary>
public sealed class JournalMismatchTests : JournaledImport
{
    [Theory]
    [InlineData("-ListName VIP2 -DefaultRegion FR", "list")]
    [InlineData("-ListName VIP, Other -DefaultRegion FR", "list")]
    [InlineData("-ListName 'VIP | Other' -DefaultRegion FR", "list")]
    [InlineData("-DefaultRegion FR", "list")]
    [InlineData("-ListName VIP -DefaultRegion FR -TagName gold", "tag")]
    [InlineData("-ListName VIP -DefaultRegion FR -UnList", "un_list")]
    [InlineData("-ListName VIP -DefaultRegion FR -UnTag", "un_tag")]
    [InlineData("-ListName VIP -DefaultRegion FR -AutoDeleteOptOut", "auto_delete_optout")]
    [InlineData("-ListName VIP -DefaultRegion FR -DoNotOverwrite", "do_not_overwrite")]
    [InlineData("-ListName VIP -DefaultRegion FR -ClearEmptyField", "clear_empty_field")]
    [InlineData("-ListName VIP -DefaultRegion FR -PropertyMap @{ Param1 = 'first_name' }", "Param1")]
    [InlineData("-ListName VIP -DefaultRegion FR -PropertyMap @{ Param1 = { $_.first_name } }", "Param1")]
    [InlineData("-ListName VIP -DefaultRegion BE", "default_region")]
    [InlineData("-ListName VIP", "default_region")]
    [InlineData("-ListName VIP -DefaultRegion FR -SkipPhoneValidation", "skip_phone_validation")]
    [InlineData("-ListName VIP -DefaultRegion FR -SkipDuplicate", "skip_duplicate")]
    [InlineData("-ListName VIP -DefaultRegion FR -Partition 1/2", "partition")]
    [InlineData("-ListName VIP -DefaultRegion FR -Delimiter ';'", "delimiter")]
    [InlineData("-ListName VIP -DefaultRegion FR -Encoding utf8", "encoding")]
    [InlineData("-ListName VIP -DefaultRegion FR -WorksheetName Sheet2", "worksheet")]
    public void A_journal_of_other_options_is_refused_and_the_option_named(string options, string named)
    {
        Interrupt();

        AssertMismatch($"Import-Contact '{SourceFile}' {options} -JournalPath '{Journal}'", named);
    }

    [Fact]
    public void A_journal_of_other_excluded_numbers_is_refused()
    {
        string first = Folder.Write("first.txt", "+33612345678\n+33612345679\n");
        string same = Folder.Write("same.csv", "Mobile,Name\n06 12 34 56 79,Zoé\n0612345678,Léa\n");
        string other = Folder.Write("other.txt", "+33612345678\n");
        Interrupt($"-ExcludePath '{first}'");

        AssertMismatch($"Import-Contact '{SourceFile}' {Options} -JournalPath '{Journal}'", "excluded");
        AssertMismatch($"Import-Contact '{SourceFile}' {Options} -ExcludePath '{other}' -JournalPath '{Journal}'", "excluded");
        Assert.Null(Shell.Run($"Import-Contact '{SourceFile}' {Options} -ExcludePath '{same}' -JournalPath '{Journal}'").Thrown);
    }

    [Fact]
    public void A_journal_of_another_property_map_is_refused()
    {
        Interrupt("-PropertyMap @{ Param1 = { $_.first_name } }");

        AssertMismatch($"Import-Contact '{SourceFile}' {Options} -PropertyMap @{{ Param1 = {{ $_.first_name.ToUpper() }} }} -JournalPath '{Journal}'", "Param1");
        AssertMismatch($"Import-Contact '{SourceFile}' {Options} -PropertyMap @{{ Param2 = {{ $_.first_name }} }} -JournalPath '{Journal}'", "Param1");
    }

    [Fact]
    public void A_journal_of_another_file_with_the_same_name_and_length_is_refused()
    {
        Interrupt();
        Assert.Equal(Text("One").Length, Text("Two").Length);
        Folder.Write("a.csv", Text("Two"));

        AssertMismatch($"Import-Contact '{SourceFile}' {Options} -JournalPath '{Journal}'", "a.csv");
    }

    [Fact]
    public void A_journal_of_two_lists_does_not_match_a_list_name_with_a_bar()
    {
        Assert.Equal(10, Shell.Run($"Import-Contact '{SourceFile}' -ListName A, B -JournalPath '{Journal}'").Summary().Accepted);

        AssertMismatch($"Import-Contact '{SourceFile}' -ListName 'A | B' -JournalPath '{Journal}'", "list");
    }

    [Fact]
    public void A_journal_matches_its_lists_and_tags_in_any_order()
    {
        Assert.Equal(10, Shell.Run($"Import-Contact '{SourceFile}' -ListName B, A -TagName x, y -JournalPath '{Journal}'").Summary().Accepted);

        ShellResult again = Shell.Run($"Import-Contact '{SourceFile}' -ListName A, B -TagName y, x -JournalPath '{Journal}'");

        Assert.Contains("imported to its end", Assert.Single(again.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_with_an_incomplete_header_is_refused()
    {
        Interrupt();
        string[] lines = File.ReadAllLines(Journal);
        File.WriteAllText(Journal, string.Join('\n', [lines[0], """{"file":"a.csv","length":1,"sha256":"","endpoint":"","login":"","options":null}""", .. lines[2..], string.Empty]));

        AssertMismatch($"Import-Contact '{SourceFile}' {Options} -JournalPath '{Journal}'", "second line");
    }

    [Fact]
    public void A_journal_of_another_login_is_refused()
    {
        Interrupt();
        Server.Connect(Shell, "other@example.com");

        AssertMismatch($"Import-Contact '{SourceFile}' {Options} -JournalPath '{Journal}'", "other@example.com");
    }

    [Fact]
    public void A_journal_of_another_endpoint_is_refused()
    {
        Interrupt();
        using var other = new AcceptingServer();
        other.Connect(Shell);

        AssertMismatch($"Import-Contact '{SourceFile}' {Options} -JournalPath '{Journal}'", other.Endpoint.AbsoluteUri);
        Assert.Equal(0, other.Requests);
    }

    [Fact]
    public void A_completed_journal_of_other_options_is_refused()
    {
        Assert.Equal(10, Import().Summary().Accepted);

        AssertMismatch($"Import-Contact '{SourceFile}' {Options} -UnList -JournalPath '{Journal}'", "un_list");
    }

    private void AssertMismatch(string command, string named)
    {
        byte[] before = File.ReadAllBytes(Journal);
        int requests = Server.Requests;

        ErrorRecord error = Shell.Run(command).ThrewId("JournalMismatch");

        Assert.Contains(named, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Journal));
        Assert.Equal(requests, Server.Requests);
    }
}
