namespace ContactsPS.Tests.Hosting;

/// <summary>Reads properties.</summary>
public static class PSObjectExtensions
{
    /// <summary>The value of a property, which has to exist.</summary>
    public static T Value<T>(this PSObject item, string property) =>
        (T)(item.Properties[property] ?? throw new InvalidOperationException($"{item.BaseObject.GetType()} has no {property}.")).Value;

    /// <summary>The value of a property of any object, which has to exist.</summary>
    public static object? Read(this object item, string property) => PSObject.AsPSObject(item).Value<object?>(property);
}
