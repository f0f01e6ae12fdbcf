namespace ContactsPS.Client.Tests;

public sealed class RejectsFileTests
{
    [Fact]
    public void Text_written_to_the_empty_file_meanwhile_is_overwritten()
    {
        using var folder = new TemporaryFolder();
        string source = folder.Write("contacts.csv", "phone\nbad\n");
        string path = folder.Find("rejects.csv");
        File.WriteAllText(path, string.Empty);
        using ContactRows rows = ContactFile.Open(source, cancellationToken: TestContext.Current.CancellationToken);
        using var rejects = new RejectsFile(path);
        rejects.Begin(rows, source);
        Assert.True(rows.Read());
        rejects.Add(rows.GetSource(), "PhoneNumberInvalid", "Mend it.");
        File.WriteAllText(path, new string('x', 1_000));

        rejects.Close();

        Assert.Equal("phone,LineNumber,ErrorId,Reason\r\nbad,2,PhoneNumberInvalid,Mend it.\r\n", File.ReadAllText(path));
        Assert.Equal(path, rejects.Location);
    }

    [Fact]
    public void Rows_are_in_a_locked_partial_file_until_the_rejects_file_is_closed()
    {
        using var folder = new TemporaryFolder();
        string source = folder.Write("contacts.csv", "phone\nbad\n");
        string path = folder.Find("rejects.csv");
        using ContactRows rows = ContactFile.Open(source, cancellationToken: TestContext.Current.CancellationToken);
        using var rejects = new RejectsFile(path);
        rejects.Begin(rows, source);
        using var other = new RejectsFile(path);

        // The lock is held before the first row is written.
        Assert.Equal(ErrorIds.RejectsUnwritable, Assert.Throws<ContactsException>(() => other.Begin(rows, source)).ErrorId);
        Assert.True(rows.Read());
        rejects.Add(rows.GetSource(), "PhoneNumberInvalid", "Mend it.");
        Assert.Equal(path + ".partial", rejects.Location);
        rejects.Close();

        Assert.False(File.Exists(path + ".partial"));
        other.Begin(rows, source);
        other.Close();
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("contacts.csv", "sep=^\r\nMobile;First Name^Notes\r\nbad^x\r\n", "sep=^\r\nMobile;First Name^Notes^LineNumber^ErrorId^Reason\r\nbad^x^3^PhoneNumberInvalid^Mend it.\r\n")]
    [InlineData("contacts.csv", "sep=;\r\nn;a,b,c,d,e,f\r\nbad;x\r\n", "sep=;\r\nn;a,b,c,d,e,f;LineNumber;ErrorId;Reason\r\nbad;x;3;PhoneNumberInvalid;Mend it.\r\n")]
    [InlineData("contacts.csv", "sep=;\r\nphone;name\r\nbad;x\r\n", "phone;name;LineNumber;ErrorId;Reason\r\nbad;x;3;PhoneNumberInvalid;Mend it.\r\n")]
    [InlineData(
        "contacts.jsonl",
        "{\"n\":\"bad\"}\n{\"n\":\"worse\",\"a;b;c;d;e;f\":\"x\"}\n",
        "sep=,\r\nn,a;b;c;d;e;f,LineNumber,ErrorId,Reason\r\nbad,,1,PhoneNumberInvalid,Mend it.\r\nworse,x,2,PhoneNumberInvalid,Mend it.\r\n")]
    public void A_delimiter_that_the_header_does_not_show_is_named_before_it(string name, string text, string expected)
    {
        using var folder = new TemporaryFolder();
        string source = folder.Write(name, text);
        string path = folder.Find("rejects.csv");
        using (ContactRows rows = ContactFile.Open(source, cancellationToken: TestContext.Current.CancellationToken))
        {
            using var rejects = new RejectsFile(path);
            rejects.Begin(rows, source);
            while (rows.Read())
            {
                rejects.Add(rows.GetSource(), "PhoneNumberInvalid", "Mend it.");
            }

            rejects.Close();
        }

        Assert.Equal(expected, File.ReadAllText(path));
        using ContactRows read = ContactFile.Open(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(RejectsColumns.AreThoseOf(read.Columns));
    }

    [Fact]
    public void A_row_that_does_not_fit_on_the_disk_leaves_nothing_behind()
    {
        using SmallDisk disk = SmallDisk.Mount(pages: 1);
        string path = Path.Combine(disk.Path, "rejects.csv");
        using var folder = new TemporaryFolder();
        string source = folder.Write("contacts.csv", $"phone,name\nbad,Zoé\nworse,{new string('x', 8_000)}\n");
        using ContactRows rows = ContactFile.Open(source, cancellationToken: TestContext.Current.CancellationToken);
        using (var rejects = new RejectsFile(path))
        {
            rejects.Begin(rows, source);
            Assert.True(rows.Read());
            rejects.Add(rows.GetSource(), "PhoneNumberInvalid", "Mend it.");
            Assert.True(rows.Read());

            ContactsException error = Assert.Throws<ContactsException>(() => rejects.Add(rows.GetSource(), "PhoneNumberInvalid", "Mend it."));

            Assert.Equal((ErrorIds.RejectsUnwritable, 1), (error.ErrorId, rejects.Count));
        }

        Assert.Equal(
            "phone,name,LineNumber,ErrorId,Reason\r\nbad,Zoé,2,PhoneNumberInvalid,Mend it.\r\n", File.ReadAllText(path + ".partial"));
    }
}
