using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// The column, or property, of each field of a contact: the one that the caller names, or the one whose name fits best
/// (<see cref="ColumnName.TryRecognise"/>).
/// </summary>
public sealed class ColumnMap
{
    /// <summary>The names of the fields. The first Enum.ToString of a process would cost more than the whole map.</summary>
    private static readonly string[] s_fields =
    [
        nameof(ContactField.PhoneNumber), nameof(ContactField.FirstName), nameof(ContactField.LastName), nameof(ContactField.Param1),
        nameof(ContactField.Param2), nameof(ContactField.Param3), nameof(ContactField.Param4), nameof(ContactField.Param5),
    ];

    private readonly int[] _columns = [-1, -1, -1, -1, -1, -1, -1, -1];
    private readonly List<string> _unused = [];
    private readonly List<ColumnWarning> _warnings = [];
    private readonly IReadOnlyDictionary<ContactField, string>? _mapped;
    private readonly IReadOnlySet<ContactField>? _computed;

    private ColumnMap(
        IReadOnlyList<string> names, IReadOnlyDictionary<ContactField, string>? mapped, IReadOnlySet<ContactField>? computed)
    {
        Names = names;
        _mapped = mapped;
        _computed = computed;
    }

    /// <summary>The names of all the columns, in their order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The names of the columns that no field comes from.</summary>
    public IReadOnlyList<string> Unused => _unused;

    /// <summary>Choices that may be wrong. There are none for columns that the caller named.</summary>
    public IReadOnlyList<ColumnWarning> Warnings => _warnings;

    /// <summary>The index of the column that a field comes from. -1 when there is no such column.</summary>
    public int this[ContactField field] => _columns[(int)field];

    /// <summary>Finds the columns of the fields.</summary>
    /// <param name="names">The names of the columns, in their order. Two columns can have the same name if no field comes from them.</param>
    /// <param name="mapped">Fields for which the user named the column.</param>
    /// <param name="computed">Fields whose value is computed. No column is searched for them.</param>
    /// <param name="isLenient">Whether any field can be without a column, even the phone number. Default: false.</param>
    /// <param name="headerLine">The line of the file that has the names. Null or 0 when the names are not in a file.</param>
    /// <param name="hasFields">Whether to find the columns of the fields besides the phone number. Default: true.</param>
    /// <exception cref="ContactsException">
    /// Not thrown when <paramref name="isLenient"/> is true. ColumnNotFound: a named column doesn't exist.
    /// NoPhoneNumberColumn, as a <see cref="PhoneNumberColumnException"/>: no column is recognised as the phone number.
    /// FileMalformed: a field would come from one of two columns with the same name.
    /// </exception>
    public static ColumnMap Match(
        IReadOnlyList<string> names,
        IReadOnlyDictionary<ContactField, string>? mapped = null,
        IReadOnlySet<ContactField>? computed = null,
        bool isLenient = false,
        long? headerLine = null,
        bool hasFields = true)
    {
        ArgumentNullException.ThrowIfNull(names);
        var map = new ColumnMap(names, mapped, computed);
        if (mapped is { Count: > 0 })
        {
            foreach ((ContactField field, string name) in mapped)
            {
                map._columns[(int)field] = map.FindNamed(name, field, isLenient);
                if (map[field] < 0 && !isLenient)
                {
                    throw new ContactsException(
                        ErrorIds.ColumnNotFound,
                        $"The property map takes {field} from '{name}', and there is no such column. {ColumnReport.ListNames(names, headerLine)}");
                }
            }
        }

        if (!isLenient && !IsSettled(ContactField.PhoneNumber, mapped, computed) && ColumnReport.FindWrongDelimiter(names) is { } error)
        {
            throw error;
        }

        bool isComputed = computed is { Count: > 0 } && computed.Contains(ContactField.PhoneNumber);
        var recognition = new ColumnRecognition(map);
        ContactField last = hasFields ? ContactField.Param5 : ContactField.PhoneNumber;
        for (ContactField field = ContactField.PhoneNumber; field <= last; field++)
        {
            if (!IsSettled(field, mapped, computed))
            {
                map._columns[(int)field] = recognition.Find(field, map._warnings);
                map.CheckAlone(map[field], field, isLenient);
            }
        }

        if (map[ContactField.PhoneNumber] < 0 && !isLenient && !isComputed)
        {
            throw ColumnReport.NoPhoneNumber(names, recognition.FindLandlines(), headerLine);
        }

        for (int i = 0; i < names.Count; i++)
        {
            if (!map.Uses(i))
            {
                map._unused.Add(names[i]);
            }
        }

        return map;
    }

    /// <summary>Whether the column of a field was recognised by its name. False when the caller named it, or when there is none.</summary>
    internal bool IsRecognised(ContactField field) => this[field] >= 0 && _mapped?.ContainsKey(field) != true;

    /// <summary>Whether a field comes from a column.</summary>
    public bool Uses(int column)
    {
        foreach (int used in _columns)
        {
            if (used == column)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The whole map in one line, without a period: <c>PhoneNumber from 'Tél. mobile', LastName from 'Nom'; not used:
    /// 'Ville'</c>.
    /// </summary>
    public string Describe()
    {
        var text = new StringBuilder();
        for (int i = 0; i < s_fields.Length; i++)
        {
            bool isComputed = _computed?.Contains((ContactField)i) == true;
            if (isComputed || _columns[i] >= 0)
            {
                text.Append(text.Length > 0 ? ", " : string.Empty).Append(s_fields[i])
                    .Append(isComputed ? " computed" : $" from '{ColumnName.ToVisible(Names[_columns[i]])}'");
            }
        }

        text.Append(text.Length > 0 ? string.Empty : "no field is recognised");
        for (int i = 0; i < _unused.Count; i++)
        {
            text.Append(i == 0 ? "; not used: '" : ", '").Append(ColumnName.ToVisible(_unused[i])).Append('\'');
        }

        return text.ToString();
    }

    private static bool IsSettled(
        ContactField field, IReadOnlyDictionary<ContactField, string>? mapped, IReadOnlySet<ContactField>? computed) =>
        (mapped is { Count: > 0 } && mapped.ContainsKey(field)) || (computed is { Count: > 0 } && computed.Contains(field));

    private static int FindExact(IReadOnlyList<string> names, string name, int start = 0)
    {
        for (int i = start; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// Finds the column with this name, or else one whose name differs only in case, accents and punctuation. The second of
    /// two columns with the same name has another name in a row: <see cref="ContactRows.PropertyNames"/>.
    /// </summary>
    private int FindNamed(string name, ContactField field, bool isLenient)
    {
        int found = FindExact(Names, name);
        if (found < 0 && FindExact(Header.MakeUnique(Names), name) is >= 0 and int later)
        {
            return later;
        }

        string simple = ColumnName.Simplify(name);
        for (int i = 0; i < Names.Count && found < 0 && simple.Length > 0; i++)
        {
            found = ColumnName.Simplify(Names[i]) == simple ? i : -1;
        }

        CheckAlone(found, field, isLenient);
        return found;
    }

    /// <summary>Refuses to take a field from one of two columns with the same name, because it is not known which one is meant.</summary>
    private void CheckAlone(int column, ContactField field, bool isLenient)
    {
        if (column < 0 || isLenient)
        {
            return;
        }

        int first = FindExact(Names, Names[column]);
        int second = FindExact(Names, Names[column], first + 1);
        if (second >= 0)
        {
            throw ColumnReport.SameName(Names, first, second, field);
        }
    }
}
