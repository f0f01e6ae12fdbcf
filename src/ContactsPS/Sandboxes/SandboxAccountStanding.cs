namespace ContactsPS.Sandboxes;

/// <summary>The standing of the account of a sandbox.</summary>
public enum SandboxAccountStanding
{
    /// <summary>The account can be used.</summary>
    Good,

    /// <summary>Changes are refused with code 104.</summary>
    OutOfCredit,

    /// <summary>Changes are refused with code 113.</summary>
    NotValidated,
}
