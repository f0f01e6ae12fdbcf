using System.Collections;
using System.Management.Automation;
using System.Numerics;
using ContactsPS.Client;

namespace ContactsPS.Input;

/// <summary>
/// The properties of one input object: their names and values, in order. They are the properties of an object or of a
/// DataRow, or the entries of a dictionary. A single phone number is one property, PhoneNumber. The same instance is
/// used for all objects of a run, one after the other.
/// </summary>
internal sealed class InputProperties
{
    private readonly List<string> _names = [];
    private readonly List<object?> _values = [];

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Loads the properties of an object.</summary>
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
            case IDictionary<string, object?> entries:
                foreach ((string name, object? value) in entries)
                {
                    Add(name, value);
                }

                break;
            default:
                // The value of a property is read later, because most properties of an object are never used.
                foreach (PSPropertyInfo property in input.Properties)
                {
                    Add(property.Name, property);
                }

                break;
        }
    }

    /// <summary>
    /// Copies the values, in the order of the names. The value of an object's property is still unread: it is the
    /// property itself.
    /// </summary>
    public void CopyTo(object?[] values) => _values.CopyTo(values);

    /// <summary>Converts a value, or the value of a property, to text. The text is the same in every culture.</summary>
    /// <exception cref="RuntimeException">The code of the property failed, or the value can't be converted.</exception>
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
