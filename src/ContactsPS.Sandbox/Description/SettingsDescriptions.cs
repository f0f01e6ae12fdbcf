namespace ContactsPS.Sandbox.Description;

/// <summary>The descriptions of /sandbox/settings.</summary>
internal static class SettingsDescriptions
{
    private const string Tag = "Settings";

    private static readonly CallAnswer s_all = new(200, "All settings.", typeof(SettingsShape));

    public static CallDescription Read { get; } = new(Tag, "Reads the settings") { Answers = [s_all] };

    public static CallDescription Change { get; } = new(Tag, "Changes settings")
    {
        Details = "Settings that are not in the body don't change.",
        Body = typeof(SettingsShape),
        Answers = [s_all, CallAnswer.Wrong],
    };

    public static CallDescription Restore { get; } = new(Tag, "Restores the settings of the start") { Answers = [s_all] };
}
