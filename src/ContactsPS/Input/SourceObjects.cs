using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Input;

/// <summary>Converts the source of a contact to the object that the user sees.</summary>
internal static class SourceObjects
{
    /// <summary>
    /// Returns an input object unchanged, and a row of a file as the object that Import-Csv would make.
    /// </summary>
    public static object? ToTarget(object? source) => source is SourceRow row ? ToObject(row) : source;

    /// <summary>Converts a row to an object with a property for each column.</summary>
    public static PSObject ToObject(SourceRow row)
    {
        var result = new PSObject();
        for (int i = 0; i < row.Columns.Count; i++)
        {
            result.Properties.Add(new PSNoteProperty(row.Columns[i], row.Fields[i]), preValidated: true);
        }

        return result;
    }
}
