using System.Xml.Linq;

namespace ContactsPS.Help;

/// <summary>Writes the file that Get-Help reads for the cmdlets of an assembly.</summary>
internal static class Maml
{
    private static readonly XNamespace s_file = "http://msh";
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Writes the help of cmdlets.</summary>
    public static void Write(IEnumerable<CommandHelp> commands, string path)
    {
        var file = new XDocument(new XElement(
            s_file + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", s_maml),
            new XAttribute(XNamespace.Xmlns + "command", s_command),
            new XAttribute(XNamespace.Xmlns + "dev", s_dev),
            commands.Select(Command)));

        // Without indentation: blanks inside a paragraph are shown.
        file.Save(path, SaveOptions.DisableFormatting);
    }

    private static XElement Command(CommandHelp help) => new(
        s_command + "command",
        new XElement(
            s_command + "details",
            new XElement(s_command + "name", help.Name),
            new XElement(s_command + "verb", help.Name.Split('-')[0]),
            new XElement(s_command + "noun", help.Name.Split('-')[1]),
            new XElement(s_maml + "description", Paragraphs(help.Synopsis))),
        new XElement(s_maml + "description", Paragraphs(help.Description)),
        new XElement(s_command + "syntax", help.Syntax.Select(set => Syntax(help, set))),
        new XElement(s_command + "parameters", help.Parameters.Select(Parameter)),
        new XElement(s_command + "inputTypes", help.Inputs.Select(type => Type(s_command + "inputType", type))),
        new XElement(s_command + "returnValues", help.Outputs.Select(type => Type(s_command + "returnValue", type))),
        new XElement(s_maml + "alertSet", new XElement(s_maml + "alert", Paragraphs(help.Notes))),
        new XElement(s_command + "examples", help.Examples.Select(Example)),
        new XElement(
            s_maml + "relatedLinks",
            help.Links.Prepend(new LinkHelp("Online Version:", help.OnlineVersion)).Select(Link)));

    private static XElement Syntax(CommandHelp help, ParameterSetHelp set)
    {
        int next = 0;
        return new XElement(
            s_command + "syntaxItem",
            new XElement(s_maml + "name", help.Name),
            set.Parameters.Select(parameter => new XElement(
                s_command + "parameter",
                new XAttribute("required", parameter.IsRequired ? "true" : "false"),
                new XAttribute("position", parameter.IsPositional ? next++ : "named"),
                new XElement(s_maml + "name", parameter.Name),
                parameter.Type is null ? null : new XElement(s_command + "parameterValue", new XAttribute("required", "true"), parameter.Type))));
    }

    private static XElement Parameter(ParameterHelp parameter) => new(
        s_command + "parameter",
        new XAttribute("required", Flag(parameter.Facts["Required"])),
        new XAttribute("globbing", Flag(parameter.Facts["Accept wildcard characters"])),
        new XAttribute("pipelineInput", parameter.Facts["Accept pipeline input"]),
        new XAttribute("position", parameter.Facts["Position"]),
        new XAttribute("aliases", parameter.Facts["Aliases"] is { Length: > 0 } aliases ? aliases : "none"),
        new XElement(s_maml + "name", parameter.Name),
        new XElement(s_maml + "description", Paragraphs(parameter.Description)),
        new XElement(s_command + "parameterValue", new XAttribute("required", "true"), parameter.Facts["Type"]),
        new XElement(s_dev + "type", new XElement(s_maml + "name", parameter.Facts["Type"])),
        new XElement(s_dev + "defaultValue", parameter.Facts["Default value"]));

    private static XElement Type(XName name, TypeHelp type) => new(
        name,
        new XElement(s_dev + "type", new XElement(s_maml + "name", type.Name)),
        new XElement(s_maml + "description", Paragraphs(type.Description)));

    private static XElement Example(ExampleHelp example) => new(
        s_command + "example",
        new XElement(s_maml + "title", $"-------- {example.Title} --------"),
        new XElement(s_dev + "code", example.Code),

        // The shell writes nothing between the paragraphs here, nor between the last one and the next title.
        new XElement(s_dev + "remarks", Paragraphs(example.Remarks.SelectMany(remark => new[] { remark, string.Empty }))));

    private static XElement Link(LinkHelp link) => new(
        s_maml + "navigationLink",
        new XElement(s_maml + "linkText", link.Text),
        new XElement(s_maml + "uri", link.Address));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<string> texts) => texts.Select(text => new XElement(s_maml + "para", text));

    private static string Flag(string value) => value.StartsWith("True", StringComparison.OrdinalIgnoreCase) ? "true" : "false";
}
