using System.Globalization;

namespace ContactsPS.Tests.Hosting;

/// <summary>Makes input objects like those of Import-Csv.</summary>
public static class Rows
{
    /// <summary>The valid mobile number of an index.</summary>
    public static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"+336{10_000_000 + index}");

    /// <summary>An object with these properties.</summary>
    public static PSObject Row(params (string Name, object? Value)[] properties)
    {
        var row = new PSObject();
        foreach ((string name, object? value) in properties)
        {
            row.Properties.Add(new PSNoteProperty(name, value));
        }

        return row;
    }

    /// <summary>A number of rows with a phone number and a first name, from an index on.</summary>
    public static PSObject[] Contacts(int count, int first = 0) =>
    [
        .. Enumerable.Range(first, count).Select(index => Row(
            ("phone_number", Number(index)),
            ("first_name", string.Create(CultureInfo.InvariantCulture, $"First {index}")))),
    ];
}
