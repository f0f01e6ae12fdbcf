namespace ContactsPS.Sandbox.Description;

/// <summary>The descriptions of /sandbox/lists and /sandbox/tags.</summary>
internal static class GroupDescriptions
{
    private const string Tag = "Lists and tags";

    public static CallDescription Lists { get; } = new(Tag, "Reads the lists") { Answers = [new(200, "The lists.", typeof(GroupShape[]))] };

    public static CallDescription Tags { get; } = new(Tag, "Reads the tags") { Answers = [new(200, "The tags.", typeof(GroupShape[]))] };
}
