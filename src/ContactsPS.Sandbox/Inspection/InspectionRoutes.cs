namespace ContactsPS.Sandbox.Inspection;

/// <summary>What lies under <c>/sandbox/</c>: looking at what the service calls left behind, and setting how it misbehaves.</summary>
internal static class InspectionRoutes
{
    /// <summary>Maps the routes; none asks for a credential.</summary>
    public static void Map(WebApplication application)
    {
        RouteGroupBuilder sandbox = application.MapGroup("/sandbox");
        ContactInspection.Map(sandbox);
        RequestInspection.Map(sandbox);
        NumberSetInspection.Map(sandbox, "optouts", store => store.OptOuts);
        NumberSetInspection.Map(sandbox, "refusals", store => store.Refusals);
        SettingsInspection.Map(sandbox);
    }
}
