using System.Diagnostics.CodeAnalysis;

namespace ContactsPS.Host;

/// <summary>What to run: <c>FILE.ps1 [ARGUMENTS]</c>, or <c>-Command TEXT</c>.</summary>
/// <param name="Script">The script file, or the text of the command.</param>
/// <param name="IsFile">Whether it is a file.</param>
/// <param name="Arguments">What is passed to the file.</param>
internal sealed record CommandLine(string Script, bool IsFile, IReadOnlyList<string> Arguments)
{
    public const string Usage = """
        Runs a script in the PowerShell engine with ContactsPS imported.
          FILE.ps1 [ARGUMENTS]    runs a file
          -Command TEXT           runs a command
        """;

    public static bool TryParse(string[] args, [NotNullWhen(true)] out CommandLine? commandLine)
    {
        commandLine = args switch
        {
            ["-Command" or "-command" or "-c", string text] => new CommandLine(text, IsFile: false, []),
            [string file, .. string[] rest] when !file.StartsWith('-') => new CommandLine(Path.GetFullPath(file), IsFile: true, rest),
            _ => null,
        };
        return commandLine is not null;
    }
}
