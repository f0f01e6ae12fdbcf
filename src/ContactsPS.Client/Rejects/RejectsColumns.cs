using System.Globalization;

namespace ContactsPS.Client;

/// <summary>
/// The columns of a rejects file: the columns of the source, unchanged, and then three more that say why a row is in
/// it.
/// </summary>
internal sealed class RejectsColumns
{
    /// <summary>
    /// The prefix for the name of one of the three columns when the source already has a column with that name.
    /// </summary>
    private const string OtherName = "Rejected";

    private static readonly string[] s_added = ["LineNumber", "ErrorId", "Reason"];

    private readonly List<string> _names = [];
    private ContactRows? _first;
    private ContactRows? _rows;
    private int _known;

    /// <summary>The number of columns after the columns of the source.</summary>
    public static int AddedCount => s_added.Length;

    /// <summary>The number of columns.</summary>
    public int Count => _names.Count + AddedCount;

    /// <summary>
    /// The names of the columns. An added column has another name when the source has a column with its name.
    /// </summary>
    public IEnumerable<string> Names => [.. _names, .. s_added.Select(FindFreeName)];

    /// <summary>
    /// Whether these are the columns of a rejects file: the last three are the added columns, with or without a prefix.
    /// </summary>
    public static bool AreThoseOf(IReadOnlyList<string> columns) =>
        columns.TakeLast(AddedCount).Select(GetFirstName).SequenceEqual(s_added, StringComparer.Ordinal);

    /// <summary>
    /// Begins the next file. False when its columns differ from those of the first file. This is checked even when the
    /// first file has no rejects yet, because the service may not have answered for its last rows. When each row has
    /// its own columns, the columns are not known yet, so later columns are added.
    /// </summary>
    public bool TryBegin(ContactRows rows)
    {
        _first ??= rows;
        if (rows.HasHeader && _first.HasHeader && !FindOwn(rows).SequenceEqual(FindOwn(_first), StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        TakeLate();
        _rows = rows;
        _known = 0;
        return true;
    }

    /// <summary>
    /// Gets the fields of a row. The fields of columns that are new since the last row are before the three added
    /// fields.
    /// </summary>
    public string[] ToFields(SourceRow row, string errorId, string reason)
    {
        TakeLate();
        Dictionary<string, string> fields = row.Columns.Zip(row.Fields)
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase);
        IEnumerable<string> ofNoColumn = row.Columns
            .Where(name => !s_added.Contains(GetFirstName(name), StringComparer.OrdinalIgnoreCase))
            .Except(_names, StringComparer.OrdinalIgnoreCase)
            .Select(name => $" {name}: {fields[name]}");
        return
        [
            .. _names.Select(name => fields.GetValueOrDefault(name) ?? string.Empty),
            row.LineNumber.ToString(CultureInfo.InvariantCulture), errorId, reason + string.Concat(ofNoColumn),
        ];
    }

    /// <summary>
    /// Gets the columns of a file. When a rejects file is imported again, its three added columns are not included.
    /// </summary>
    private static IEnumerable<string> FindOwn(ContactRows rows) =>
        AreThoseOf(rows.PropertyNames) ? rows.PropertyNames.SkipLast(AddedCount) : rows.PropertyNames;

    private static string GetFirstName(string name)
    {
        while (name.StartsWith(OtherName, StringComparison.Ordinal))
        {
            name = name[OtherName.Length..];
        }

        return name;
    }

    private string FindFreeName(string name)
    {
        while (_names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            name = OtherName + name;
        }

        return name;
    }

    /// <summary>Adds the columns of JSON Lines rows that earlier rows did not have.</summary>
    private void TakeLate()
    {
        if (_rows is not null && _rows.PropertyNames.Count != _known)
        {
            _known = _rows.PropertyNames.Count;
            _names.AddRange([.. FindOwn(_rows).Except(_names, StringComparer.OrdinalIgnoreCase)]);
        }
    }
}
