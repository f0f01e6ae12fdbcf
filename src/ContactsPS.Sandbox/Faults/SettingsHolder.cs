namespace ContactsPS.Sandbox.Faults;

/// <summary>The settings in force; they last as long as the process and start as the command line says.</summary>
internal sealed class SettingsHolder(SandboxOptions options)
{
    private readonly Lock _gate = new();

    private volatile SandboxSettings _current = new()
    {
        LatencyMilliseconds = options.LatencyMilliseconds,
        FailureRate = options.FailureRate,
    };

    /// <summary>The settings in force.</summary>
    public SandboxSettings Current => _current;

    /// <summary>Changes them; of two changes at once the second builds on the first.</summary>
    public SandboxSettings Change(Func<SandboxSettings, SandboxSettings> change)
    {
        lock (_gate)
        {
            return _current = change(_current);
        }
    }
}
