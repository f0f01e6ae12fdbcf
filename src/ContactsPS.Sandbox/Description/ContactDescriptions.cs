using Microsoft.OpenApi;

namespace ContactsPS.Sandbox.Description;

/// <summary>The descriptions of /sandbox/contacts and the calls under it.</summary>
internal static class ContactDescriptions
{
    private const string Tag = "Contacts";

    private static readonly CallParameter[] s_filter =
    [
        new("list_name", "Only contacts on this list."),
        new("tag_name", "Only contacts with this tag."),
        new("phone_number", "Only the contact with this phone number."),
        new("search", "Only contacts whose phone number or name contains each of these words."),
    ];

    public static CallDescription Contacts { get; } = new(Tag, "Reads contacts")
    {
        Details = "To read page by page, give a limit, and the id of the last contact as from.",
        Parameters =
        [
            .. s_filter,
            new("order", "oldest: in the order in which they first arrived. Default: oldest.") { Words = ["oldest", "newest"] },
            new("from", "Start after the contact with this id.", JsonSchemaType.Integer),
            new("limit", "The most contacts. Default: all.", JsonSchemaType.Integer),
        ],
        Answers = [new(200, "The contacts.", typeof(ContactShape[])), CallAnswer.Wrong],
    };

    public static CallDescription Count { get; } = new(Tag, "Counts contacts")
    {
        Parameters = s_filter,
        Answers = [new(200, "The count.", typeof(CountShape)), CallAnswer.Wrong],
    };

    public static CallDescription Wait { get; } = new(Tag, "Waits until there are enough contacts")
    {
        Parameters =
        [
            .. s_filter,
            new("count", "The number of contacts to wait for. Default: 1.", JsonSchemaType.Integer),
            new("timeout_seconds", "From 0 to 600. Default: 30.", JsonSchemaType.Integer),
        ],
        Answers = [new(200, "There are enough contacts.", typeof(CountShape)), CallAnswer.Wrong, CallAnswer.TimedOut],
    };

    public static CallDescription History { get; } = new(Tag, "Reads which requests named a phone number")
    {
        Details = "The last 100 requests to contact/create and contact/delete, the newest first.",
        Parameters = [CallParameter.Path("phone_number", "The phone number.")],
        Answers = [new(200, "The requests.", typeof(HistoryShape[])), CallAnswer.Wrong],
    };
}
