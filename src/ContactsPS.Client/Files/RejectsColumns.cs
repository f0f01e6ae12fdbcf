using System.Globalization;

namespace ContactsPS.Client;

/// <summary>
/// The columns of a rejects file: those of the source as they were, and behind them three that say why a row is in it.
/// </summary>
internal sealed class RejectsColumns
{
    /// <summary>What stands before the name of one of the three where the source has a column of that name.</summary>
    private const string OtherName = "Rejected";

    private static readonly string[] s_added = ["LineNumber", "ErrorId", "Reason"];

    private readonly List<string> _names = [];
    private ContactRows? _first;
    private ContactRows? _rows;
    private int _known;

    /// <summary>How many of the columns stand behind those of the source.</summary>
    public static int AddedCount => s_added.Length;

    /// <summary>How many there are.</summary>
    public int Count => _names.Count + AddedCount;

    /// <summary>Their names: of the three other ones, where the source has one of them.</summary>
    public IEnumerable<string> Names => [.. _names, .. s_added.Select(FindFreeName)];

    /// <summary>Whether these are the columns of a rejects file: the last three are, by whichever of their names.</summary>
    public static bool AreThoseOf(IReadOnlyList<string> columns) =>
        columns.TakeLast(AddedCount).Select(GetFirstName).SequenceEqual(s_added, StringComparer.Ordinal);

    /// <summary>
    /// Goes on with a file; false where it has other columns than the first one. Those count though the first one may have
    /// no rejects yet: the service hasn't answered for its last rows when the next one begins. Where each row has columns of
    /// its own, which those are isn't known yet, and late ones are taken in.
    /// </summary>
    public bool TryBegin(ContactRows rows)
    {
        _first ??= rows;
        if (rows is ColumnRows && _first is ColumnRows && !FindOwn(rows).SequenceEqual(FindOwn(_first), StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        TakeLate();
        _rows = rows;
        _known = 0;
        return true;
    }

    /// <summary>The fields of a row. Those of columns that came up since the last row stand before the three.</summary>
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

    /// <summary>The columns of a file, without the three where it is a rejects file that is imported again.</summary>
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

    /// <summary>Takes in the columns that rows of JSON Lines brought and the rows before them didn't have.</summary>
    private void TakeLate()
    {
        if (_rows is not null && _rows.PropertyNames.Count != _known)
        {
            _known = _rows.PropertyNames.Count;
            _names.AddRange([.. FindOwn(_rows).Except(_names, StringComparer.OrdinalIgnoreCase)]);
        }
    }
}
