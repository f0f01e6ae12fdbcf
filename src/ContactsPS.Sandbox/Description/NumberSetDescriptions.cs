namespace ContactsPS.Sandbox.Description;

/// <summary>The descriptions of /sandbox/optouts and /sandbox/refusals.</summary>
internal static class NumberSetDescriptions
{
    private const string Tag = "Numbers";

    public static CallDescription All(string what) => new(Tag, $"Reads the numbers {what}")
    {
        Answers = [new(200, "The numbers.", typeof(string[]))],
    };

    public static CallDescription Replace(string what) => new(Tag, $"Replaces the numbers {what}")
    {
        Body = typeof(string[]),
        Answers = [CallAnswer.Done, CallAnswer.Wrong],
    };

    public static CallDescription Add(string what) => new(Tag, $"Adds numbers {what}")
    {
        Body = typeof(string[]),
        Answers = [CallAnswer.Done, CallAnswer.Wrong],
    };

    public static CallDescription Clear(string what) => new(Tag, $"Removes all numbers {what}") { Answers = [CallAnswer.Done] };

    public static CallDescription Remove(string what) => new(Tag, $"Removes one number {what}")
    {
        Parameters = [CallParameter.Path("phone_number", "The phone number.")],
        Answers = [CallAnswer.Done, new(404, "The number is not there.", typeof(ErrorShape))],
    };
}
