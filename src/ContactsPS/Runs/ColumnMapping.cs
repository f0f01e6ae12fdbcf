using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Runs;

/// <summary>Shows which columns or properties the fields of the contacts come from.</summary>
internal static class ColumnMapping
{
    /// <summary>
    /// Writes the mapping as a verbose message, and a warning for each choice that may be wrong. With -WhatIf, the mapping is
    /// kept for the line that the run shows at its end.
    /// </summary>
    public static void Write(PSCmdlet cmdlet, ColumnMap columns, ContactRun run)
    {
        if (run.Settings.KeepsMapping)
        {
            run.Ledger.AddMapping(columns.Describe());
        }

        if (IsVerbose(cmdlet))
        {
            cmdlet.WriteVerbose(Describe(columns, run.Settings));
        }

        foreach (ColumnWarning warning in columns.Warnings)
        {
            cmdlet.WriteWarning(Messages.ColumnWarning(warning));
        }
    }

    private static string Describe(ColumnMap columns, RunSettings settings) =>
        $"{columns.Describe()}.{Messages.FieldsOfAll(settings.Request)}";

    /// <summary>Whether verbose messages are shown. The mapping of a wide file is a long text, so it is not made without need.</summary>
    private static bool IsVerbose(PSCmdlet cmdlet) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue("Verbose", out object? given)
            ? LanguagePrimitives.IsTrue(given)
            : $"{cmdlet.GetVariableValue("VerbosePreference")}" is not ("SilentlyContinue" or "Ignore" or "");
}
