using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Runs;

/// <summary>Shows which columns or properties the fields of the contacts come from.</summary>
internal static class ColumnMapping
{
    /// <summary>
    /// Writes a warning for each field that several columns match, and a verbose message with the unused columns.
    /// </summary>
    /// <param name="cmdlet">Writes the messages.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="hasFields">Whether fields besides the phone number are sent. Default: true.</param>
    public static void Write(Cmdlet cmdlet, ColumnMap columns, bool hasFields = true)
    {
        foreach (ColumnConflict conflict in columns.Conflicts.Where(conflict => hasFields || conflict.Field == ContactField.PhoneNumber))
        {
            cmdlet.WriteWarning($"{conflict.Field} is read from '{conflict.Chosen}', and not from {string.Join(", ", conflict.Others.Select(name => $"'{name}'"))}. To read it from another one, use -PropertyMap.");
        }

        if (columns.Unused.Count > 0)
        {
            cmdlet.WriteVerbose($"Not used: {string.Join(", ", columns.Unused.Select(name => $"'{name}'"))}.");
        }
    }
}
