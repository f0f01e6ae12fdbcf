using System.Runtime.CompilerServices;
using System.Text;

namespace ContactsPS.Client;

/// <summary>What JSON objects have in common that have the same properties, in the same order, with the same ones null.</summary>
internal sealed class JsonShape
{
    private readonly (byte[] Name, bool IsNull)[] _properties;
    private readonly int[] _indexes;

    /// <summary>Takes the shape of a row.</summary>
    public JsonShape(JsonRow row, ReadOnlySpan<byte> line)
    {
        _properties = new (byte[], bool)[row.Count];
        AllColumns = new string[row.Count];
        var columns = new List<string>(row.Count);
        var indexes = new List<int>(row.Count);
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < row.Count; i++)
        {
            _properties[i] = (row.GetName(line, i).ToArray(), row.IsNull(i));
            string name = Encoding.UTF8.GetString(_properties[i].Name);
            AllColumns[i] = string.IsNullOrWhiteSpace(name) ? Header.NameOf(i) : name;
            if (row.IsNull(i))
            {
                continue;
            }

            // Of two properties with one name the last counts, as JSON parsers have it.
            if (places.TryGetValue(AllColumns[i], out int place))
            {
                indexes[place] = i;
            }
            else
            {
                places.Add(AllColumns[i], columns.Count);
                columns.Add(AllColumns[i]);
                indexes.Add(i);
            }
        }

        Columns = columns;
        _indexes = [.. indexes];
    }

    /// <summary>The names of the properties that are not null, each once.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The names of all properties.</summary>
    public string[] AllColumns { get; }

    /// <summary>The index in the row of a column of <see cref="Columns"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOf(int column) => _indexes[column];

    /// <summary>A hash of the names and of which are null, the same for all rows of one shape.</summary>
    public static int Hash(JsonRow row, ReadOnlySpan<byte> line)
    {
        var hash = default(HashCode);
        for (int i = 0; i < row.Count; i++)
        {
            hash.AddBytes(row.GetName(line, i));
            hash.Add(row.IsNull(i));
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether a row has this shape.</summary>
    [MethodImpl(HotPath.Compiled)]
    public bool Fits(JsonRow row, ReadOnlySpan<byte> line)
    {
        (byte[] Name, bool IsNull)[] properties = _properties;
        if (row.Count != properties.Length)
        {
            return false;
        }

        for (int i = 0; i < properties.Length; i++)
        {
            if (row.IsNull(i) != properties[i].IsNull || !row.GetName(line, i).SequenceEqual(properties[i].Name))
            {
                return false;
            }
        }

        return true;
    }
}
