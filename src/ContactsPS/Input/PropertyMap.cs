using System.Collections;
using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Input;

/// <summary>
/// The source of fields, as the user gave it: the name of a property, or a script block that makes the value.
/// </summary>
internal sealed class PropertyMap
{
    private readonly Dictionary<ContactField, string> _names = [];
    private readonly Dictionary<ContactField, ScriptBlock> _scripts = [];

    /// <summary>The fields that come from a named property.</summary>
    public IReadOnlyDictionary<ContactField, string> Names => _names;

    /// <summary>The fields whose value a script block makes. The input object is <c>$_</c>.</summary>
    public IReadOnlyDictionary<ContactField, ScriptBlock> Scripts => _scripts;

    /// <summary>Reads <c>@{ PhoneNumber = 'Mobile'; Param1 = { $_.City.ToUpper() } }</c>.</summary>
    /// <exception cref="ContactsException">PropertyMapInvalid.</exception>
    public static PropertyMap Parse(IDictionary? map)
    {
        var parsed = new PropertyMap();
        foreach (DictionaryEntry entry in map ?? new Hashtable())
        {
            string key = entry.Key.ToString() ?? string.Empty;
            if (!ColumnName.TryParseField(key, out ContactField field))
            {
                throw new ContactsException(ModuleErrorIds.PropertyMapInvalid, Messages.PropertyMapKey(key));
            }

            switch (Unwrapped.Of(entry.Value))
            {
                case ScriptBlock script:
                    parsed._scripts[field] = script;
                    break;
                case string name when name.Length > 0:
                    parsed._names[field] = name;
                    break;
                default:
                    throw new ContactsException(ModuleErrorIds.PropertyMapInvalid, Messages.PropertyMapValue(key));
            }
        }

        return parsed;
    }

    /// <summary>Finds the column of each field, among the properties of an object or the columns of a file.</summary>
    public ColumnMap Match(IReadOnlyList<string> names, bool isLenient, long? headerLine = null) =>
        ColumnMap.Match(names, _names, _scripts.Keys.ToHashSet(), isLenient, headerLine);
}
