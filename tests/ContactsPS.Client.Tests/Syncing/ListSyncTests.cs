using System.Globalization;

namespace ContactsPS.Client.Tests;

public sealed class ListSyncTests : IDisposable
{
    private static readonly SyncSubject s_subject = new("https://example.com/", "someone@example.com", "VIP");
    private static readonly CreateContactsRequest s_request = new() { ListNames = ["VIP"] };

    private readonly TemporaryFolder _folder = new();

    private string State => _folder.Find("state");

    private string Pending => _folder.Find("state.pending");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Contacts_are_added_changed_removed_or_unchanged()
    {
        Run(["+33600000001 a", "+33600000002 b", "+33600000003 c"]);

        using ListSync sync = Open();
        Compare(sync, ["+33600000001 a", "+33600000002 B", "+33600000004 d"]);
        Assert.Equal(new SyncPlan(Added: 1, Changed: 1, Unchanged: 1, Removed: 1, Held: 3), sync.Plan);
        sync.BeginSending();
        Assert.Equal(["+33600000002 B", "+33600000004 d"], Take(sync.TryAddNext, s_request, sync));
        Assert.Equal(["+33600000003 "], Take(sync.TryRemoveNext, new DeleteContactsRequest { ListName = "VIP" }, sync));
    }

    [Fact]
    public void A_plan_reads_what_a_killed_run_left_and_writes_nothing()
    {
        Run(["+33600000001 a"]);
        byte[] pending = Kill(["+33600000001 a", "+33600000002 b"]);

        using (var sync = ListSync.Open(State, s_subject, s_request, isReadOnly: true))
        {
            Compare(sync, ["+33600000001 a"]);
            Assert.Equal(new SyncPlan(Added: 0, Changed: 0, Unchanged: 1, Removed: 1, Held: 2), sync.Plan);
        }

        Assert.Equal(pending, File.ReadAllBytes(Pending));
    }

    [Fact]
    public void A_pending_file_that_was_only_partly_written_is_read_as_far_as_it_goes()
    {
        byte[] pending = Kill(["+33600000001 a", "none b", "+33600000003 c"]);
        long before = 0;
        for (int length = 0; length <= pending.Length; length++)
        {
            File.WriteAllBytes(Pending, pending[..length]);
            using ListSync sync = Open();
            Assert.InRange(sync.Plan.Held, before, 3);
            before = sync.Plan.Held;
            Assert.Equal(before > 0, sync.IsRepair);
        }

        Assert.Equal(3, before);
    }

    [Fact]
    public void A_run_that_ends_before_it_sends_keeps_what_a_killed_run_left()
    {
        byte[] pending = Kill(["+33600000001 a", "+33600000002 b"]);
        using (ListSync sync = Open())
        {
            Compare(sync, ["+33600000003 c"]);
        }

        Assert.Equal(pending, File.ReadAllBytes(Pending));
    }

    [Fact]
    public void A_damaged_pending_file_is_kept()
    {
        Kill(["+33600000001 a"]);
        string text = "phone,name\n+33600000001,a\n";
        File.WriteAllText(Pending, text);

        Assert.Equal(ErrorIds.StateCorrupt, Assert.Throws<ContactsException>(Open).ErrorId);

        Assert.Equal(text, File.ReadAllText(Pending));
    }

    [Fact]
    public void A_link_to_the_state_file_stays_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege.");
        string target = _folder.Find("target");
        Run(["+33600000001 a"]);
        File.Move(State, target);
        File.CreateSymbolicLink(State, target);

        Run(["+33600000001 a", "+33600000002 b"]);

        Assert.Equal(target, new FileInfo(State).LinkTarget);
        using ListSync sync = Open();
        Assert.Equal(2, sync.Plan.Held);
    }

    [Fact]
    public void The_options_of_the_request_are_part_of_a_contact()
    {
        Run(["+33600000001 a"]);

        using var sync = ListSync.Open(State, s_subject, new CreateContactsRequest { ListNames = ["VIP"], TagNames = ["x"] }, isReadOnly: true);
        Compare(sync, ["+33600000001 a"]);

        Assert.Equal(1, sync.Plan.Changed);
    }

    [Fact]
    public void A_large_state_is_read_as_it_was_written()
    {
        string[] contacts = [.. Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(i % 3 == 0 ? "text" : "+33")}{600_000_000 + i} {i}"))];
        Run(contacts);

        using ListSync sync = Open();
        Compare(sync, contacts);

        Assert.Equal(new SyncPlan(0, 0, 20_000, 0, 20_000), sync.Plan);
    }

    private ListSync Open() => ListSync.Open(State, s_subject, s_request, isReadOnly: false);

    /// <summary>Synchronises, and the service accepts everything.</summary>
    private void Run(string[] contacts)
    {
        using ListSync sync = Open();
        Compare(sync, contacts);
        sync.BeginSending();
        Take(sync.TryAddNext, s_request, sync);
        Take(sync.TryRemoveNext, new DeleteContactsRequest { ListName = "VIP" }, sync);
        sync.Save();
    }

    /// <summary>Begins to send, and returns the pending file as a kill leaves it.</summary>
    private byte[] Kill(string[] contacts)
    {
        using (ListSync sync = Open())
        {
            Compare(sync, contacts);
            sync.BeginSending();
        }

        return File.ReadAllBytes(Pending);
    }

    private static void Compare(ListSync sync, IEnumerable<string> contacts)
    {
        foreach (string[] part in contacts.Chunk(500))
        {
            var batch = new ContactBatch(s_request, part.Length);
            foreach (string contact in part)
            {
                string[] fields = contact.Split(' ');
                batch.Add(new Contact { PhoneNumber = fields[0], FirstName = fields[1] });
            }

            sync.Compare(batch);
        }
    }

    /// <summary>Takes all contacts, and records that they are accepted.</summary>
    private static string[] Take(Func<ContactBatch, bool> tryTake, BatchRequest request, ListSync sync)
    {
        List<string> taken = [];
        bool isMore = true;
        while (isMore)
        {
            var batch = new ContactBatch(request, 100, sync.MakeSources());
            while (batch.Count < batch.Capacity && (isMore = tryTake(batch)))
            {
                Contact contact = batch.GetContact(batch.Count - 1);
                taken.Add($"{contact.PhoneNumber} {contact.FirstName}");
            }

            sync.Record(batch, [new BatchSegment(0, batch.Count, ContactOutcome.Accepted, Answer: null)]);
        }

        return [.. taken];
    }
}
