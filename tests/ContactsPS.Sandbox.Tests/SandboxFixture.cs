namespace ContactsPS.Sandbox.Tests;

/// <summary>One sandbox for the tests of a class, which keep apart by using numbers and names of their own.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    public SandboxProcess Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Sandbox = await SandboxProcess.StartAsync();

    public ValueTask DisposeAsync() => Sandbox.DisposeAsync();
}
