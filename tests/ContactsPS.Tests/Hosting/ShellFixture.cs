namespace ContactsPS.Tests.Hosting;

/// <summary>One shell without an account, for all tests of a class.</summary>
public sealed class ShellFixture : IDisposable
{
    /// <summary>The shell.</summary>
    public ModuleShell Shell { get; } = new();

    public void Dispose() => Shell.Dispose();
}
