using System.Management.Automation;

namespace ContactsPS.Benchmarks;

/// <summary>Contacts as objects, made the way Import-Csv makes its rows.</summary>
internal static class SampleObjects
{
    /// <summary>Makes them as they are asked for.</summary>
    public static IEnumerable<PSObject> Make(int count)
    {
        var fields = new string[SampleContact.Columns.Length];
        for (int index = 0; index < count; index++)
        {
            SampleContact.Read(index, PhoneNumberStyle.E164, fields);
            var row = new PSObject(fields.Length);
            for (int i = 0; i < fields.Length; i++)
            {
                row.Properties.Add(new PSNoteProperty(SampleContact.Columns[i], fields[i]), preValidated: true);
            }

            yield return row;
        }
    }
}
