using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests;

/// <summary>Rows of Import-Csv and ConvertFrom-Csv come in batches where nobody can see it, and one by one elsewhere.</summary>
public sealed class UpstreamBufferTests : IDisposable
{
    private const string Map = "-PropertyMap @{ Param1 = { $read.Value } }";

    private readonly ModuleShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData($"$lines | ConvertFrom-Csv | ConvertTo-ContactRequest {Map}", 200)]
    [InlineData($"$lines | ConvertFrom-Csv | ConvertTo-ContactRequest {Map} -BatchSize 50", 50)]
    [InlineData($"$lines | ConvertFrom-Csv | ConvertTo-ContactRequest {Map} -BatchSize 1000", 200)]
    public void The_first_row_is_handled_when_a_batch_is_read(string script, int rows) =>
        Assert.Equal(EngineAccessTests.IsAllowed ? rows : 1, CountReadAtFirst(script));

    [Theory]
    [InlineData($"$lines | ConvertFrom-Csv | ConvertTo-ContactRequest {Map} -BatchSize 1")]
    [InlineData($"$lines | ConvertFrom-Csv -PipelineVariable row | ConvertTo-ContactRequest {Map}")]
    [InlineData($"$lines | ConvertFrom-Csv | ForEach-Object {{ $_ }} | ConvertTo-ContactRequest {Map}")]
    [InlineData($"$lines | ForEach-Object {{ $_ }} | ConvertFrom-Csv | ConvertTo-ContactRequest {Map}")]
    public void Rows_come_one_by_one_where_a_script_can_tell(string script) => Assert.Equal(1, CountReadAtFirst(script));

    [Fact]
    public void A_buffer_that_the_user_gives_stays() =>
        Assert.Equal(11, CountReadAtFirst($"$lines | ConvertFrom-Csv -OutBuffer 10 | ConvertTo-ContactRequest {Map}"));

    [Theory]
    [InlineData(1)]
    [InlineData(199)]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(1001)]
    public void No_row_is_left_in_the_buffer_at_the_end(int count)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("contacts.csv", "phone\n" + string.Concat(Enumerable.Range(0, count).Select(i => Rows.Number(i) + "\n")));

        JsonObject[] contacts = Json.Contacts(_shell.Run($"Import-Csv '{file}' | ConvertTo-ContactRequest"));

        Assert.Equal(Enumerable.Range(0, count).Select(Rows.Number), contacts.Select(contact => (string)contact["phone_number"]!));
    }

    /// <summary>How many rows were read when the first one became a contact.</summary>
    private int CountReadAtFirst(string script)
    {
        var read = new Counter();
        _shell.Set("read", read);
        _shell.Set("lines", Enumerable.Range(-1, 501).Select(i =>
        {
            read.Value = i + 1;
            return i < 0 ? "phone" : Rows.Number(i);
        }));

        JsonObject[] contacts = Json.Contacts(_shell.Run(script));

        Assert.Equal(500, contacts.Length);
        return int.Parse((string)contacts[0]["param1"]!, CultureInfo.InvariantCulture);
    }

    /// <summary>A number that scripts can read.</summary>
    public sealed class Counter
    {
        public int Value { get; set; }
    }
}
