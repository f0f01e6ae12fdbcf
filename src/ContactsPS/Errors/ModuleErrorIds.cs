namespace ContactsPS.Errors;

/// <summary>The error ids that only the cmdlets use. The others are in <see cref="Client.ErrorIds"/>.</summary>
internal static class ModuleErrorIds
{
    /// <summary>No account was given, and there is no current account in this runspace.</summary>
    public const string NotConnected = nameof(NotConnected);

    /// <summary>No account with this name is connected in this runspace.</summary>
    public const string AccountNotFound = nameof(AccountNotFound);

    /// <summary>No credential was given, and the session can't ask for one.</summary>
    public const string CredentialMissing = nameof(CredentialMissing);

    /// <summary>An environment variable of the credential is not set.</summary>
    public const string EnvironmentVariableMissing = nameof(EnvironmentVariableMissing);

    /// <summary>
    /// A property map has a key that is not a field, or a value that is neither a name nor a script block.
    /// </summary>
    public const string PropertyMapInvalid = nameof(PropertyMapInvalid);

    /// <summary>Two parameters were given that exclude each other.</summary>
    public const string ParameterConflict = nameof(ParameterConflict);

    /// <summary>A script block of a property map failed on a contact.</summary>
    public const string PropertyMapFailed = nameof(PropertyMapFailed);

    /// <summary>A file doesn't exist.</summary>
    public const string FileNotFound = nameof(FileNotFound);

    /// <summary>A path belongs to a provider other than the file system, such as Env: or Cert:.</summary>
    public const string PathNotFileSystem = nameof(PathNotFileSystem);

    /// <summary>A file can't be opened or read, or is a folder.</summary>
    public const string FileUnreadable = nameof(FileUnreadable);

    /// <summary>No sandbox that this runspace started is running.</summary>
    public const string SandboxNotRunning = nameof(SandboxNotRunning);

    /// <summary>The awaited requests did not arrive at the sandbox in time.</summary>
    public const string SandboxWaitTimedOut = nameof(SandboxWaitTimedOut);

    /// <summary>The sandbox did not start.</summary>
    public const string SandboxStartFailed = nameof(SandboxStartFailed);

    /// <summary>A synchronisation would remove too many contacts from the list.</summary>
    public const string RemovalLimitExceeded = nameof(RemovalLimitExceeded);

    /// <summary>The input of a synchronisation has no contact, so the list would be emptied.</summary>
    public const string InputEmpty = nameof(InputEmpty);

    /// <summary>A file of a synchronisation was not read to its end.</summary>
    public const string InputIncomplete = nameof(InputIncomplete);
}
