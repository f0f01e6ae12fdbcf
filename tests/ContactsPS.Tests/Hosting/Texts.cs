using System.Reflection;

namespace ContactsPS.Tests.Hosting;

/// <summary>Converts objects to text.</summary>
public static class Texts
{
    /// <summary>The text of an object and of its public properties, down to a depth.</summary>
    public static string Dump(object? item, int depth = 4)
    {
        item = item is PSObject wrapped ? wrapped.BaseObject : item;
        if (item is null || depth == 0 || item is string || item.GetType().IsPrimitive)
        {
            return $"{item}";
        }

        IEnumerable<string> properties = item.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => $"{property.Name} = {Dump(Read(property, item), depth - 1)}");
        return $"{item}\n{string.Join('\n', properties)}";
    }

    private static object? Read(PropertyInfo property, object item)
    {
        try
        {
            return property.GetValue(item);
        }
        catch (TargetInvocationException error)
        {
            return error.Message;
        }
    }
}
