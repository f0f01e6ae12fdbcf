namespace ContactsPS.Sandbox.Description;

/// <summary>The descriptions of /sandbox/state, /sandbox/events and /sandbox/reset.</summary>
internal static class StateDescriptions
{
    private const string Tag = "State";

    public static CallDescription State { get; } = new(Tag, "Reads the counts and the settings")
    {
        Answers = [new(200, "The state.", typeof(StateShape))],
    };

    public static CallDescription Events { get; } = new(Tag, "Sends the state now and after each change")
    {
        Details = "Server-sent events with the name state and the JSON of /sandbox/state, at most five in a second.",
        Answers = [new(200, "The events.", typeof(string)) { ContentType = "text/event-stream" }],
    };

    public static CallDescription Reset { get; } = new(Tag, "Deletes all data and restores the settings of the start")
    {
        Answers = [CallAnswer.Done],
    };
}
