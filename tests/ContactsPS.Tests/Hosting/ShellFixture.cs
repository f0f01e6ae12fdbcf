namespace ContactsPS.Tests.Hosting;

/// <summary>A shell without a service, for the tests of a class.</summary>
public sealed class ShellFixture : IDisposable
{
    public ModuleShell Shell { get; } = new();

    public void Dispose() => Shell.Dispose();
}
