namespace ContactsPS.Sandbox.Faults;

/// <summary>The standing of the account (web-service.md, Error codes).</summary>
internal enum AccountStanding
{
    /// <summary>The account can be used.</summary>
    Good,

    /// <summary>The account is out of credit. Calls that change something are refused with code 104.</summary>
    OutOfCredit,

    /// <summary>The account is not validated. Calls that change something are refused with code 113.</summary>
    NotValidated,
}

/// <summary>The names of the standings in settings and on the command line.</summary>
internal static class AccountStandingNames
{
    /// <summary>The names, for messages.</summary>
    public const string All = "good, out_of_credit or not_validated";

    /// <summary>Gets the name.</summary>
    public static string Name(this AccountStanding standing) => standing switch
    {
        AccountStanding.OutOfCredit => "out_of_credit",
        AccountStanding.NotValidated => "not_validated",
        _ => "good",
    };

    /// <summary>Gets the standing with a name. Null for another text.</summary>
    public static AccountStanding? Read(string? name) =>
        Enum.GetValues<AccountStanding>().Where(standing => standing.Name() == name).Cast<AccountStanding?>().FirstOrDefault();
}
