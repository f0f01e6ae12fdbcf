namespace ContactsPS.Client;

/// <summary>What sets of roles have.</summary>
internal static class WordRoles
{
    /// <summary>Whether a role of a set is among some.</summary>
    public static bool HasAny(this WordRole roles, WordRole set) => (roles & set) != WordRole.None;

    /// <summary>Whether none is among some that isn't in a set.</summary>
    public static bool HasOnly(this WordRole roles, WordRole set) => (roles & ~set) == WordRole.None;
}
