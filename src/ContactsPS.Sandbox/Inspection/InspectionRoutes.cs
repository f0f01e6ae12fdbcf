using ContactsPS.Sandbox.Faults;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>
/// The calls under <c>/sandbox/</c>. They read the data that service calls stored, and change the failure settings.
/// </summary>
internal static class InspectionRoutes
{
    /// <summary>Maps the routes. They require no credential.</summary>
    public static void Map(WebApplication application)
    {
        IServiceProvider services = application.Services;
        SandboxStore store = services.GetRequiredService<SandboxStore>();
        SettingsHolder settings = services.GetRequiredService<SettingsHolder>();
        FaultPlan faults = services.GetRequiredService<FaultPlan>();
        ChangeSignal changes = services.GetRequiredService<ChangeSignal>();
        var waiting = new Waiting(changes, application.Lifetime);
        var calls = new InspectionCalls(application.MapGroup("/sandbox"));

        new ContactInspection(store, waiting).Map(calls);
        new GroupInspection(store).Map(calls);
        new RequestInspection(store, waiting).Map(calls);
        new NumberSetInspection(store, tables => tables.OptOuts).Map(calls, "optouts", "that opted out");
        new NumberSetInspection(store, tables => tables.Refusals).Map(calls, "refusals", "that contact/create refuses");
        new SettingsInspection(settings, faults).Map(calls);
        new StateInspection(store, settings, faults, services.GetRequiredService<SandboxCredential>(), changes, application.Lifetime).Map(calls);
    }
}
