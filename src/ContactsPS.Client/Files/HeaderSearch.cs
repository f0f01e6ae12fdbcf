namespace ContactsPS.Client;

/// <summary>
/// Finds the header of a file whose first row is not the header: a title stands above it, or its names are on two rows.
/// </summary>
internal static class HeaderSearch
{
    /// <summary>How many rows are looked at.</summary>
    public const int MaximumRows = 20;

    /// <summary>What a name on the second row of a header may say: which of several phones it is.</summary>
    private const WordRole SecondRow = WordRole.Home | WordRole.Work | PhoneRow;

    private const WordRole PhoneRow = PhoneNumberName.Phones | WordRole.Landline;

    /// <summary>Adds the row that looks like the header to a problem with the columns.</summary>
    public static ContactsException Explain(ContactRows rows, ContactsException problem)
    {
        // A file that was read with another delimiter has its header in the right place.
        if (!rows.IsHeaderRead
            || problem.ErrorId is not (ErrorIds.NoPhoneNumberColumn or ErrorIds.ColumnNotFound)
            || problem is PhoneNumberColumnException { Delimiter: not null }
            || rows.PeekHeaders().FirstOrDefault(IsHeader) is not { } header)
        {
            return problem;
        }

        return Make(problem.ErrorId, problem.Message, header, problem);
    }

    /// <summary>Checks that the phone number was not found in the name of something else than a column.</summary>
    /// <exception cref="ContactsException">FileMalformed.</exception>
    public static void Check(ContactRows rows, ColumnMap columns)
    {
        if (!rows.IsHeaderRead || !columns.IsRecognised(ContactField.PhoneNumber))
        {
            return;
        }

        if (columns.Names.FirstOrDefault(ColumnName.LooksLikeNumber) is { } number)
        {
            throw new PhoneNumberColumnException(
                $"Line {rows.LineNumber} was taken for the header, and '{ColumnName.ToVisible(number)}' could be a phone number itself, so there may be no header.",
                lacksHeader: true);
        }

        int column = columns[ContactField.PhoneNumber];
        if (columns.Names.Where((each, i) => each != Header.NameOf(i)).Count() == 1
            && rows.PeekHeaders().FirstOrDefault(row => CountNames(row) > 1 && IsHeader(row)) is { } header)
        {
            throw Make(
                ErrorIds.FileMalformed,
                $"Line {rows.LineNumber} was taken for the header, and has only one name, '{ColumnName.ToVisible(columns.Names[column])}'.",
                header,
                innerException: null);
        }

        if (rows.PeekNext() is { } next && column < next.Cells.Count && IsOfWords(next.Cells[column], SecondRow) && next.Cells.Any(cell => IsOfWords(cell, PhoneRow)))
        {
            throw new ContactsException(
                ErrorIds.FileMalformed,
                $"Line {next.Line} looks like a second row of the header: {List(next)}. Delete it, and give each column one name on line {rows.LineNumber}.");
        }
    }

    private static HeaderException Make(string errorId, string problem, PeekedRow header, ContactsException? innerException) => new(
        errorId,
        $"{problem} Line {header.Line} looks like the header: {List(header)}. Delete what is above it.",
        header.Line,
        innerException)
    {
        Delimiter = header.Delimiter,
        CodePage = header.CodePage,
    };

    /// <summary>Whether one of the cells is known to be the name of a phone number column, and none could be a phone number.</summary>
    private static bool IsHeader(PeekedRow row) =>
        row.Cells.Any(cell => ColumnName.TryRecognise(cell, out ContactField field, out _) && field == ContactField.PhoneNumber)
        && !row.Cells.Any(ColumnName.LooksLikeNumber);

    /// <summary>Whether all words of a cell are known, and one of them has one of some roles: Fixe, Home, Tél. mobile.</summary>
    private static bool IsOfWords(string cell, WordRole roles)
    {
        WordRole all = new ColumnReading(cell).Roles;
        return all.HasAny(roles) && !all.HasAny(WordRole.Unknown) && !cell.Any(char.IsDigit);
    }

    private static int CountNames(PeekedRow row) => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    private static string List(PeekedRow row) =>
        ColumnReport.Join([.. row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell))], string.Empty);
}
