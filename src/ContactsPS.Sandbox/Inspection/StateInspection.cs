using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Description;
using ContactsPS.Sandbox.Faults;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>
/// GET /sandbox/state: the counts and the settings. GET /sandbox/events: the same as server-sent events, now and after
/// each change. POST /sandbox/reset: as after the start.
/// </summary>
internal sealed class StateInspection(
    SandboxStore store,
    SettingsHolder settings,
    FaultPlan faults,
    SandboxCredential credential,
    ChangeSignal changes,
    IHostApplicationLifetime application)
{
    // Hundreds of requests a second become five events.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Maps the routes.</summary>
    public void Map(InspectionCalls calls)
    {
        calls.Get("state", async context => await (await ReadAsync()).WriteAsync(context), StateDescriptions.State);
        calls.Get("events", WriteEventsAsync, StateDescriptions.Events);
        calls.Post("reset", ResetAsync, StateDescriptions.Reset);
    }

    private async Task WriteEventsAsync(HttpContext context)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, application.ApplicationStopping);
        await TypedResults.ServerSentEvents(EventsAsync(gone.Token)).ExecuteAsync(context);
    }

    private async IAsyncEnumerable<SseItem<string>> EventsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            Task changed = changes.Next;
            ServiceAnswer state = await ReadAsync();
            yield return new SseItem<string>(Encoding.UTF8.GetString(state.Body.Span), "state");
            await changed.WaitAsync(cancellation);
            await Task.Delay(s_pause, cancellation);
        }
    }

    private async Task ResetAsync(HttpContext context)
    {
        await store.WriteAsync(tables => tables.Clear());
        settings.Restore();
        faults.Restart();
        await ServiceAnswer.NoContent.WriteAsync(context);
    }

    private Task<ServiceAnswer> ReadAsync() => store.ReadAsync(tables => ServiceAnswer.Json(json => Write(json, tables)));

    private void Write(Utf8JsonWriter json, SandboxStore tables)
    {
        json.WriteStartObject();
        json.WriteString("login", credential.Login);
        json.WriteNumber("contacts", tables.Contacts.Count);
        json.WriteNumber("requests", tables.Requests.Count());
        json.WriteNumber("last_request_id", tables.Requests.LastId());
        json.WriteNumber("optouts", tables.OptOuts.Numbers.Count);
        json.WriteNumber("refusals", tables.Refusals.Numbers.Count);
        json.WritePropertyName("settings");
        SettingsJson.Write(json, settings.Current);
        json.WriteEndObject();
    }
}
