using System.Collections.Specialized;
using System.Linq.Expressions;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;
using ContactsPS.Client;

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

    /// <summary>The properties of an object, a PSMemberInfo under each name.</summary>
    private static readonly Func<PSObject, OrderedDictionary>? s_getMembers = CompileGetMembers();

    /// <summary>The names of an object's types, as one text; null where it has none of its own and nobody asked for them.</summary>
    private static readonly Func<PSObject, string?>? s_getTypes = CompileGetTypes();

    private static readonly string? s_plainTypes = FindPlainTypes();

    /// <summary>Whether the engine is built as this class knows it.</summary>
    public static bool IsAvailable => s_getMembers is not null && s_plainTypes is not null;

    /// <summary>The names of an object's types, as one text. Types bring properties that the object doesn't hold.</summary>
    public static string GetTypes(PSObject row) => s_getTypes!(row) ?? s_plainTypes!;

    /// <summary>Reads an object whose types, and the names and the order of whose properties, are those expected.</summary>
    /// <param name="row">An object whose base is a PSCustomObject.</param>
    /// <param name="types">The types that are expected: <see cref="GetTypes"/> of another.</param>
    /// <param name="names">The names that are expected.</param>
    /// <param name="values">Gets the values, in the order of the names.</param>
    /// <returns>False where something is other; the values are of no use then.</returns>
    [MethodImpl(HotPath.Compiled)]
    public static bool TryRead(PSObject row, string types, string[] names, object?[] values)
    {
        if (!string.Equals(GetTypes(row), types, StringComparison.Ordinal))
        {
            return false;
        }

        OrderedDictionary members = s_getMembers!(row);

        // The engine locks it too, whatever it does with it.
        lock (members)
        {
            int count = members.Count;
            if (count < names.Length)
            {
                return false;
            }

            // An object whose members were listed once keeps what PowerShell adds to all objects, psbase and its like,
            // behind its properties.
            for (int i = names.Length; i < count; i++)
            {
                if (members[i] is PSPropertyInfo and not PSCodeProperty { Name: "pstypenames" })
                {
                    return false;
                }
            }

            for (int i = 0; i < names.Length; i++)
            {
                // Not what derives from it: its value may be made by code, which has nothing to seek under a lock.
                if (members[i] is not PSNoteProperty property || property.GetType() != typeof(PSNoteProperty) || !IsNamed(property, names[i]))
                {
                    return false;
                }

                values[i] = property.Value;
            }

            return true;
        }
    }

    /// <summary>Rows that come from one place share their names, so most comparisons end at the reference.</summary>
    private static bool IsNamed(PSNoteProperty property, string name) =>
        ReferenceEquals(property.Name, name) || property.Name == name;

    private static Func<PSObject, OrderedDictionary>? CompileGetMembers()
    {
        PropertyInfo? collection = typeof(PSObject).GetProperty("InstanceMembers", Inside);
        PropertyInfo? members = collection?.PropertyType.GetProperty("Members", Inside);
        if (members?.PropertyType != typeof(OrderedDictionary))
        {
            return null;
        }

        ParameterExpression row = Expression.Parameter(typeof(PSObject));
        return Expression.Lambda<Func<PSObject, OrderedDictionary>>(
            Expression.Property(Expression.Property(row, collection!), members), row).Compile();
    }

    private static Func<PSObject, string?>? CompileGetTypes()
    {
        FieldInfo? names = typeof(PSObject).GetField("_typeNames", Inside);
        PropertyInfo? key = names?.FieldType.GetProperty("Key", Inside);
        if (key?.PropertyType != typeof(string))
        {
            return null;
        }

        ParameterExpression row = Expression.Parameter(typeof(PSObject));
        MemberExpression own = Expression.Field(row, names!);
        return Expression.Lambda<Func<PSObject, string?>>(
            Expression.Condition(
                Expression.ReferenceEqual(own, Expression.Constant(null, names!.FieldType)),
                Expression.Constant(null, typeof(string)),
                Expression.Property(own, key)),
            row).Compile();
    }

    /// <summary>Those of an object that was given none.</summary>
    private static string? FindPlainTypes()
    {
        var plain = new PSObject();

        // To ask for them is what makes them.
        return plain.TypeNames.Count > 0 ? s_getTypes?.Invoke(plain) : null;
    }
}
