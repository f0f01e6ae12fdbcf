using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Runs;

/// <summary>Shows which columns or properties the fields of the contacts come from.</summary>
internal static class ColumnMapping
{
    /// <summary>Writes the whole mapping as one verbose message, and a warning for each choice that may be wrong.</summary>
    public static void Write(Cmdlet cmdlet, ColumnMap columns)
    {
        cmdlet.WriteVerbose($"{columns.Describe()}.");
        foreach (ColumnWarning warning in columns.Warnings)
        {
            cmdlet.WriteWarning(Messages.ColumnWarning(warning));
        }
    }
}
