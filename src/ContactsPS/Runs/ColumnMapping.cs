using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Runs;

/// <summary>Shows which columns or properties the fields of the contacts come from.</summary>
internal static class ColumnMapping
{
    /// <summary>Writes the whole mapping as one message, verbose or of -WhatIf, and a warning for each choice that may be wrong.</summary>
    public static void Write(PSCmdlet cmdlet, ColumnMap columns, RunSettings settings)
    {
        settings.ColumnsFound?.Invoke(columns);
        if (settings.IsWhatIf)
        {
            // It is written as "What if:", and nothing is asked.
            string mapping = Describe(columns, settings);
            cmdlet.ShouldProcess(mapping, mapping, caption: null);
        }
        else if (IsVerbose(cmdlet))
        {
            cmdlet.WriteVerbose(Describe(columns, settings));
        }

        foreach (ColumnWarning warning in columns.Warnings)
        {
            cmdlet.WriteWarning(Messages.ColumnWarning(warning));
        }
    }

    private static string Describe(ColumnMap columns, RunSettings settings) =>
        $"{columns.Describe()}.{Messages.FieldsOfAll(settings.Request)}";

    /// <summary>Whether anybody sees verbose messages. The mapping of a wide file is a long text to make for nobody.</summary>
    private static bool IsVerbose(PSCmdlet cmdlet) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue("Verbose", out object? given)
            ? LanguagePrimitives.IsTrue(given)
            : $"{cmdlet.GetVariableValue("VerbosePreference")}" is not ("SilentlyContinue" or "Ignore" or "");
}
