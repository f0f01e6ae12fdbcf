namespace ContactsPS.Client;

/// <summary>Makes the errors of state files.</summary>
internal static class SyncErrors
{
    /// <summary>Makes the error of a state file that is damaged.</summary>
    public static ContactsException Corrupt(string path, string reason) => new(
        ErrorIds.StateCorrupt,
        $"The state file '{path}' can't be used: {reason}. Restore a copy of it. Without a copy, it is not known which contacts the list holds: empty the list on the service, delete the file and '{path}{PendingFile.Extension}', and run the command again, which sends all contacts.");

    /// <summary>Makes the error of a file that is not a state file. It may be a file of the user, so it must stay.</summary>
    public static ContactsException NotState(string path) => new(
        ErrorIds.StateCorrupt,
        $"'{path}' exists and is not a state file of this version of ContactsPS. It is not changed. If it was the state file, restore a copy of it. If not, give another path.");

    /// <summary>Makes the error of a state file that another run uses.</summary>
    public static ContactsException InUse(string path, Exception error) => new(
        ErrorIds.StateInUse,
        $"Another run uses the state file '{path}'. Wait until it ends.",
        error);

    /// <summary>Makes the error of a state file that can't be read or written.</summary>
    public static ContactsException Unwritable(string path, Exception error) => new(
        ErrorIds.StateUnwritable,
        $"The state file '{path}' can't be read or written: {error.Message.TrimEnd('.')}. Correct the cause, and run the same command again.",
        error);
}
