using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Faults;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>
/// GET and PUT /sandbox/settings. Both answer with all current settings. A PUT may contain only some settings, and the
/// others don't change. A PUT with <c>failure_rate</c> restarts the sequence of failures.
/// </summary>
internal static class SettingsInspection
{
    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder sandbox)
    {
        sandbox.MapGet("settings", (HttpContext context, SettingsHolder settings) => Answer(settings.Current).WriteAsync(context));
        sandbox.MapPut("settings", async (HttpContext context, SettingsHolder settings, FaultPlan faults) =>
        {
            ServiceAnswer answer = await InspectionBody.HandleAsync(context, json =>
            {
                SandboxSettings changed = settings.Change(current => SettingsJson.Apply(current, json));
                if (json.TryGetProperty("failure_rate", out _))
                {
                    faults.Restart();
                }

                return Task.FromResult(Answer(changed));
            });
            await answer.WriteAsync(context);
        });
    }

    private static ServiceAnswer Answer(SandboxSettings settings) => ServiceAnswer.Json(json => SettingsJson.Write(json, settings));
}
