using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContactsPS.Help;

/// <summary>
/// Reads the page of a cmdlet: Markdown in the form that platyPS reads (schema 2.0.0), with the section names of that form.
/// </summary>
internal sealed class CommandPage
{
    private static readonly string[] s_sections =
        ["SYNOPSIS", "SYNTAX", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    private static readonly string[] s_facts =
        ["Type", "Parameter Sets", "Aliases", "Required", "Position", "Default value", "Accept pipeline input", "Accept wildcard characters"];

    private readonly MarkdownPage _page;
    private readonly PlainText _text;
    private readonly string _onlineVersion;

    private CommandPage(MarkdownPage page)
    {
        _page = page;
        _onlineVersion = page.Facts.GetValueOrDefault("online version", string.Empty);
        if (!Uri.TryCreate(_onlineVersion, UriKind.Absolute, out _) || !_onlineVersion.EndsWith($"/{page.Name}.md", StringComparison.Ordinal))
        {
            page.Fail(null, $"The page must start with front matter that has 'online version: https://…/{page.Name}.md'.");
        }

        _text = new PlainText(_onlineVersion[..(_onlineVersion.LastIndexOf('/') + 1)]);
    }

    /// <summary>Reads a page.</summary>
    /// <exception cref="PageException">It doesn't have the right form.</exception>
    public static CommandHelp Read(string path) => new CommandPage(MarkdownPage.Read(path)).Read();

    private CommandHelp Read()
    {
        IReadOnlyList<PageSection> sections = _page.SplitSections();
        if (!sections.Select(section => section.Title).SequenceEqual(s_sections, StringComparer.Ordinal))
        {
            _page.Fail(null, $"The page must have these sections in this order: {string.Join(", ", s_sections)}.");
        }

        ParameterSetHelp[] syntax = [.. sections[1].Blocks.OfType<FencedCodeBlock>().Select(ReadSyntax)];
        ParameterHelp[] parameters = [.. _page.Split(sections[4].Blocks, 3).Where(part => part.Title != "CommonParameters").Select(ReadParameter)];
        CheckSyntax(sections[1], syntax, parameters);
        return new CommandHelp(
            _page.Name,
            _onlineVersion,
            Filled(sections[0]),
            syntax,
            Filled(sections[2]),
            [.. _page.Split(sections[3].Blocks, 3).Select(ReadExample)],
            parameters,
            ReadTypes(sections[5]),
            ReadTypes(sections[6]),
            Filled(sections[7]),
            [.. sections[8].Blocks.OfType<ParagraphBlock>().SelectMany(block => block.Inline!.Descendants<LinkInline>()).Select(ReadLink)]);
    }

    private IReadOnlyList<string> Filled(PageSection section)
    {
        IReadOnlyList<string> text = _text.Write(section.Blocks);
        if (text.Count == 0)
        {
            _page.Fail(section.Heading, $"'{section.Title}' has no text.");
        }

        return text;
    }

    private ParameterSetHelp ReadSyntax(FencedCodeBlock block)
    {
        try
        {
            return SyntaxText.Parse(block.Lines.ToString(), _page.Name);
        }
        catch (FormatException error)
        {
            _page.Fail(block, error.Message);
            return null;
        }
    }

    private ParameterHelp ReadParameter(PageSection section)
    {
        if (section.Title is not ['-', .. string name] || name.Length == 0)
        {
            _page.Fail(section.Heading, $"The heading of a parameter has the form '### -Name', not '{section.Title}'.");
            return null;
        }

        if (section.Blocks.OfType<FencedCodeBlock>().FirstOrDefault(block => block.Info == "yaml") is not { } yaml)
        {
            _page.Fail(section.Heading, $"-{name} has no yaml block.");
            return null;
        }

        Dictionary<string, string> facts = _page.ReadFacts(yaml.Lines.ToString(), yaml.Line + 1);
        foreach (string fact in s_facts.Where(fact => !facts.ContainsKey(fact)))
        {
            _page.Fail(yaml, $"The yaml block of -{name} doesn't have '{fact}'.");
        }

        IReadOnlyList<string> text = _text.Write(section.Blocks.Where(block => block is not FencedCodeBlock { Info: "yaml" }));
        if (text.Count == 0)
        {
            _page.Fail(section.Heading, $"-{name} has no description.");
        }

        return new ParameterHelp(name, text, facts);
    }

    /// <summary>Checks that the syntax and the section PARAMETERS have the same parameters.</summary>
    private void CheckSyntax(PageSection section, ParameterSetHelp[] syntax, ParameterHelp[] parameters)
    {
        if (syntax.Length == 0)
        {
            _page.Fail(section.Heading, "SYNTAX has no code block.");
        }

        var inSyntax = syntax.SelectMany(set => set.Parameters).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var described = parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        if (described.Count < parameters.Length)
        {
            _page.Fail(section.Heading, "A parameter is described twice.");
        }

        inSyntax.SymmetricExceptWith(described);
        if (inSyntax.Count > 0)
        {
            _page.Fail(section.Heading, $"SYNTAX and PARAMETERS don't have the same parameters: -{string.Join(", -", inSyntax.Order(StringComparer.Ordinal))}.");
        }
    }

    private ExampleHelp ReadExample(PageSection section)
    {
        if (section.Blocks.OfType<FencedCodeBlock>().FirstOrDefault(block => block.Info == "powershell") is not { } code)
        {
            _page.Fail(section.Heading, $"'{section.Title}' has no powershell block.");
            return null;
        }

        return new ExampleHelp(section.Title, code.Lines.ToString(), _text.Write(section.Blocks.Where(block => block != code)));
    }

    private TypeHelp[] ReadTypes(PageSection section) =>
        [.. _page.Split(section.Blocks, 3).Select(part => new TypeHelp(part.Title, _text.Write(part.Blocks)))];

    private LinkHelp ReadLink(LinkInline link) =>
        new(string.Concat(link.OfType<LiteralInline>().Select(text => text.Content.ToString())), _text.AddressOf(link.Url ?? string.Empty));
}
