using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Engine;
using ContactsPS.Errors;

namespace ContactsPS.Input;

/// <summary>
/// Makes contacts from input objects. The property of each field is found for the first object. It is found again only
/// for an object whose properties have other names.
/// </summary>
/// <param name="propertyMap">The source of fields, as the user gave it.</param>
/// <param name="intake">Decides whether a contact is taken.</param>
/// <param name="showColumns">
/// Called with the properties that the fields come from: for the first object, and for each object whose fields come from
/// properties of other names than those before.
/// </param>
/// <param name="isLenient">
/// Reject a first object that lacks a property, instead of an exception. Default: false.
/// </param>
internal sealed class ObjectBinder(
    PropertyMap propertyMap, ContactIntake intake, Action<ColumnMap> showColumns, bool isLenient = false)
{
    /// <summary>More mappings tell nothing: the objects have names of all kinds.</summary>
    private const int MostShown = 20;

    private readonly InputProperties _input = new();
    private readonly string?[] _values = new string?[propertyMap.HasFields ? Contact.FieldCount : 1];
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private string[] _names = [];
    private object?[] _properties = [];
    private ColumnMap? _columns;
    private string _types = string.Empty;

    /// <summary>Whether the objects are currently read by index: <see cref="CustomObjectReader"/>.</summary>
    private bool _isReadByIndex;

    /// <summary>Adds an object to a batch that is not full.</summary>
    /// <param name="input">The object. Null is a contact without a phone number.</param>
    /// <param name="source">The source of the contact, which the batch keeps.</param>
    /// <param name="batch">The batch.</param>
    /// <exception cref="ContactsException">
    /// NoPhoneNumberColumn or ColumnNotFound, for the first object only, and only when not lenient.
    /// </exception>
    [MethodImpl(HotPath.Compiled)]
    public IntakeOutcome Add(PSObject? input, object? source, ContactBatch batch)
    {
        long line = source is SourceRow row ? row.LineNumber : ContactIntake.NoLine;
        ContactsException? problem = input is null ? new PhoneNumberException(PhoneNumberStatus.Missing, string.Empty) : ReadValues(input);
        string? phoneNumber = _values[(int)ContactField.PhoneNumber];
        problem ??= FindSpreadsheetError();
        if (problem is not null)
        {
            return problem.ErrorId == ModuleErrorIds.PropertyMapFailed
                ? intake.RejectUnlessKnown(problem, phoneNumber, line) : intake.Reject(problem, line);
        }

        IntakeOutcome outcome = intake.Open(batch, phoneNumber, line);
        if (outcome.Kind == IntakeKind.Taken)
        {
            for (int i = 1; i < _values.Length; i++)
            {
                if (_values[i] is { } value)
                {
                    batch.Write((ContactField)i, value);
                }
            }

            batch.Commit();
            batch.Sources!.Add(source);
        }

        return outcome;
    }

    /// <summary>Finds a field that holds an error of a spreadsheet, such as #REF!.</summary>
    [MethodImpl(HotPath.Compiled)]
    private ContactsException? FindSpreadsheetError()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            if (_values[i] is { } value && SpreadsheetErrors.IsOne(value))
            {
                return new ContactsException(ErrorIds.RowMalformed, SpreadsheetErrors.Describe($"{(ContactField)i}", value));
            }
        }

        return null;
    }

    /// <summary>
    /// Reads the fields of an object into <see cref="_values"/>. Returns the problem, or null when there is none.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    private ContactsException? ReadValues(PSObject input)
    {
        object inside = input.BaseObject;
        if (inside is PSCustomObject && _isReadByIndex && CustomObjectReader.TryRead(input, _types, _names, _properties))
        {
            return Convert(input);
        }

        if (inside is Contact contact && propertyMap is { Names.Count: 0, Scripts.Count: 0 })
        {
            for (int i = 0; i < _values.Length; i++)
            {
                _values[i] = contact[(ContactField)i];
            }

            return null;
        }

        _input.Load(input);
        if (_input.Names.Count == 0)
        {
            return new PhoneNumberException(PhoneNumberStatus.Missing, string.Empty);
        }

        ColumnMap columns = FindColumns();
        if (columns[ContactField.PhoneNumber] < 0 && !propertyMap.Scripts.ContainsKey(ContactField.PhoneNumber))
        {
            return new ContactsException(ErrorIds.PhoneNumberMissing, Messages.NoPhoneNumberProperty(columns.Names));
        }

        _input.CopyTo(_properties);

        // The next objects with the same structure are read by index. This is not possible when the type of an object
        // adds properties that the object itself doesn't contain.
        _isReadByIndex = inside is PSCustomObject && CustomObjectReader.IsAvailable
            && CustomObjectReader.TryRead(input, _types = CustomObjectReader.GetTypes(input), _names, new object?[_names.Length]);
        return Convert(input);
    }

    /// <summary>
    /// Converts the properties of the fields to text, and computes the fields that have a script block.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    private ContactsException? Convert(PSObject input)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            var field = (ContactField)i;
            int column = _columns![field];
            if (column >= 0 && _properties[column] is string text)
            {
                _values[i] = text;
                continue;
            }

            try
            {
                // Null is a field that no property is for. A property without a value is an empty field.
                _values[i] = propertyMap.Scripts.TryGetValue(field, out ScriptBlock? script) ? Compute(script, input) ?? string.Empty
                    : column >= 0 ? InputProperties.ToText(_properties[column]) ?? string.Empty
                    : null;
            }
            catch (Exception error) when (error is RuntimeException and not PipelineStoppedException)
            {
                _values[i] = null;
                return new ContactsException(
                    ModuleErrorIds.PropertyMapFailed, Messages.PropertyMapFailed(field, error.Message), error);
            }
        }

        return null;
    }

    private ColumnMap FindColumns()
    {
        if (_columns is null)
        {
            _columns = propertyMap.Match([.. _input.Names], isLenient);
            Show(_columns);
        }
        else if (!_columns.Names.SequenceEqual(_input.Names, StringComparer.Ordinal))
        {
            _columns = propertyMap.Match([.. _input.Names], isLenient: true);
            Show(_columns);
        }

        _names = [.. _columns.Names];
        _properties = new object?[_names.Length];
        return _columns;
    }

    /// <summary>Shows a mapping that is new. An object without a phone number is an error, and its mapping is not shown.</summary>
    private void Show(ColumnMap columns)
    {
        bool isFirst = _shown.Count == 0;
        string sources = string.Join(
            '\n', Enumerable.Range(0, Contact.FieldCount).Select(i => columns[(ContactField)i]).Select(column => column < 0 ? string.Empty : columns.Names[column]));
        bool hasNumber = columns[ContactField.PhoneNumber] >= 0 || propertyMap.Scripts.ContainsKey(ContactField.PhoneNumber);
        if (isFirst || (hasNumber && _shown.Count < MostShown && !_shown.Contains(sources)))
        {
            _shown.Add(sources);
            showColumns(columns);
        }
    }

    private static string? Compute(ScriptBlock script, PSObject input)
    {
        // Without Stop, a statement that fails is skipped, and the contact would be sent with an empty field.
        Collection<PSObject> results = script.InvokeWithContext(
            functionsToDefine: null, variablesToDefine: [new PSVariable("_", input), new PSVariable("ErrorActionPreference", ActionPreference.Stop)]);
        return results.Count switch
        {
            0 => null,
            1 => InputProperties.ToText(results[0]),
            _ => LanguagePrimitives.ConvertTo<string>(results),
        };
    }
}
