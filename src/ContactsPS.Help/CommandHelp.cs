namespace ContactsPS.Help;

/// <summary>What the help of a cmdlet says. Texts are plain paragraphs.</summary>
/// <param name="Name">The name of the cmdlet.</param>
/// <param name="OnlineVersion">The address of the page.</param>
/// <param name="Synopsis">What the cmdlet does, in one sentence.</param>
/// <param name="Syntax">The parameter sets.</param>
/// <param name="Description">What the cmdlet does.</param>
/// <param name="Examples">The examples, in the order of the page.</param>
/// <param name="Parameters">The parameters, in the order of the page.</param>
/// <param name="Inputs">The types that the cmdlet takes from the pipeline.</param>
/// <param name="Outputs">The types that the cmdlet writes.</param>
/// <param name="Notes">The error ids, and what else is worth knowing.</param>
/// <param name="Links">The related pages.</param>
internal sealed record CommandHelp(
    string Name,
    string OnlineVersion,
    IReadOnlyList<string> Synopsis,
    IReadOnlyList<ParameterSetHelp> Syntax,
    IReadOnlyList<string> Description,
    IReadOnlyList<ExampleHelp> Examples,
    IReadOnlyList<ParameterHelp> Parameters,
    IReadOnlyList<TypeHelp> Inputs,
    IReadOnlyList<TypeHelp> Outputs,
    IReadOnlyList<string> Notes,
    IReadOnlyList<LinkHelp> Links);

/// <summary>A parameter set: the parameters of one form of the command.</summary>
/// <param name="Parameters">The parameters, in the order of the syntax.</param>
internal sealed record ParameterSetHelp(IReadOnlyList<SyntaxParameter> Parameters);

/// <summary>A parameter in the syntax.</summary>
/// <param name="Name">The name, without the dash.</param>
/// <param name="Type">The type of its value. Null for a switch.</param>
/// <param name="IsRequired">Whether the parameter is mandatory in this set.</param>
/// <param name="IsPositional">Whether its name may be omitted.</param>
internal sealed record SyntaxParameter(string Name, string? Type, bool IsRequired, bool IsPositional);

/// <summary>An example.</summary>
/// <param name="Title">The title, with its number.</param>
/// <param name="Code">The commands.</param>
/// <param name="Remarks">The output, and the text around it.</param>
internal sealed record ExampleHelp(string Title, string Code, IReadOnlyList<string> Remarks);

/// <summary>A parameter.</summary>
/// <param name="Name">The name, without the dash.</param>
/// <param name="Description">What it does.</param>
/// <param name="Facts">The facts of the YAML block of the page, such as "Default value".</param>
internal sealed record ParameterHelp(string Name, IReadOnlyList<string> Description, IReadOnlyDictionary<string, string> Facts);

/// <summary>A type of the input or the output.</summary>
/// <param name="Name">The full name, or None.</param>
/// <param name="Description">What an object of it is.</param>
internal sealed record TypeHelp(string Name, IReadOnlyList<string> Description);

/// <summary>A related page.</summary>
/// <param name="Text">The text. For a cmdlet, its name.</param>
/// <param name="Address">The address. Empty for a cmdlet, because its help is in the shell.</param>
internal sealed record LinkHelp(string Text, string Address);
