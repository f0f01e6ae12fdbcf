namespace ContactsPS.Errors;

/// <summary>The conditions that only the cmdlets know; the others are <see cref="Client.ErrorIds"/>.</summary>
internal static class ModuleErrorIds
{
    /// <summary>No account: none was given, and none is connected in this runspace.</summary>
    public const string NotConnected = nameof(NotConnected);

    /// <summary>No account of that name is connected in this runspace.</summary>
    public const string AccountNotFound = nameof(AccountNotFound);

    /// <summary>No credential was given, and there is nobody to ask.</summary>
    public const string CredentialMissing = nameof(CredentialMissing);

    /// <summary>An environment variable that a credential is taken from is not set.</summary>
    public const string EnvironmentVariableMissing = nameof(EnvironmentVariableMissing);

    /// <summary>A property map with a key that is no field, or a value that is neither a name nor a script block.</summary>
    public const string PropertyMapInvalid = nameof(PropertyMapInvalid);

    /// <summary>A script block of a property map failed on a contact.</summary>
    public const string PropertyMapFailed = nameof(PropertyMapFailed);

    /// <summary>A file that isn't there.</summary>
    public const string FileNotFound = nameof(FileNotFound);

    /// <summary>A path of another provider than the file system, as Env: or Cert:.</summary>
    public const string PathNotFileSystem = nameof(PathNotFileSystem);

    /// <summary>A file that can't be opened or read.</summary>
    public const string FileUnreadable = nameof(FileUnreadable);

    /// <summary>No sandbox that this runspace started is running.</summary>
    public const string SandboxNotRunning = nameof(SandboxNotRunning);

    /// <summary>The sandbox did not start.</summary>
    public const string SandboxStartFailed = nameof(SandboxStartFailed);
}
