namespace ContactsPS.Tests.Importing;

/// <summary>The content of a journal, and the files that can be one.</summary>
public sealed class JournalFileTests : JournaledImport
{
    [Fact]
    public void A_journal_contains_neither_the_key_nor_a_contact()
    {
        Import();

        string text = File.ReadAllText(Journal);
        Assert.DoesNotContain(ModuleShellExtensions.ScriptedKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain("0000001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("One", text, StringComparison.Ordinal);
        Assert.StartsWith("ContactsPS journal 1\n{\"file\":\"a.csv\",", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_on_a_full_disk_is_an_error_and_nothing_is_sent()
    {
        const string Full = "/dev/full";
        Assert.SkipUnless(File.Exists(Full), "There is no full disk here.");

        Shell.Run($"Import-Contact '{SourceFile}' {Options} -JournalPath {Full}").ThrewId("JournalUnwritable");

        Assert.Equal(0, Server.Requests);
    }

    [Fact]
    public void A_journal_in_a_missing_folder_is_an_error_and_nothing_is_sent()
    {
        string missing = Folder.Find("missing/a.journal");

        ShellResult result = Shell.Run($"Import-Contact '{SourceFile}' {Options} -JournalPath '{missing}'");

        Assert.Contains(missing, (result.Thrown ?? result.Errors[0]).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, Server.Requests);
    }

    [Fact]
    public void The_journal_is_refused_as_the_rejects_file()
    {
        Folder.Write("a.csv", Text("One") + "nonsense,Two\n");
        Interrupt();

        ShellResult result = Import($"-RejectedPath '{Journal}'");

        Assert.Equal("RejectsUnwritable", result.Thrown?.FullyQualifiedErrorId.Split(',')[0]);
        Assert.StartsWith("ContactsPS journal 1\n", File.ReadAllText(Journal), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_with_one_journal_are_refused_and_nothing_is_sent()
    {
        string second = Folder.Write("b.csv", "phone_number\n+33612345678\n");

        Shell.Run($"Import-Contact '{SourceFile}', '{second}' {Options} -JournalPath '{Journal}'").ThrewId("JournalMismatch");
        Shell.Run($"Import-Contact '{Folder.Find("*.csv")}' {Options} -JournalPath '{Journal}'").ThrewId("JournalMismatch");

        Assert.Equal(0, Server.Requests);
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public void A_second_file_from_the_pipeline_is_refused_and_the_first_is_imported()
    {
        string second = Folder.Write("b.csv", "phone_number\n+33612345678\n");

        ShellResult result = Shell.Run($"'{SourceFile}', '{second}' | Import-Contact {Options} -JournalPath '{Journal}'");

        Assert.Contains(second, result.OneError("JournalMismatch").Exception.Message, StringComparison.Ordinal);
        Assert.Equal((10, 10), Counts(result));
    }

    [Fact]
    public void WhatIf_creates_no_journal_and_no_rejects_file()
    {
        Folder.Write("a.csv", Text("One") + "nonsense,Two\n");
        string rejects = Folder.Find("rejects.csv");

        Summary summary = Import($"-RejectedPath '{rejects}' -WhatIf -ErrorAction SilentlyContinue").Summary();

        Assert.Equal((11, 1, 10), (summary.Read, summary.Rejected, summary.NotSent));
        Assert.Equal([SourceFile], Directory.GetFiles(Folder.Path));
        Assert.Equal(0, Server.Requests);
    }

    [Fact]
    public void WhatIfPreference_creates_no_journal_and_no_rejects_file()
    {
        Folder.Write("a.csv", Text("One") + "nonsense,Two\n");

        Shell.Run($"$WhatIfPreference = $true; try {{ Import-Contact '{SourceFile}' {Options} -JournalPath '{Journal}' -RejectedPath '{Folder.Find("rejects.csv")}' -ErrorAction SilentlyContinue }} finally {{ $WhatIfPreference = $false }}").Summary();

        Assert.Equal([SourceFile], Directory.GetFiles(Folder.Path));
        Assert.Equal(0, Server.Requests);
    }

    [Fact]
    public void WhatIf_does_not_change_an_existing_journal_and_rejects_file()
    {
        Interrupt();
        byte[] journal = File.ReadAllBytes(Journal);
        string rejects = Folder.Write("rejects.csv", "the work of a morning");

        Import($"-RejectedPath '{rejects}' -WhatIf").Summary();

        Assert.Equal(journal, File.ReadAllBytes(Journal));
        Assert.Equal("the work of a morning", File.ReadAllText(rejects));
    }
}
