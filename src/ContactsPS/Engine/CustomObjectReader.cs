using System.Collections.Specialized;
using System.Linq.Expressions;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;
using ContactsPS.Client;

namespace ContactsPS.Engine;

/// <summary>
/// Reads the properties of a PSCustomObject by index. PowerShell's public ways are a look-up by name, which doesn't tell
/// whether an object has other properties too, and an enumeration, which costs about 3 µs an object: most of what a row
/// costs altogether. The engine keeps these properties in an ordered collection, and this class reads that collection.
/// When <see cref="IsAvailable"/> is false, the public way serves.
/// </summary>
internal static class CustomObjectReader
{
    /// <summary>The properties of an object, a PSMemberInfo under each name.</summary>
    private static readonly Func<PSObject, OrderedDictionary>? s_getMembers = EngineAccess.Compile(DescribeMembers, ReadsMembers);

    /// <summary>The names of an object's types, as one text; null when the object has none of its own and nobody asked for them.</summary>
    private static readonly Func<PSObject, string?>? s_getTypes = EngineAccess.Compile(DescribeTypes, ReadsTypes);

    private static readonly string s_plainTypes = ReadPlainTypes();

    /// <summary>Whether the engine is built as this class knows it.</summary>
    public static bool IsAvailable { get; } = s_getMembers is not null && s_getTypes is not null;

    /// <summary>The names of an object's types, as one text. Types bring properties that the object doesn't hold.</summary>
    public static string GetTypes(PSObject row) => s_getTypes!(row) ?? s_plainTypes;

    /// <summary>Reads an object that has the expected types, and properties of the expected names in the expected order.</summary>
    /// <param name="row">An object whose base is a PSCustomObject.</param>
    /// <param name="types">The expected types: <see cref="GetTypes"/> of another object.</param>
    /// <param name="names">The expected names.</param>
    /// <param name="values">Gets the values, in the order of the names.</param>
    /// <returns>False when the object differs; the values mean nothing then.</returns>
    [MethodImpl(HotPath.Compiled)]
    public static bool TryRead(PSObject row, string types, string[] names, object?[] values)
    {
        if (!string.Equals(GetTypes(row), types, StringComparison.Ordinal))
        {
            return false;
        }

        OrderedDictionary members = s_getMembers!(row);

        // The engine locks the collection too, whatever it does with it.
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
                // Not a class that derives from it: code may make its value, and no such code may run under this lock.
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

    private static Expression<Func<PSObject, OrderedDictionary>> DescribeMembers()
    {
        PropertyInfo collection = EngineAccess.GetProperty(typeof(PSObject), "InstanceMembers");
        PropertyInfo members = EngineAccess.GetProperty(collection.PropertyType, "Members");
        ParameterExpression row = Expression.Parameter(typeof(PSObject));
        return Expression.Lambda<Func<PSObject, OrderedDictionary>>(
            Expression.Property(Expression.Property(row, collection), members), row);
    }

    private static bool ReadsMembers(Func<PSObject, OrderedDictionary> getMembers)
    {
        var probe = new PSObject();
        probe.Properties.Add(new PSNoteProperty("b", 1));
        probe.Properties.Add(new PSNoteProperty("A", "2"));
        OrderedDictionary members = getMembers(probe);
        return members.Count == 2 && probe.Properties.Select((property, i) => ReferenceEquals(members[i], property)).All(isSame => isSame);
    }

    private static Expression<Func<PSObject, string?>>? DescribeTypes()
    {
        FieldInfo? names = typeof(PSObject).GetField("_typeNames", EngineAccess.Inside);
        if (names is null)
        {
            return null;
        }

        ParameterExpression row = Expression.Parameter(typeof(PSObject));
        MemberExpression own = Expression.Field(row, names);
        return Expression.Lambda<Func<PSObject, string?>>(
            Expression.Condition(
                Expression.ReferenceEqual(own, Expression.Constant(null, names.FieldType)),
                Expression.Constant(null, typeof(string)),
                Expression.Property(own, EngineAccess.GetProperty(names.FieldType, "Key"))),
            row);
    }

    /// <summary>Two objects have one text when their types are the same, and two when they are not.</summary>
    private static bool ReadsTypes(Func<PSObject, string?> getTypes)
    {
        string? one = ReadTypes(getTypes, "Probe");
        return one is not null && one == ReadTypes(getTypes, "Probe") && one != ReadTypes(getTypes, "Other");
    }

    private static string? ReadTypes(Func<PSObject, string?> getTypes, string name)
    {
        var probe = new PSObject();
        probe.TypeNames.Insert(0, name);
        return getTypes(probe);
    }

    /// <summary>The types of an object that was given none.</summary>
    private static string ReadPlainTypes()
    {
        var plain = new PSObject();

        // The engine makes the names when they are asked for.
        return plain.TypeNames.Count > 0 ? s_getTypes?.Invoke(plain) ?? string.Empty : string.Empty;
    }
}
