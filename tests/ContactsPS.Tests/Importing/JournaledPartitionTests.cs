namespace ContactsPS.Tests.Importing;

/// <summary>Partitions with a journal, whose script block computes another number, or fails, in the next run.</summary>
public sealed class JournaledPartitionTests : JournaledImport
{
    [Fact]
    public void A_row_that_moves_into_the_partition_is_sent()
    {
        string[] mine = FindMine();
        string other = Enumerable.Range(1, 40).Select(Rows.Number).Except(mine).First();
        Write("a", "b", "c");
        const string Map = "-PropertyMap @{ PhoneNumber = { $numbers[$_.first_name] } }";
        Assert.Equal(2, Import($"$numbers = @{{ a = '{mine[0]}'; b = '{other}'; c = '{mine[1]}' }}", Map).Accepted);
        Assert.Equal(mine[..2], Server.Take());
        WithoutEnd();

        Assert.Equal(3, Import($"$numbers = @{{ a = '{mine[0]}'; b = '{mine[2]}'; c = '{mine[1]}' }}", Map).Accepted);

        Assert.Equal([mine[2]], Server.Take());
    }

    [Fact]
    public void A_row_that_failed_in_another_partition_is_sent_when_it_succeeds_in_this_one()
    {
        string[] mine = FindMine();

        // The second row is on line 3. Without a number it belongs to the other partition, which has the odd lines.
        Write(mine[..3]);
        const string Map = "-PropertyMap @{ PhoneNumber = 'first_name'; Param1 = { if ($isDown -and $_.first_name -eq $second) { throw 'down' } } }";
        Assert.Equal(2, Import($"$second = '{mine[1]}'; $isDown = $true", Map).Read);
        Server.Take();
        WithoutEnd();

        Assert.Equal(3, Import("$isDown = $false", Map).Accepted);

        Assert.Equal([mine[1]], Server.Take());
    }

    [Fact]
    public void A_row_without_a_number_stays_in_its_partition_when_the_run_continues()
    {
        string[] lines = [.. Enumerable.Range(1, 40).Select(i => i % 2 == 0 ? $$"""{"phone":"{{Rows.Number(i)}}"}""" : """{"first_name":"x"}""")];
        string file = Folder.Write("a.jsonl", string.Join('\n', lines));
        Summary Import(string share) =>
            Shell.Run($"Import-Contact '{file}' -Partition {share} -JournalPath '{Journal}' -ErrorAction SilentlyContinue").Summary();
        Summary first = Import("1/2");
        Server.Take();
        WithoutEnd();

        Summary second = Import("1/2");

        Assert.Equal((first.Read, first.Accepted, first.Rejected), (second.Read, second.Accepted, second.Rejected));
        Assert.Empty(Server.Take());
    }

    /// <summary>Phone numbers of the first of two partitions.</summary>
    private string[] FindMine()
    {
        string file = Folder.Write("all.csv", $"phone\n{string.Concat(Enumerable.Range(1, 40).Select(i => $"{Rows.Number(i)}\n"))}");
        Shell.Run($"Import-Contact '{file}' -Partition 1/2").Summary();
        return Server.Take();
    }

    private void Write(params string[] names) =>
        Folder.Write("a.csv", $"first_name,other\n{string.Concat(names.Select(name => $"{name},x\n"))}");

    private Summary Import(string setting, string map) =>
        Shell.Run($"{setting}; Import-Contact '{SourceFile}' -Partition 1/2 {map} -JournalPath '{Journal}'").Summary();
}
