using System.Globalization;

namespace ContactsPS.Benchmarks;

/// <summary>What to run, and how often.</summary>
/// <param name="Rounds">How often each side of a comparison runs.</param>
/// <param name="Rows">The rows of the larger side of every case; null: what the case is about.</param>
/// <param name="Case">The one case to run; null: all.</param>
/// <param name="Output">The Markdown file to keep the result in; null: none.</param>
internal sealed record BenchmarkOptions(int Rounds, int? Rows, string? Case, string? Output)
{
    private const int UsualRounds = 5;

    public static string Usage { get; } = $"""
        Measures ContactsPS against what it is compared with, on this machine, against a server of its own.
          --rounds N        how often each side of a comparison runs; {UsualRounds}
          --rows N          rows of every case, in place of its own number
          --case NAME       one case: {string.Join(", ", CaseList.Names)}
          --output FILE.md  keep the result as a page
        Exit code: 0 when all cases came to their end, met or not; 1 when one failed.
        """;

    private static readonly string[] s_known = ["rounds", "rows", "case", "output"];

    public int RowsOr(int usual) => Rows ?? usual;

    /// <summary>The command that gives these options; a path is shortened to its file name.</summary>
    public string ToCommand()
    {
        (string Name, object? Value)[] given =
            [("rounds", Rounds == UsualRounds ? null : Rounds), ("rows", Rows), ("case", Case), ("output", Path.GetFileName(Output))];
        string options = string.Concat(given.Where(option => option.Value is not null)
            .Select(option => string.Create(CultureInfo.InvariantCulture, $" --{option.Name} {option.Value}")));
        return $"dotnet run -c Release --project benchmarks/ContactsPS.Benchmarks{(options.Length == 0 ? "" : " --")}{options}";
    }

    /// <summary>Null where the command line isn't understood.</summary>
    public static BenchmarkOptions? Parse(string[] args)
    {
        try
        {
            Arguments arguments = Arguments.Parse(args);
            var options = new BenchmarkOptions(
                arguments.FindNumber("rounds") ?? UsualRounds,
                arguments.FindNumber("rows"),
                arguments.Find("case"),
                arguments.Find("output"));
            return arguments.Names.Except(s_known, StringComparer.Ordinal).Any()
                || options.Rounds < 1
                || options.Rows < 1
                || (options.Case is not null && !CaseList.Names.Contains(options.Case, StringComparer.Ordinal))
                ? null : options;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null;
        }
    }
}
