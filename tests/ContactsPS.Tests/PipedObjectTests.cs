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
        Assert.InRange((allocated[^1] - allocated[Count / 2]) / (Count / 2), 0, 200);
    }

    [Fact]
    public void An_object_is_read_before_the_next_is_requested()
    {
        _shell.Set("rows", ReuseOne(3));

        JsonObject[] contacts = Json.Contacts(_shell.Run("$rows | ConvertTo-ContactRequest"));

        Assert.Equal([Rows.Number(0), Rows.Number(1), Rows.Number(2)], contacts.Select(contact => (string)contact["phone_number"]!));
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
