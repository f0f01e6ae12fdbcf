using System.Linq.Expressions;
using System.Management.Automation;
using System.Reflection;

namespace ContactsPS.Binding;

/// <summary>
/// Reads the properties of a PSCustomObject by place. PowerShell's public ways are a look-up by name, which doesn't tell
/// whether an object has properties that were not asked for, and an enumeration, which costs some 3 µs an object: most
/// of what a row costs altogether. The engine keeps these properties in an ordered collection, and that is what is read
/// here, from inside the engine: where its inside is another one day, <see cref="IsAvailable"/> is false and the public
/// way serves.
/// </summary>
internal static class NoteProperties
{
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly PropertyInfo? s_members = typeof(PSObject).GetProperty("InstanceMembers", Inside);

    private static readonly Func<PSObject, object>? s_getMembers = CompileGetMembers();

    private static readonly Func<object, int>? s_getCount = CompileGetCount();

    private static readonly Func<object, int, PSMemberInfo>? s_getItem = CompileGetItem();

    /// <summary>Whether the engine is built as this class knows it.</summary>
    public static bool IsAvailable => s_getMembers is not null && s_getCount is not null && s_getItem is not null;

    /// <summary>Reads an object whose properties have the names and the order that are expected.</summary>
    /// <param name="row">An object whose base is a PSCustomObject.</param>
    /// <param name="names">The names that are expected.</param>
    /// <param name="values">Gets the values, in the order of the names.</param>
    /// <returns>False where the names are others; the values are of no use then.</returns>
    public static bool TryRead(PSObject row, string[] names, object?[] values)
    {
        object members = s_getMembers!(row);
        int count = s_getCount!(members);
        if (count < names.Length)
        {
            return false;
        }

        // An object whose members were listed once keeps what PowerShell adds to all objects, psbase and its like, behind
        // its properties.
        for (int i = names.Length; i < count; i++)
        {
            if (s_getItem!(members, i) is PSPropertyInfo and not PSCodeProperty { Name: "pstypenames" })
            {
                return false;
            }
        }

        for (int i = 0; i < names.Length; i++)
        {
            if (s_getItem!(members, i) is not PSNoteProperty property || !IsNamed(property, names[i]))
            {
                return false;
            }

            values[i] = property.Value;
        }

        return true;
    }

    /// <summary>Rows that come from one place share their names, so most comparisons end at the reference.</summary>
    private static bool IsNamed(PSNoteProperty property, string name) =>
        ReferenceEquals(property.Name, name) || property.Name == name;

    private static Func<PSObject, object>? CompileGetMembers()
    {
        ParameterExpression row = Expression.Parameter(typeof(PSObject));
        return s_members is null
            ? null : Expression.Lambda<Func<PSObject, object>>(Expression.Property(row, s_members), row).Compile();
    }

    private static Func<object, int>? CompileGetCount()
    {
        ParameterExpression members = Expression.Parameter(typeof(object));
        PropertyInfo? count = s_members?.PropertyType.GetProperty("Count", Inside, binder: null, typeof(int), [], modifiers: null);
        return count is null ? null : Expression.Lambda<Func<object, int>>(
            Expression.Property(Expression.Convert(members, s_members!.PropertyType), count), members).Compile();
    }

    private static Func<object, int, PSMemberInfo>? CompileGetItem()
    {
        ParameterExpression members = Expression.Parameter(typeof(object));
        ParameterExpression place = Expression.Parameter(typeof(int));
        PropertyInfo? item = s_members?.PropertyType.GetProperty("Item", Inside, binder: null, typeof(PSMemberInfo), [typeof(int)], modifiers: null);
        return item is null ? null : Expression.Lambda<Func<object, int, PSMemberInfo>>(
            Expression.Property(Expression.Convert(members, s_members!.PropertyType), item, place), members, place).Compile();
    }
}
