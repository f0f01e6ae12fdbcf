using System.Text;

namespace ContactsPS.Client;

/// <summary>Makes the messages about columns that can't be used.</summary>
internal static class ColumnReport
{
    /// <summary>Lists the columns, and for a file the line of the header.</summary>
    public static string ListNames(IReadOnlyList<string> names, long? headerLine)
    {
        if (names.Count == 0)
        {
            return "There are no columns.";
        }

        string list = Join(names, string.Empty);
        return headerLine is > 0 ? $"Line {headerLine} was taken for the header, and the columns are: {list}." : $"The columns are: {list}.";
    }

    /// <summary>No column is known to hold the phone number.</summary>
    /// <param name="names">The names of all columns.</param>
    /// <param name="landlines">Those of a fax or a landline.</param>
    /// <param name="headerLine">The line of the file that has the names. Null or 0 when the names are not in a file.</param>
    public static PhoneNumberColumnException NoPhoneNumber(IReadOnlyList<string> names, List<string> landlines, long? headerLine)
    {
        var message = new StringBuilder("No column is known to hold the phone number. ").Append(ListNames(names, headerLine));
        if (landlines.Count > 0)
        {
            message.Append(" A fax or a landline is taken only where it is named: ").Append(Join(landlines, "'")).Append('.');
        }

        foreach (string name in names)
        {
            if (ColumnName.LooksLikeNumber(name))
            {
                message.Append(" '").Append(ColumnName.ToVisible(name)).Append("' could be a phone number itself, so there may be no header.");
                return new PhoneNumberColumnException(message.ToString(), lacksHeader: true);
            }
        }

        return new PhoneNumberColumnException(message.ToString(), lacksHeader: false);
    }

    /// <summary>Finds out whether the only name is the names of several columns, which were read with another delimiter.</summary>
    /// <returns>The error. Null when it is one name.</returns>
    public static PhoneNumberColumnException? FindWrongDelimiter(IReadOnlyList<string> names)
    {
        foreach (char delimiter in names is [string only] ? ";\t|,:^~".Where(only.Contains) : [])
        {
            // Names such as "Phone, mobile" and "Contact: Phone" are names of one column.
            string[] parts = names[0].Split(delimiter, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            int phones = parts.Count(IsPhoneNumber);
            if (phones > 0 && phones < parts.Length && (delimiter != ':' || !IsPhoneNumber(names[0])))
            {
                return new PhoneNumberColumnException(
                    $"The only column is '{ColumnName.ToVisible(names[0])}', which is the names of several columns: they were read with another delimiter.",
                    lacksHeader: false)
                {
                    Delimiter = delimiter,
                };
            }
        }

        return null;
    }

    /// <summary>Makes the error of a field that would come from one of two columns with the same name.</summary>
    public static ContactsException SameName(IReadOnlyList<string> names, int first, int second, ContactField field) => new(
        ErrorIds.FileMalformed,
        $"The columns {first + 1} and {second + 1} are both named '{ColumnName.ToVisible(names[second])}', and {field} would come from one of them. Rename one of them in the header.");

    /// <summary>Lists the first names, and says how many more there are.</summary>
    /// <param name="names">The names.</param>
    /// <param name="quote">The quotation mark before and after each name.</param>
    public static string Join(IReadOnlyList<string> names, string quote)
    {
        const int Most = 100;
        var list = new StringBuilder();
        foreach (string name in names.Take(Most))
        {
            list.Append(list.Length > 0 ? ", " : string.Empty).Append(quote).Append(ColumnName.ToVisible(name)).Append(quote);
        }

        return names.Count > Most ? $"{list} and {names.Count - Most} more" : list.ToString();
    }

    private static bool IsPhoneNumber(string name) =>
        ColumnName.TryRecognise(name, out ContactField field, out _) && field == ContactField.PhoneNumber;
}
