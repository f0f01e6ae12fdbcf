namespace ContactsPS.Tests.Hosting;

/// <summary>One shell and the sandbox that it is connected to, for all tests of a class. Each test uses a list of its own.</summary>
public sealed class SandboxFixture : IDisposable
{
    public SandboxFixture() => Sandbox = Shell.StartSandbox();

    /// <summary>The shell.</summary>
    public ModuleShell Shell { get; } = new();

    /// <summary>The sandbox.</summary>
    public Sandbox Sandbox { get; }

    public void Dispose() => Shell.Dispose();
}
