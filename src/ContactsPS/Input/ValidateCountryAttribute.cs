using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Input;

/// <summary>Refuses a text that is not the two-letter code of a country, and names the country that may be meant: GB for UK.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateCountryAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        try
        {
            PhoneRegions.Check($"{element}");
        }
        catch (ContactsException error)
        {
            throw new ValidationMetadataException(error.Message, error);
        }
    }
}
