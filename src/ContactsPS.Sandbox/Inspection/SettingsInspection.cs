using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Description;
using ContactsPS.Sandbox.Faults;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>
/// GET, PUT and DELETE /sandbox/settings. All answer with all current settings. A PUT may contain only some settings, and
/// the others don't change. DELETE restores the settings of the start. A change of <c>failure_rate</c> or
/// <c>failure_kind</c> restarts the sequence of failures.
/// </summary>
internal sealed class SettingsInspection(SettingsHolder settings, FaultPlan faults)
{
    /// <summary>Maps the routes.</summary>
    public void Map(InspectionCalls calls)
    {
        calls.Get("settings", context => Answer(settings.Current).WriteAsync(context), SettingsDescriptions.Read);
        calls.Put("settings", ChangeAsync, SettingsDescriptions.Change);
        calls.Delete("settings", RestoreAsync, SettingsDescriptions.Restore);
    }

    private async Task ChangeAsync(HttpContext context)
    {
        ServiceAnswer answer = await InspectionBody.HandleAsync(context, json =>
        {
            SandboxSettings changed = settings.Change(current => SettingsJson.Apply(current, json));
            if (json.TryGetProperty("failure_rate", out _) || json.TryGetProperty("failure_kind", out _))
            {
                faults.Restart();
            }

            return Task.FromResult(Answer(changed));
        });
        await answer.WriteAsync(context);
    }

    private Task RestoreAsync(HttpContext context)
    {
        SandboxSettings restored = settings.Restore();
        faults.Restart();
        return Answer(restored).WriteAsync(context);
    }

    private static ServiceAnswer Answer(SandboxSettings settings) => ServiceAnswer.Json(json => SettingsJson.Write(json, settings));
}
