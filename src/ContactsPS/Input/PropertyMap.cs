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

    private PropertyMap(bool hasFields) => HasFields = hasFields;

    /// <summary>Whether the contacts have fields besides the phone number.</summary>
    public bool HasFields { get; }

    /// <summary>The fields that come from a named property.</summary>
    public IReadOnlyDictionary<ContactField, string> Names => _names;

    /// <summary>The fields whose value a script block makes. The input object is <c>$_</c>.</summary>
    public IReadOnlyDictionary<ContactField, ScriptBlock> Scripts => _scripts;

    /// <summary>Reads <c>@{ PhoneNumber = 'Mobile'; Param1 = { $_.City.ToUpper() } }</c>.</summary>
    /// <param name="map">The map, as the user gave it. Null for none.</param>
    /// <param name="hasFields">
    /// Whether the contacts have fields besides the phone number. If not, entries of other fields are checked and not
    /// used, so that one map can serve several cmdlets.
    /// </param>
    /// <exception cref="ContactsException">PropertyMapInvalid.</exception>
    public static PropertyMap Parse(IDictionary? map, bool hasFields)
    {
        var parsed = new PropertyMap(hasFields);
        foreach (DictionaryEntry entry in map ?? new Hashtable())
        {
            string key = entry.Key.ToString() ?? string.Empty;
            if (!ColumnName.TryParseField(key, out ContactField field))
            {
                throw new ContactsException(ModuleErrorIds.PropertyMapInvalid, Messages.PropertyMapKey(key));
            }

            bool isUsed = hasFields || field == ContactField.PhoneNumber;
            switch (Unwrapped.Of(entry.Value))
            {
                case ScriptBlock script when isUsed:
                    parsed._scripts[field] = script;
                    break;
                case string { Length: > 0 } name when isUsed:
                    parsed._names[field] = name;
                    break;
                case ScriptBlock or string { Length: > 0 }:
                    break;
                default:
                    throw new ContactsException(ModuleErrorIds.PropertyMapInvalid, Messages.PropertyMapValue(key));
            }
        }

        return parsed;
    }

    /// <summary>Finds the column of each field, among the properties of an object or the columns of a file.</summary>
    public ColumnMap Match(IReadOnlyList<string> names, bool isLenient, long? headerLine = null) =>
        ColumnMap.Match(names, _names, _scripts.Keys.ToHashSet(), isLenient, headerLine, HasFields);
}
