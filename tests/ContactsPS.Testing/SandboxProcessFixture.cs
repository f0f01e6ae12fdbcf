namespace ContactsPS.Testing;

/// <summary>One sandbox for all tests of a class. Each test uses phone numbers and names of its own (<see cref="Unique"/>).</summary>
public sealed class SandboxProcessFixture : IAsyncLifetime
{
    /// <summary>The sandbox.</summary>
    public SandboxProcess Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Sandbox = await SandboxProcess.StartAsync();

    public ValueTask DisposeAsync() => Sandbox.DisposeAsync();
}
