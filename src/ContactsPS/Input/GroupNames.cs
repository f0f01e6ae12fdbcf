using System.Management.Automation;
using ContactsPS.Errors;

namespace ContactsPS.Input;

/// <summary>Reads the names of lists and tags that users write.</summary>
internal static class GroupNames
{
    /// <summary>Cuts the blanks at the ends of names, and keeps each name once. See <see cref="Cut(Cmdlet, string)"/>.</summary>
    public static string[] Cut(Cmdlet cmdlet, string[] names) => [.. names.Select(name => Cut(cmdlet, name)).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Cuts the blanks at the ends of a name, with a warning. They are not visible, and the service would make another list of
    /// it. A blank name, and a name with a control character, are returned unchanged, so that they are refused.
    /// </summary>
    public static string Cut(Cmdlet cmdlet, string name)
    {
        // PowerShell passes an element of an array that has no value as null.
        if (string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl))
        {
            return name;
        }

        string cut = name.Trim();
        if (cut.Length < name.Length)
        {
            cmdlet.WriteWarning(Messages.BlanksCut(name, cut));
        }

        return cut;
    }
}
