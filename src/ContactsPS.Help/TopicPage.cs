using System.Text;
using Markdig.Syntax;

namespace ContactsPS.Help;

/// <summary>Reads a page about a topic (about_*.md), and writes it as the text that Get-Help shows.</summary>
internal static class TopicPage
{
    private const int Width = 80;
    private const string Indent = "    ";

    /// <summary>Reads a page, and makes the text.</summary>
    /// <exception cref="PageException">It doesn't have the right form.</exception>
    public static string Read(string path)
    {
        MarkdownPage page = MarkdownPage.Read(path);
        if (!Uri.TryCreate(page.Facts.GetValueOrDefault("online version"), UriKind.Absolute, out Uri? address))
        {
            page.Fail(null, $"The page must start with front matter that has 'online version: https://…/{page.Name}.md'.");
        }

        IReadOnlyList<PageSection> sections = page.SplitSections();
        if (sections is not [{ Title: "SHORT DESCRIPTION" }, { Title: "LONG DESCRIPTION" }, ..])
        {
            page.Fail(null, "The page must have the sections SHORT DESCRIPTION and LONG DESCRIPTION first.");
        }

        var plain = new PlainText(new Uri(address, ".").ToString());
        var text = new StringBuilder();
        text.Append("TOPIC\n").Append(Indent).Append(page.Name).Append("\n\n");
        foreach (PageSection section in sections)
        {
            text.Append(section.Title).Append('\n');
            foreach (Block block in section.Blocks)
            {
                WriteBlock(text, block, plain);
            }
        }

        return text.ToString();
    }

    private static void WriteBlock(StringBuilder text, Block block, PlainText plain)
    {
        foreach (string paragraph in plain.Write([block]))
        {
            if (block is HeadingBlock)
            {
                text.Append("  ").Append(paragraph).Append('\n');
            }
            else if (block is CodeBlock)
            {
                AppendLines(text, paragraph.Split('\n').Select(line => Indent + line));
            }
            else
            {
                string hanging = block is ParagraphBlock ? string.Empty : "  ";
                AppendLines(text, paragraph.Split('\n').SelectMany(line => Wrap(line, hanging)));
            }
        }

        if (block is not HeadingBlock)
        {
            text.Append('\n');
        }
    }

    private static void AppendLines(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            text.Append(line.TrimEnd()).Append('\n');
        }
    }

    /// <summary>Wraps a paragraph. All lines but the first have an additional indent.</summary>
    private static IEnumerable<string> Wrap(string paragraph, string hanging)
    {
        var line = new StringBuilder(Indent);
        int start = line.Length;
        foreach (string word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > start && line.Length + 1 + word.Length > Width)
            {
                yield return line.ToString();
                line.Clear().Append(Indent).Append(hanging);
                start = line.Length;
            }

            line.Append(line.Length > start ? " " : string.Empty).Append(word);
        }

        yield return line.ToString();
    }
}
