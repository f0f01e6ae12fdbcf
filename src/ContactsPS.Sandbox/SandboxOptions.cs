using System.Collections.Frozen;
using System.Globalization;
using ContactsPS.Sandbox.Faults;

namespace ContactsPS.Sandbox;

/// <summary>
/// The options of the command line. The credential is not one of them, because process lists show command lines. It comes
/// from standard input or from the environment: see <see cref="SandboxCredential"/>.
/// </summary>
internal sealed record SandboxOptions
{
    /// <summary>The output of --help.</summary>
    public const string HelpText =
        """
        A simulation of the contacts web service, for trials and tests.

        Usage: contacts-sandbox [options]

          --port N                  listen on this port of 127.0.0.1 (default: a free one)
          --any-address             listen on all addresses, for a container (default: only on 127.0.0.1)
          --allowed-host NAME       also answer requests to this host name; it can be given several times (default: none)
          --data-path FILE          keep the contacts in this SQLite file (default: in memory)
          --latency-milliseconds N  wait this long before a call is processed (default: 0)
          --failure-rate X          the share of calls that fail, from 0 to 1 (default: 0)
          --failure-kind WORD       mixed, too_many_requests, server_error or dropped (default: mixed)
          --maximum-contacts N      refuse requests with more contacts than this (default: no limit)
          --list-capacity N         refuse contacts for which a list has no place (default: no limit)
          --full-list NAME          refuse contacts for this list; it can be given several times (default: none)
          --account-standing WORD   good, out_of_credit or not_validated: refuse changes if not good (default: good)
          --success-body            send a JSON body with status 201 (default: no body)
          --stop-with-stdin         end when standard input ends, and ignore Ctrl+C
          --credential-from-stdin   read the credential from standard input: a line with the login, and one with the key
          --help                    show this text

        Without --credential-from-stdin, the environment variables CONTACTSPS_SANDBOX_LOGIN and CONTACTSPS_SANDBOX_KEY
        set the credential it accepts (default: sandbox@example.com and sandbox-key).

        When it listens, it writes one line: ready http://127.0.0.1:PORT/v1/public/
        The page at http://127.0.0.1:PORT/ shows what it receives.

        """;

    /// <summary>The TCP port on 127.0.0.1. Default: 0, which means a free port.</summary>
    public int Port { get; init; }

    /// <summary>Whether to listen on all addresses. Default: false, which means only on 127.0.0.1.</summary>
    public bool AnyAddress { get; init; }

    /// <summary>The host names that requests may use, in addition to those of loopback. Default: none.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The SQLite file that stores the contacts. Default: null, which means in memory.</summary>
    public string? DataPath { get; init; }

    /// <summary>The initial settings.</summary>
    public SandboxSettings Settings { get; init; } = new();

    /// <summary>Whether the end of standard input ends the sandbox, and SIGINT is ignored. Default: false.</summary>
    public bool StopWithStandardInput { get; init; }

    /// <summary>Whether standard input begins with the credential. Default: false, it is in the environment.</summary>
    public bool CredentialFromStandardInput { get; init; }

    /// <summary>Whether to show only the help text. Default: false.</summary>
    public bool Help { get; init; }

    /// <summary>
    /// Reads the command line: <c>--name value</c> or <c>--name=value</c>. When an option other than --full-list
    /// and --allowed-host is repeated, the last one is used.
    /// </summary>
    /// <exception cref="FormatException">
    /// An option is unknown, or its value is missing or wrong. The message names it.
    /// </exception>
    public static SandboxOptions Read(string[] arguments)
    {
        var options = new SandboxOptions();
        var words = new Queue<string>(arguments);
        while (words.TryDequeue(out string? word))
        {
            string[] parts = word.Split('=', 2);
            options = parts[0] switch
            {
                "--port" => options with { Port = WholeNumber(parts, words, 0, 65_535) },
                "--any-address" when parts.Length == 1 => options with { AnyAddress = true },
                "--allowed-host" => options with { AllowedHosts = [.. options.AllowedHosts, Value(parts, words)] },
                "--data-path" => options with { DataPath = Value(parts, words) },
                "--stop-with-stdin" when parts.Length == 1 => options with { StopWithStandardInput = true },
                "--credential-from-stdin" when parts.Length == 1 => options with { CredentialFromStandardInput = true },
                "--help" or "-h" when parts.Length == 1 => options with { Help = true },
                _ => options with { Settings = ReadSetting(options.Settings, word, parts, words) },
            };
        }

        return options;
    }

    private static SandboxSettings ReadSetting(SandboxSettings settings, string word, string[] parts, Queue<string> words) => parts[0] switch
    {
        "--latency-milliseconds" => settings with { LatencyMilliseconds = WholeNumber(parts, words, 0, SandboxSettings.LongestLatency) },
        "--failure-rate" => settings with { FailureRate = Fraction(parts, words) },
        "--failure-kind" => settings with { FailureKind = Kind(parts, words) },
        "--maximum-contacts" => settings with { MaximumContacts = WholeNumber(parts, words, 1, int.MaxValue) },
        "--list-capacity" => settings with { ListCapacity = WholeNumber(parts, words, 0, int.MaxValue) },
        "--full-list" => settings with { FullLists = settings.FullLists.Append(Value(parts, words)).ToFrozenSet(StringComparer.Ordinal) },
        "--account-standing" => settings with { AccountStanding = Standing(parts, words) },
        "--success-body" when parts.Length == 1 => settings with { SuccessBody = true },
        _ => throw new FormatException($"Unknown option '{word}'."),
    };

    private static string Value(string[] parts, Queue<string> words)
    {
        string? value = parts.Length == 2 ? parts[1] : words.TryDequeue(out string? next) ? next : null;
        return string.IsNullOrEmpty(value) ? throw new FormatException($"{parts[0]} requires a value.") : value;
    }

    private static int WholeNumber(string[] parts, Queue<string> words, int smallest, int largest)
    {
        string text = Value(parts, words);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= smallest && number <= largest
            ? number
            : throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"{parts[0]} must be a whole number from {smallest} to {largest}, not '{text}'."));
    }

    private static decimal Fraction(string[] parts, Queue<string> words)
    {
        string text = Value(parts, words);
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number <= 1
            ? number
            : throw new FormatException($"{parts[0]} must be a number from 0 to 1, such as 0.2, not '{text}'.");
    }

    private static FailureKind Kind(string[] parts, Queue<string> words)
    {
        string text = Value(parts, words);
        return FailureKindNames.Read(text) ?? throw new FormatException($"{parts[0]} must be {FailureKindNames.All}, not '{text}'.");
    }

    private static AccountStanding Standing(string[] parts, Queue<string> words)
    {
        string text = Value(parts, words);
        return AccountStandingNames.Read(text)
            ?? throw new FormatException($"{parts[0]} must be {AccountStandingNames.All}, not '{text}'.");
    }
}
