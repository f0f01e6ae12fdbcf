using System.Management.Automation.Host;

namespace ContactsPS.Tests.Hosting;

/// <summary>A host without a person. It has no nested prompts, and the test process does not exit.</summary>
public abstract class PersonlessHost : PSHost
{
    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => GetType().Name;

    public override Version Version => new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
        // Nothing to do.
    }

    public override void NotifyEndApplication()
    {
        // Nothing to do.
    }

    public override void SetShouldExit(int exitCode)
    {
        // The test process does not exit.
    }
}
