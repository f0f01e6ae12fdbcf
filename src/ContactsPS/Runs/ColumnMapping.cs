using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Runs;

/// <summary>Shows which columns or properties the fields of the contacts come from.</summary>
internal static class ColumnMapping
{
    /// <summary>Writes the whole mapping as one message, verbose or of -WhatIf, and a warning for each choice that may be wrong.</summary>
    public static void Write(Cmdlet cmdlet, ColumnMap columns, RunSettings settings)
    {
        settings.ColumnsFound?.Invoke(columns);
        string mapping = $"{columns.Describe()}.";
        if (settings.IsWhatIf)
        {
            // It is written as "What if:", and nothing is asked.
            cmdlet.ShouldProcess(mapping, mapping, caption: null);
        }
        else
        {
            cmdlet.WriteVerbose(mapping);
        }

        foreach (ColumnWarning warning in columns.Warnings)
        {
            cmdlet.WriteWarning(Messages.ColumnWarning(warning));
        }
    }
}
