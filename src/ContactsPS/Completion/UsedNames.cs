namespace ContactsPS.Completion;

/// <summary>The names that an account used. The name that was used last is first.</summary>
/// <param name="Lists">The lists.</param>
/// <param name="Tags">The tags.</param>
internal sealed record UsedNames(IReadOnlyList<string> Lists, IReadOnlyList<string> Tags)
{
    /// <summary>The maximum number of lists, and of tags.</summary>
    public const int Maximum = 100;

    private const string ListMark = "list=";
    private const string TagMark = "tag=";

    /// <summary>No names.</summary>
    public static UsedNames None { get; } = new([], []);

    /// <summary>Reads the lines of a file. Lines of another form are ignored.</summary>
    public static UsedNames Parse(IReadOnlyCollection<string> lines) => new(Select(lines, ListMark), Select(lines, TagMark));

    /// <summary>Makes the lines of a file.</summary>
    public IEnumerable<string> Format() => Lists.Select(name => ListMark + name).Concat(Tags.Select(name => TagMark + name));

    /// <summary>Puts names in front.</summary>
    public UsedNames With(IEnumerable<string> lists, IEnumerable<string> tags) => new(Merge(lists, Lists), Merge(tags, Tags));

    private static string[] Select(IEnumerable<string> lines, string mark) =>
        [.. lines.Where(line => line.StartsWith(mark, StringComparison.Ordinal)).Select(line => line[mark.Length..]).Take(Maximum)];

    // A name with a line break would be two lines. Nobody types such a name at a prompt.
    private static string[] Merge(IEnumerable<string> added, IEnumerable<string> known) =>
        [.. added.Where(name => !name.Any(char.IsControl)).Concat(known).Distinct(StringComparer.Ordinal).Take(Maximum)];
}
