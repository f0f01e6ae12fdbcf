using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Input;

/// <summary>Gives back what a contact was made from.</summary>
internal static class SourceObjects
{
    /// <summary>The input object as it came in; a row of a file as the object that Import-Csv makes of it.</summary>
    public static object? ToTarget(object? source) => source is SourceRow row ? ToObject(row) : source;

    /// <summary>A row as an object with a property for each column.</summary>
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
