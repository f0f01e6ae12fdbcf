using System.Collections;
using System.Management.Automation;

namespace ContactsPS.Input;

/// <summary>
/// Accepts only texts and numbers as the names of lists. Without it, the engine would convert any object to text, and a list
/// named <c>@{Id=1}</c> would be created. An object with the property Name or ListName still binds by that property.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ListNameTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = Unwrapped.Of(inputData);
        IEnumerable<object?> names = value is not string && value is IEnumerable several ? several.Cast<object?>() : [value];
        return names.Select(Convert).ToArray();
    }

    private static string Convert(object? name) => Unwrapped.Of(name) switch
    {
        null => string.Empty,
        string text => text,
        object value when value.GetType().IsPrimitive => LanguagePrimitives.ConvertTo<string>(value),
        object value => throw Refuse(value),
    };

    /// <summary>Makes the exception after which the engine tries the properties of the object.</summary>
    private static ArgumentTransformationMetadataException Refuse(object value)
    {
        string message = $"An object of the type {value.GetType().Name} is not the name of a list, and it has no property Name or ListName.";
        return new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
