using System.Text.Json.Nodes;

namespace ContactsPS.Tests;

/// <summary>Pipeline input that the cmdlets read directly, without the parameter binding of the engine.</summary>
public sealed class PipedObjectTests : IDisposable
{
    private readonly ModuleShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_engine_binds_only_the_first_object()
    {
        // Binding cannot be observed in another way: the engine allocates some 500 bytes for each object that it binds.
        const int Count = 2_000;
        long[] allocated = new long[Count];
        PSObject[] rows = Rows.Contacts(Count);
        _shell.Set("rows", rows.Select((row, i) =>
        {
            allocated[i] = GC.GetAllocatedBytesForCurrentThread();
            return row;
        }));

        JsonObject[] contacts = Json.Contacts(_shell.Run("$rows | ConvertTo-ContactRequest -BatchSize 10000"));

        Assert.Equal(Count, contacts.Length);
        long bytes = (allocated[^1] - allocated[Count / 2]) / (Count / 2);
        Assert.True(bytes < 200 == EngineAccessTests.IsAllowed, $"{bytes} bytes an object");
    }

    [Fact]
    public void An_object_is_read_before_the_next_is_requested()
    {
        _shell.Set("rows", ReuseOne(3));

        JsonObject[] contacts = Json.Contacts(_shell.Run("$rows | ConvertTo-ContactRequest"));

        Assert.Equal([Rows.Number(0), Rows.Number(1), Rows.Number(2)], contacts.Select(contact => (string)contact["phone_number"]!));
    }

    [Theory]
    [InlineData(",$rows | ConvertTo-ContactRequest")]
    [InlineData(",@($rows[0], @($rows[1], @(@(), ,$rows[2]))) | ConvertTo-ContactRequest")]
    [InlineData(",[Collections.Generic.List[object]] $rows | ConvertTo-ContactRequest")]
    [InlineData("ConvertTo-ContactRequest -InputObject (,$rows)")]
    [InlineData("@($rows[0], $rows[1]), $rows[2] | ConvertTo-ContactRequest")]
    public void A_list_that_comes_as_one_object_is_enumerated(string script)
    {
        ShellResult result = _shell.Run(script, [.. Rows.Contacts(3)]);

        Assert.Equal([Rows.Number(0), Rows.Number(1), Rows.Number(2)], Json.Contacts(result).Select(contact => (string)contact["phone_number"]!));
        Assert.Empty(result.Errors);
    }

    [Fact]
    public void A_list_that_holds_itself_comes_to_an_end()
    {
        ShellResult result = _shell.Run("$list = [Collections.ArrayList]@('+33612345678'); $null = $list.Add($list); ,$list | ConvertTo-ContactRequest");

        Assert.NotEmpty(Json.Contacts(result));
        Assert.All(result.ErrorIds(), id => Assert.Equal("PhoneNumberMissing", id));
    }

    [Fact]
    public void Nulls_and_plain_values_are_read_like_objects()
    {
        ShellResult result = _shell.Run("$rows | ConvertTo-ContactRequest", [Rows.Number(0), null, Rows.Number(1), "x"]);

        Assert.Equal(["PhoneNumberMissing", "PhoneNumberInvalid"], result.ErrorIds());
        Assert.Equal("x", result.Errors[1].TargetObject);
        Assert.Equal(2, Json.Contacts(result).Length);
    }

    [Fact]
    public void An_exception_of_the_enumerator_ends_the_pipeline_with_its_message()
    {
        _shell.Set("rows", Rows.Contacts(3).Select((row, i) => i < 2 ? row : throw new InvalidOperationException("It is broken.")));

        ShellResult result = _shell.Run("$rows | ConvertTo-ContactRequest");

        Assert.Contains("It is broken.", result.Thrown?.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Objects_from_a_steppable_pipeline_are_accepted()
    {
        JsonObject[] contacts = Json.Contacts(_shell.Run(
            """
            function Convert-Proxy {
                [CmdletBinding()] param([Parameter(ValueFromPipeline)] $InputObject)
                begin { $steps = { ConvertTo-ContactRequest }.GetSteppablePipeline(); $steps.Begin($true) }
                process { $steps.Process($InputObject) }
                end { $steps.End() }
            }
            $rows | Convert-Proxy
            """,
            Rows.Contacts(3)));

        Assert.Equal(3, contacts.Length);
    }

    private static IEnumerable<PSObject> ReuseOne(int count)
    {
        PSObject row = Rows.Contacts(1)[0];
        for (int i = 0; i < count; i++)
        {
            row.Properties["phone_number"].Value = Rows.Number(i);
            yield return row;
        }
    }
}
