namespace ContactsPS.Sandbox.Faults;

/// <summary>
/// Holds the current settings. The command line gives the initial settings. They are lost when the process ends.
/// </summary>
internal sealed class SettingsHolder(SandboxSettings initial)
{
    private readonly Lock _gate = new();

    private volatile SandboxSettings _current = initial;

    /// <summary>The current settings.</summary>
    public SandboxSettings Current => _current;

    /// <summary>
    /// Changes the settings. When there are two changes at the same time, the second one is applied to the result of
    /// the first.
    /// </summary>
    public SandboxSettings Change(Func<SandboxSettings, SandboxSettings> change)
    {
        lock (_gate)
        {
            return _current = change(_current);
        }
    }
}
