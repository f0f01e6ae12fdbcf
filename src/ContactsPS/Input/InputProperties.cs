using System.Collections;
using System.Management.Automation;
using System.Numerics;
using ContactsPS.Client;

namespace ContactsPS.Input;

/// <summary>
/// The properties of one input object, as names and values in their order: those of an object or a DataRow, the entries
/// of a dictionary, or a bare phone number as the one property it stands for. One instance serves for all the objects of
/// a run, one after the other.
/// </summary>
internal sealed class InputProperties
{
    private readonly List<string> _names = [];
    private readonly List<object?> _values = [];

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Takes the properties of an object.</summary>
    public void Load(PSObject input)
    {
        _names.Clear();
        _values.Clear();
        switch (input.BaseObject)
        {
            case string or BigInteger or decimal:
            case object value when value.GetType().IsPrimitive && value is not (bool or char):
                Add(nameof(ContactField.PhoneNumber), input.BaseObject);
                break;
            case IDictionary entries:
                foreach (DictionaryEntry entry in entries)
                {
                    Add(entry.Key.ToString() ?? string.Empty, entry.Value);
                }

                break;
            default:
                // A property is kept and not yet read: most objects have many that nobody asks for.
                foreach (PSPropertyInfo property in input.Properties)
                {
                    Add(property.Name, property);
                }

                break;
        }
    }

    /// <summary>Gives the values, in the order of the names. A property stays one until its value is asked for.</summary>
    public void CopyTo(object?[] values) => _values.CopyTo(values);

    /// <summary>A value, or that of a property, as text, the same in every culture.</summary>
    /// <exception cref="RuntimeException">The property's own code failed, or there is no text for the value.</exception>
    public static string? ToText(object? value) => value switch
    {
        null => null,
        string text => text,
        PSPropertyInfo property => ToText(property.Value),
        PSObject wrapped when wrapped.BaseObject is not PSCustomObject => ToText(wrapped.BaseObject),
        _ => FieldText.TryFormat(value) ?? LanguagePrimitives.ConvertTo<string>(value),
    };

    private void Add(string name, object? value)
    {
        _names.Add(name);
        _values.Add(value);
    }
}
