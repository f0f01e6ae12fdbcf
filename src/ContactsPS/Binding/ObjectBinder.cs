using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Binding;

/// <summary>
/// Makes contacts of input objects. Where the fields come from is worked out for the first object, and again only for
/// one whose properties have other names.
/// </summary>
/// <param name="propertyMap">Where the user said that fields come from.</param>
/// <param name="phoneNumbers">What checks the numbers.</param>
/// <param name="reportColumns">Told once what the properties are taken for.</param>
/// <param name="journal">What an earlier run has seen to its end, where the objects are rows of a file; null: nothing.</param>
/// <param name="isLenient">Reject a first object that lacks a property, as any other, in place of an exception.</param>
internal sealed class ObjectBinder(
    PropertyMap propertyMap,
    PhoneNumberIntake phoneNumbers,
    Action<ColumnMap> reportColumns,
    ImportJournal? journal = null,
    bool isLenient = false)
{
    private readonly InputProperties _input = new();
    private readonly string?[] _values = new string?[Contact.FieldCount];
    private string[] _names = [];
    private object?[] _properties = [];
    private ColumnMap? _columns;
    private string _types = string.Empty;
    private bool _isPlain;

    /// <summary>Takes an object onto a batch that is not full.</summary>
    /// <param name="input">The object; null is a contact without a number.</param>
    /// <param name="source">What the batch keeps of it.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="problem">Why the contact is rejected; null where it was taken or is a duplicate.</param>
    /// <exception cref="ContactsException">NoPhoneNumberColumn or ColumnNotFound, of the first object only, unless it is lenient.</exception>
    [MethodImpl(HotPath.Compiled)]
    public IntakeStatus Add(PSObject? input, object? source, ContactBatch batch, out ContactsException? problem)
    {
        problem = input is null ? ContactProblem.Missing() : ReadValues(input);
        if (problem is not null)
        {
            return SettleFailed(source, batch, ref problem);
        }

        string? phoneNumber = _values[(int)ContactField.PhoneNumber];
        IntakeStatus status = phoneNumbers.Begin(batch, phoneNumber);
        if (status == IntakeStatus.Opened && source is SourceRow row && journal?.Settle(row.LineNumber, phoneNumbers) == true)
        {
            batch.Rollback();
            status = IntakeStatus.Settled;
        }

        if (status == IntakeStatus.Opened)
        {
            for (ContactField field = ContactField.FirstName; field <= ContactField.Param5; field++)
            {
                batch.Write(field, _values[(int)field]);
            }

            batch.Commit();
            batch.Sources!.Add(source);
        }

        problem = ContactProblem.Of(status, phoneNumber);
        return status;
    }

    /// <summary>
    /// A row whose script block fails now, and didn't in the run before: what that run saw to its end stays so.
    /// </summary>
    private IntakeStatus SettleFailed(object? source, ContactBatch batch, ref ContactsException? problem)
    {
        if (problem!.ErrorId != ModuleErrorIds.PropertyMapFailed || journal is null || source is not SourceRow row)
        {
            return IntakeStatus.PhoneNumberMissing;
        }

        if (journal.FindRejection(row.LineNumber) is null)
        {
            if (!journal.Settle(row.LineNumber, phoneNumbers))
            {
                return IntakeStatus.PhoneNumberMissing;
            }

            // The next one of its number is a duplicate.
            if (phoneNumbers.Begin(batch, _values[(int)ContactField.PhoneNumber]) == IntakeStatus.Opened)
            {
                batch.Rollback();
            }
        }

        problem = null;
        return IntakeStatus.Settled;
    }

    /// <summary>Reads the fields of an object into <see cref="_values"/>; what is wrong with it, or null.</summary>
    [MethodImpl(HotPath.Compiled)]
    private ContactsException? ReadValues(PSObject input)
    {
        object inside = input.BaseObject;
        if (inside is PSCustomObject && _isPlain && NoteProperties.TryRead(input, _types, _names, _properties))
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
            return ContactProblem.Missing();
        }

        FindColumns();
        if (_columns![ContactField.PhoneNumber] < 0 && !propertyMap.Scripts.ContainsKey(ContactField.PhoneNumber))
        {
            return new ContactsException(ErrorIds.PhoneNumberMissing, Messages.NoPhoneNumberProperty(_columns.Names));
        }

        _input.CopyTo(_properties);

        // From here on, objects that are built as this one is are read by place. Those whose type brings properties of
        // its own, which the object doesn't hold, are not.
        _isPlain = inside is PSCustomObject && NoteProperties.IsAvailable
            && NoteProperties.TryRead(input, _types = NoteProperties.GetTypes(input), _names, new object?[_names.Length]);
        return Convert(input);
    }

    /// <summary>Makes texts of the properties that fields come from, and has the script blocks make the others.</summary>
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
                _values[i] = propertyMap.Scripts.TryGetValue(field, out ScriptBlock? script) ? Compute(script, input)
                    : column >= 0 ? InputProperties.ToText(_properties[column])
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

    private void FindColumns()
    {
        if (_columns is null)
        {
            _columns = propertyMap.Match([.. _input.Names], isLenient);
            reportColumns(_columns);
        }
        else if (!_columns.Names.SequenceEqual(_input.Names, StringComparer.Ordinal))
        {
            _columns = propertyMap.Match([.. _input.Names], isLenient: true);
        }

        _names = [.. _columns.Names];
        _properties = new object?[_names.Length];
    }

    private static string? Compute(ScriptBlock script, PSObject input)
    {
        Collection<PSObject> results = script.InvokeWithContext(
            functionsToDefine: null, variablesToDefine: [new PSVariable("_", input)]);
        return results.Count switch
        {
            0 => null,
            1 => InputProperties.ToText(results[0]),
            _ => LanguagePrimitives.ConvertTo<string>(results),
        };
    }
}
