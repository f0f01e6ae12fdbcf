using System.Collections;
using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Binding;

/// <summary>What the user said of where fields come from: the name of a property, or a script block that makes the value.</summary>
internal sealed class PropertyMap
{
    private readonly Dictionary<ContactField, string> _names = [];
    private readonly Dictionary<ContactField, ScriptBlock> _scripts = [];

    /// <summary>Fields that come from a property of another name.</summary>
    public IReadOnlyDictionary<ContactField, string> Names => _names;

    /// <summary>Fields whose value a script block makes, of the input object as <c>$_</c>.</summary>
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

            switch (entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value)
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

    /// <summary>Finds the columns of the fields among the names of an object's properties, or of a file's columns.</summary>
    /// <exception cref="ContactsException">NoPhoneNumberColumn, ColumnNotFound or FileMalformed, unless it is lenient.</exception>
    public ColumnMap Match(IReadOnlyList<string> names, bool isLenient, long? headerLine = null)
    {
        try
        {
            return ColumnMap.Match(names, _names, _scripts.Keys.ToHashSet(), isLenient, headerLine);
        }
        catch (PhoneNumberColumnException error)
        {
            throw new ContactsException(error.ErrorId, Messages.NoPhoneNumberColumn(error, headerLine is not null), error);
        }
    }
}
