using System.Globalization;

namespace ContactsPS.Sandbox;

/// <summary>
/// What the command line asks for. The credential is not among it: a command line shows in process lists, so that
/// comes from the environment (<see cref="SandboxCredential"/>).
/// </summary>
internal sealed record SandboxOptions
{
    /// <summary>What --help prints.</summary>
    public const string HelpText =
        """
        A stand-in for the contacts web service, for trying things out and for tests.

        Usage: ContactsPS.Sandbox [options]

          --port N                  listen on this port of 127.0.0.1 (default: a free one)
          --data-path FILE          keep the contacts in this SQLite file (default: in memory)
          --latency-milliseconds N  wait this long before a call is carried out (default: 0)
          --failure-rate X          let this part of the calls fail, 0 to 1 (default: 0)
          --stop-with-stdin         end when standard input ends, and ignore Ctrl+C
          --help                    show this text

        The environment variables CONTACTSPS_SANDBOX_LOGIN and CONTACTSPS_SANDBOX_KEY set the credential it accepts
        (default: sandbox@example.com and sandbox-key).

        When it listens, it writes one line: ready http://127.0.0.1:PORT/v1/public/

        """;

    /// <summary>The longest latency that can be asked for, in milliseconds: ten minutes.</summary>
    public const int LongestLatency = 600_000;

    /// <summary>The TCP port on 127.0.0.1; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>The SQLite file that keeps the contacts; null for memory.</summary>
    public string? DataPath { get; init; }

    /// <summary>How long each service call waits before it is carried out, in milliseconds.</summary>
    public int LatencyMilliseconds { get; init; }

    /// <summary>The part of the service calls that fails, 0 to 1.</summary>
    public decimal FailureRate { get; init; }

    /// <summary>Whether the end of standard input ends the sandbox, and SIGINT is ignored.</summary>
    public bool StopWithStandardInput { get; init; }

    /// <summary>Whether only the help text is wanted.</summary>
    public bool Help { get; init; }

    /// <summary>Reads the command line: <c>--name value</c> or <c>--name=value</c>; the last of a repeated option counts.</summary>
    /// <exception cref="FormatException">An unknown option, or a value that is missing or wrong; the message names it.</exception>
    public static SandboxOptions Read(string[] arguments)
    {
        var options = new SandboxOptions();
        var words = new Queue<string>(arguments);
        while (words.TryDequeue(out string? word))
        {
            string[] parts = word.Split('=', 2);
            options = parts[0] switch
            {
                "--port" => options with { Port = WholeNumber(parts, words, 65_535) },
                "--data-path" => options with { DataPath = Value(parts, words) },
                "--latency-milliseconds" => options with { LatencyMilliseconds = WholeNumber(parts, words, LongestLatency) },
                "--failure-rate" => options with { FailureRate = Fraction(parts, words) },
                "--stop-with-stdin" when parts.Length == 1 => options with { StopWithStandardInput = true },
                "--help" or "-h" when parts.Length == 1 => options with { Help = true },
                _ => throw new FormatException($"Unknown option '{word}'."),
            };
        }

        return options;
    }

    private static string Value(string[] parts, Queue<string> words)
    {
        string? value = parts.Length == 2 ? parts[1] : words.TryDequeue(out string? next) ? next : null;
        return string.IsNullOrEmpty(value) ? throw new FormatException($"{parts[0]} needs a value.") : value;
    }

    private static int WholeNumber(string[] parts, Queue<string> words, int largest)
    {
        string text = Value(parts, words);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= largest
            ? number
            : throw new FormatException($"{parts[0]} takes a whole number from 0 to {largest.ToString(CultureInfo.InvariantCulture)}, not '{text}'.");
    }

    private static decimal Fraction(string[] parts, Queue<string> words)
    {
        string text = Value(parts, words);
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number <= 1
            ? number
            : throw new FormatException($"{parts[0]} takes a number from 0 to 1, such as 0.2, not '{text}'.");
    }
}
