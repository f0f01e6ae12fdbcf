using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Runs;

/// <summary>Says which columns, or properties, the fields of the contacts are taken from.</summary>
internal static class ColumnMapping
{
    /// <summary>Writes a warning for each field that several columns claim, and the unused columns as verbose.</summary>
    public static void Write(Cmdlet cmdlet, ColumnMap columns)
    {
        foreach (ColumnConflict conflict in columns.Conflicts)
        {
            cmdlet.WriteWarning($"{conflict.Field} is taken from '{conflict.Chosen}', and not from {string.Join(", ", conflict.Others.Select(name => $"'{name}'"))}. -PropertyMap says otherwise.");
        }

        if (columns.Unused.Count > 0)
        {
            cmdlet.WriteVerbose($"Not used: {string.Join(", ", columns.Unused.Select(name => $"'{name}'"))}.");
        }
    }
}
