using System.Globalization;
using System.Management.Automation.Host;

namespace ContactsPS.Host;

/// <summary>The engine's view of this program: a console that shows and does not ask.</summary>
internal sealed class ConsoleHost(TextWriter output, TextWriter errors) : PSHost
{
    /// <summary>What the script gave to <c>exit</c>; null where it came to its end.</summary>
    public int? ExitCode { get; private set; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "ContactsPS.Host";

    public override PSHostUserInterface UI { get; } = new ConsoleInterface(output, errors);

    public override Version Version => typeof(ConsoleHost).Assembly.GetName().Version!;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("This host has no prompt.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("This host has no prompt.");

    public override void NotifyBeginApplication()
    {
        // A program that a script starts has the console as it is.
    }

    public override void NotifyEndApplication()
    {
        // See above.
    }
}
