using System.Diagnostics.CodeAnalysis;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace ContactsPS.Help;

/// <summary>A Markdown file: the facts above it, and its blocks by heading.</summary>
internal sealed class MarkdownPage
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    private readonly string _source;
    private readonly List<Block> _blocks;

    private MarkdownPage(string path, string source)
    {
        Path = path;
        _source = source;
        _blocks = [.. Markdown.Parse(source, s_pipeline)];
        Facts = _blocks is [YamlFrontMatterBlock yaml, ..]
            ? ReadFacts(yaml.Lines.ToString(), yaml.Line + 1)
            : new Dictionary<string, string>(StringComparer.Ordinal);
        _blocks.RemoveAll(block => block is YamlFrontMatterBlock);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The name of the file, without its extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The front matter: a name and a value in each line.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; }

    /// <summary>Reads a file.</summary>
    public static MarkdownPage Read(string path) => new(path, File.ReadAllText(path).ReplaceLineEndings("\n"));

    /// <summary>Splits the page at its headings of level 2. The title must be the name of the file.</summary>
    /// <exception cref="PageException">The title is another one.</exception>
    public IReadOnlyList<PageSection> SplitSections()
    {
        if (_blocks is not [HeadingBlock { Level: 1 } title, ..] || TextOf(title) != Name)
        {
            Fail(_blocks.Count > 0 ? _blocks[0] : null, $"The page must start with the heading '# {Name}'.");
        }

        List<Block> rest = _blocks[1..];
        if (rest is [not HeadingBlock { Level: 2 }, ..])
        {
            Fail(rest[0], "Text must stand below a heading '## …'.");
        }

        return Split(rest, 2);
    }

    /// <summary>Splits blocks at headings of a level. Blocks before the first of them must not exist.</summary>
    /// <exception cref="PageException">There is text before the first heading.</exception>
    public IReadOnlyList<PageSection> Split(IReadOnlyList<Block> blocks, int level)
    {
        List<PageSection> sections = [];
        List<Block>? open = null;
        foreach (Block block in blocks)
        {
            if (block is HeadingBlock heading && heading.Level == level)
            {
                open = [];
                sections.Add(new PageSection(TextOf(heading), heading, open));
            }
            else if (open is null)
            {
                Fail(block, $"Text must stand below a heading '{new string('#', level)} …'.");
            }
            else
            {
                open.Add(block);
            }
        }

        return sections;
    }

    /// <summary>Gets the Markdown of a heading or a paragraph.</summary>
    public string TextOf(LeafBlock block) => _source.Substring(block.Span.Start, block.Span.Length).TrimStart('#', ' ').TrimEnd();

    /// <summary>Reads lines of the form "name: value".</summary>
    /// <exception cref="PageException">A line has another form.</exception>
    public Dictionary<string, string> ReadFacts(string lines, int firstLine)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] all = lines.Split('\n');
        for (int i = 0; i < all.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(all[i]))
            {
                continue;
            }

            int colon = all[i].IndexOf(':', StringComparison.Ordinal);
            if (colon < 1)
            {
                throw new PageException(Path, firstLine + i + 1, $"'{all[i]}' does not have the form 'name: value'.");
            }

            facts[all[i][..colon].Trim()] = all[i][(colon + 1)..].Trim();
        }

        return facts;
    }

    /// <summary>Ends the program with an error at a block.</summary>
    [DoesNotReturn]
    public void Fail(Block? block, string message) => throw new PageException(Path, (block?.Line ?? 0) + 1, message);
}

/// <summary>A part of a page.</summary>
/// <param name="Title">The text of its heading.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Blocks">The blocks below the heading.</param>
internal sealed record PageSection(string Title, HeadingBlock Heading, IReadOnlyList<Block> Blocks);
