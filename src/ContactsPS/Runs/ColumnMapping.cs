using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Runs;

/// <summary>Shows which columns or properties the fields of the contacts come from.</summary>
internal static class ColumnMapping
{
    /// <summary>Writes the whole mapping as one message, verbose or of -WhatIf, and a warning for each choice that may be wrong.</summary>
    public static void Write(PSCmdlet cmdlet, ColumnMap columns, bool isWhatIf)
    {
        if (isWhatIf)
        {
            // It is written as "What if:", and nothing is asked.
            string mapping = $"{columns.Describe()}.";
            cmdlet.ShouldProcess(mapping, mapping, caption: null);
        }
        else if (IsVerbose(cmdlet))
        {
            cmdlet.WriteVerbose($"{columns.Describe()}.");
        }

        foreach (ColumnWarning warning in columns.Warnings)
        {
            cmdlet.WriteWarning(Messages.ColumnWarning(warning));
        }
    }

    /// <summary>Whether anybody sees verbose messages. The mapping of a wide file is a long text to make for nobody.</summary>
    private static bool IsVerbose(PSCmdlet cmdlet) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue("Verbose", out object? given)
            ? LanguagePrimitives.IsTrue(given)
            : $"{cmdlet.GetVariableValue("VerbosePreference")}" is not ("SilentlyContinue" or "Ignore" or "");
}
