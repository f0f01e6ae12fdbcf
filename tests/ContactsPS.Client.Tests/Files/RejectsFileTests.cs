namespace ContactsPS.Client.Tests;

public sealed class RejectsFileTests
{
    [Fact]
    public void Of_what_was_put_into_an_empty_file_meanwhile_nothing_stays_behind_the_rows()
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
    public void Until_it_is_closed_its_rows_are_beside_it_and_nobody_else_can_write_them()
    {
        using var folder = new TemporaryFolder();
        string source = folder.Write("contacts.csv", "phone\nbad\n");
        string path = folder.Find("rejects.csv");
        using ContactRows rows = ContactFile.Open(source, cancellationToken: TestContext.Current.CancellationToken);
        using var rejects = new RejectsFile(path);
        rejects.Begin(rows, source);
        using var other = new RejectsFile(path);

        // Before there is a row to see, too.
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

    [Fact]
    public void Of_a_row_that_the_disk_has_no_room_for_nothing_stays()
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
