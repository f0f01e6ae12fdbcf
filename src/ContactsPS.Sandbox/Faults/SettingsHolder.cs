using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Faults;

/// <summary>
/// Holds the current settings. The command line gives the initial settings. They are lost when the process ends.
/// </summary>
internal sealed class SettingsHolder(SandboxSettings start, ChangeSignal changes)
{
    private readonly Lock _gate = new();
    private readonly SandboxSettings _start = start;

    private volatile SandboxSettings _current = start;

    /// <summary>The current settings.</summary>
    public SandboxSettings Current => _current;

    /// <summary>
    /// Changes the settings. When there are two changes at the same time, the second one is applied to the result of
    /// the first.
    /// </summary>
    public SandboxSettings Change(Func<SandboxSettings, SandboxSettings> change)
    {
        SandboxSettings changed;
        lock (_gate)
        {
            changed = _current = change(_current);
        }

        changes.Raise();
        return changed;
    }

    /// <summary>Restores the initial settings.</summary>
    public SandboxSettings Restore() => Change(_ => _start);
}
