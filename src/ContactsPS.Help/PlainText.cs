using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContactsPS.Help;

/// <summary>
/// Writes Markdown as the paragraphs of a help text. Code keeps its lines, a list or a table is one paragraph with a line
/// for each item, and a link shows its address.
/// </summary>
/// <param name="baseAddress">The address of the folder of the pages. It ends with a slash.</param>
internal sealed class PlainText(string baseAddress)
{
    /// <summary>Writes blocks as paragraphs.</summary>
    public IReadOnlyList<string> Write(IEnumerable<Block> blocks) => [.. blocks.SelectMany(Write)];

    /// <summary>Makes the address of a link. It is empty when the link leads to the page of a cmdlet.</summary>
    public string AddressOf(string target)
    {
        if (Uri.TryCreate(target, UriKind.Absolute, out Uri? absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            return target;
        }

        string page = target.Split('#')[0];
        bool isCommand = page.EndsWith(".md", StringComparison.Ordinal) && page.Contains('-', StringComparison.Ordinal) && char.IsUpper(page[0]);
        bool isTopic = page.StartsWith("about_", StringComparison.Ordinal);
        return isCommand || isTopic ? string.Empty : new Uri(new Uri(baseAddress), target).ToString();
    }

    private IEnumerable<string> Write(Block block) => block switch
    {
        ParagraphBlock or HeadingBlock => [Write(((LeafBlock)block).Inline)],
        CodeBlock code => [WriteCode(code)],
        ListBlock list => [string.Join('\n', list.Cast<ListItemBlock>().Select((item, index) => WriteItem(list, item, index)))],
        Table table => [string.Join('\n', table.Cast<TableRow>().Where(row => !row.IsHeader).Select(WriteRow))],
        QuoteBlock quote => Write(quote.AsEnumerable()),
        _ => [],
    };

    /// <summary>
    /// Writes code. The shell removes the blanks before its first line, which would shift the heading of a table. So the blanks
    /// that all lines of a part begin with are removed here. Blank lines are between the parts.
    /// </summary>
    private static string WriteCode(CodeBlock code) =>
        string.Join("\n\n", code.Lines.ToString().TrimEnd().Split("\n\n").Select(WritePart));

    private static string WritePart(string part)
    {
        string[] lines = part.Split('\n');
        int indentation = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indentation..]));
    }

    private string WriteItem(ListBlock list, ListItemBlock item, int index)
    {
        string mark = list.IsOrdered ? (index + 1).ToString(CultureInfo.InvariantCulture) + ". " : "- ";
        return mark + string.Join(' ', Write(item.AsEnumerable()));
    }

    /// <summary>Writes a row as "first (second): third", or with fewer columns as "first: second".</summary>
    private string WriteRow(TableRow row)
    {
        string[] cells = [.. row.Cast<TableCell>().Select(cell => string.Join(" ", Write(cell.AsEnumerable())))];
        return cells is [string name, string type, .. string[] rest] && rest.Length > 0
            ? $"- {name} ({type}): {string.Join(" ", rest)}"
            : $"- {string.Join(": ", cells)}";
    }

    private string Write(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (Inline inline in inlines ?? Enumerable.Empty<Inline>())
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                LinkInline link => WriteLink(link),
                AutolinkInline address => address.Url,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                ContainerInline container => Write(container),
                _ => string.Empty,
            });
        }

        return text.ToString();
    }

    private string WriteLink(LinkInline link)
    {
        string text = Write((ContainerInline)link);
        string address = AddressOf(link.Url ?? string.Empty);
        return address.Length == 0 ? text : $"{text} ({address})";
    }
}
