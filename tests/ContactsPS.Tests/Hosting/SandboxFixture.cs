namespace ContactsPS.Tests.Hosting;

/// <summary>A shell and a sandbox it is connected to, for the tests of a class. They keep apart by lists of their own.</summary>
public sealed class SandboxFixture : IDisposable
{
    public SandboxFixture() => Sandbox = Shell.StartSandbox();

    public ModuleShell Shell { get; } = new();

    public Sandbox Sandbox { get; }

    public void Dispose() => Shell.Dispose();
}
