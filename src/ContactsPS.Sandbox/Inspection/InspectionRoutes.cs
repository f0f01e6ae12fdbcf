namespace ContactsPS.Sandbox.Inspection;

/// <summary>
/// The calls under <c>/sandbox/</c>. They read the data that service calls stored, and change the failure settings.
/// </summary>
internal static class InspectionRoutes
{
    /// <summary>Maps the routes. They require no credential.</summary>
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
