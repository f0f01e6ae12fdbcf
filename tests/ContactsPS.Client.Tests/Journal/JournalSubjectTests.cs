namespace ContactsPS.Client.Tests;

/// <summary>Why a run can't continue a journal.</summary>
public sealed class JournalSubjectTests
{
    [Fact]
    public void The_same_file_under_another_name_can_be_continued() =>
        Assert.Null(Find(Journals.Subject with { File = "moved.csv" }));

    [Fact]
    public void Changed_contents_of_the_file_are_a_difference() => Assert.Equal(
        "its file was 'a.csv' of 1 bytes, and 'b.csv' of 2 bytes has different contents",
        Find(Journals.Subject with { File = "b.csv", Length = 2, Sha256 = "1" }));

    [Fact]
    public void Another_service_is_a_difference() => Assert.Equal(
        "its endpoint was http://127.0.0.1/, and the endpoint of this run is http://127.0.0.2/",
        Find(Journals.Subject with { Endpoint = "http://127.0.0.2/" }));

    [Fact]
    public void Another_account_is_a_difference() => Assert.Equal(
        "its login was someone@example.com, and the login of this run is other@example.com",
        Find(Journals.Subject with { Login = "other@example.com" }));

    [Theory]
    [InlineData("list=VIP", "list=VIP", null)]
    [InlineData("list=VIP;tag=a", "tag=a;list=VIP", null)]
    [InlineData("list=VIP", "list=Other", "its list was 'VIP', and the list of this run is 'Other'")]
    [InlineData("list=VIP", "list=vip", "its list was 'VIP', and the list of this run is 'vip'")]
    [InlineData("list=VIP", "", "its list was 'VIP', and the list of this run is not set")]
    [InlineData("", "list=VIP", "its list was not set, and the list of this run is 'VIP'")]
    [InlineData("list=", "list=VIP", "its list was not set, and the list of this run is 'VIP'")]
    [InlineData("tag=a;list=VIP;un_tag=b", "tag=c;list=Other", "its list was 'VIP', and the list of this run is 'Other'")]
    public void The_first_option_that_differs_is_named(string before, string now, string? difference) => Assert.Equal(
        difference, (Journals.Subject with { Options = Parse(before) }).FindDifference(Journals.Subject with { Options = Parse(now) }));

    [Fact]
    public void Two_names_differ_from_one_name_with_a_bar()
    {
        Assert.Equal("VIP | Other", JournalSubject.Join(["VIP", "Other"]));
        Assert.Equal("VIP || Other", JournalSubject.Join(["VIP | Other"]));
        Assert.Equal("a|||| | b", JournalSubject.Join(["a||", "b"]));
    }

    [Fact]
    public void A_subject_is_read_as_it_was_written()
    {
        JournalSubject subject = Journals.Subject with { File = "Zoé \"1\"\n.csv", Options = Parse("list=VIP;tag=a | b") };

        JournalSubject? read = JournalSubject.Parse(subject.ToJson());

        Assert.Equal((subject.File, subject.Length), (read?.File, read?.Length));
        Assert.Null(read?.FindDifference(subject));
        Assert.DoesNotContain('\n', subject.ToJson());
    }

    private static string? Find(JournalSubject now) => Journals.Subject.FindDifference(now);

    private static Dictionary<string, string> Parse(string options) => options
        .Split(';', StringSplitOptions.RemoveEmptyEntries).Select(option => option.Split('=')).ToDictionary(option => option[0], option => option[1]);
}
