using System.Collections.ObjectModel;
using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Binding;

/// <summary>
/// Makes contacts of input objects. Where the fields come from is worked out for the first object, and again only for
/// one whose properties have other names.
/// </summary>
internal sealed class ObjectBinder(PropertyMap propertyMap, PhoneNumberIntake phoneNumbers, Action<ColumnMap> reportColumns)
{
    private readonly InputProperties _input = new();
    private readonly string?[] _values = new string?[Contact.FieldCount];
    private ColumnMap? _columns;

    /// <summary>Takes an object onto a batch that is not full.</summary>
    /// <param name="input">The object; null is a contact without a number.</param>
    /// <param name="source">What the batch keeps of it.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="problem">Why the contact is rejected; null where it was taken or is a duplicate.</param>
    /// <exception cref="ContactsException">NoPhoneNumberColumn or ColumnNotFound, of the first object only.</exception>
    public IntakeStatus Add(PSObject? input, object? source, ContactBatch batch, out ContactsException? problem)
    {
        problem = input is null ? ContactProblem.Missing() : ReadValues(input);
        if (problem is not null)
        {
            return IntakeStatus.PhoneNumberMissing;
        }

        string? phoneNumber = _values[(int)ContactField.PhoneNumber];
        IntakeStatus status = phoneNumbers.Begin(batch, phoneNumber);
        if (status == IntakeStatus.Opened)
        {
            for (ContactField field = ContactField.FirstName; field <= ContactField.Param5; field++)
            {
                batch.Write(field, _values[(int)field]);
            }

            batch.Commit();
            ((ObjectSources)batch.Sources!).Add(source);
        }

        problem = ContactProblem.Of(status, phoneNumber);
        return status;
    }

    /// <summary>Reads the fields of an object into <see cref="_values"/>; what is wrong with it, or null.</summary>
    private ContactsException? ReadValues(PSObject input)
    {
        if (input.BaseObject is Contact contact && propertyMap is { Names.Count: 0, Scripts.Count: 0 })
        {
            for (int i = 0; i < _values.Length; i++)
            {
                _values[i] = contact[(ContactField)i];
            }

            return null;
        }

        _input.Load(input);
        ColumnMap columns = FindColumns();
        if (columns[ContactField.PhoneNumber] < 0 && !propertyMap.Scripts.ContainsKey(ContactField.PhoneNumber))
        {
            return new ContactsException(ErrorIds.PhoneNumberMissing, Messages.NoPhoneNumberProperty(columns.Names));
        }

        for (int i = 0; i < _values.Length; i++)
        {
            var field = (ContactField)i;
            try
            {
                _values[i] = propertyMap.Scripts.TryGetValue(field, out ScriptBlock? script) ? Compute(script, input)
                    : columns[field] is >= 0 and int column ? _input.GetText(column)
                    : null;
            }
            catch (Exception error) when (error is RuntimeException and not PipelineStoppedException)
            {
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
            _columns = propertyMap.Match([.. _input.Names], isLenient: false);
            reportColumns(_columns);
        }
        else if (!_columns.Names.SequenceEqual(_input.Names, StringComparer.Ordinal))
        {
            _columns = propertyMap.Match([.. _input.Names], isLenient: true);
        }

        return _columns;
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
