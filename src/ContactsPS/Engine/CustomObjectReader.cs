using System.Collections.Specialized;
using System.Linq.Expressions;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;
using ContactsPS.Client;

namespace ContactsPS.Engine;

/// <summary>
/// Reads the properties of a PSCustomObject by index. PowerShell has two public ways. A look-up by name doesn't show
/// whether the object has other properties too. An enumeration costs about 3 µs for each object, which is most of the
/// cost of a row. The engine keeps these properties in an ordered collection, and this class reads that collection.
/// When <see cref="IsAvailable"/> is false, the public way is used.
/// </summary>
internal static class CustomObjectReader
{
    /// <summary>Gets the properties of an object: a PSMemberInfo for each name.</summary>
    private static readonly Func<PSObject, OrderedDictionary>? s_getMembers = EngineAccess.Compile(DescribeMembers, ReadsMembers);

    /// <summary>
    /// Gets the type names of an object as one text. Null when the object has no type names of its own and they were
    /// not read before.
    /// </summary>
    private static readonly Func<PSObject, string?>? s_getTypes = EngineAccess.Compile(DescribeTypes, ReadsTypes);

    private static readonly string s_plainTypes = ReadPlainTypes();

    /// <summary>Whether the engine has the members that this class reads.</summary>
    public static bool IsAvailable { get; } = s_getMembers is not null && s_getTypes is not null;

    /// <summary>
    /// Gets the type names of an object as one text. A type can add properties that the object doesn't contain.
    /// </summary>
    public static string GetTypes(PSObject row) => s_getTypes!(row) ?? s_plainTypes;

    /// <summary>
    /// Reads an object that has the expected types, and the expected property names in the expected order.
    /// </summary>
    /// <param name="row">An object whose base is a PSCustomObject.</param>
    /// <param name="types">The expected types: <see cref="GetTypes"/> of another object.</param>
    /// <param name="names">The expected names.</param>
    /// <param name="values">Gets the values, in the order of the names.</param>
    /// <returns>False when the object differs. The values are not valid then.</returns>
    [MethodImpl(HotPath.Compiled)]
    public static bool TryRead(PSObject row, string types, string[] names, object?[] values)
    {
        if (!string.Equals(GetTypes(row), types, StringComparison.Ordinal))
        {
            return false;
        }

        OrderedDictionary members = s_getMembers!(row);

        // The engine locks the collection too, for each access.
        lock (members)
        {
            int count = members.Count;
            if (count < names.Length)
            {
                return false;
            }

            // After the members of an object are listed, PowerShell's own members, such as psbase, are also in the
            // collection, behind the properties.
            for (int i = names.Length; i < count; i++)
            {
                if (members[i] is PSPropertyInfo and not PSCodeProperty { Name: "pstypenames" })
                {
                    return false;
                }
            }

            for (int i = 0; i < names.Length; i++)
            {
                // A derived class can run code to make its value, and no such code may run under this lock.
                if (members[i] is not PSNoteProperty property || property.GetType() != typeof(PSNoteProperty) || !IsNamed(property, names[i]))
                {
                    return false;
                }

                values[i] = property.Value;
            }

            return true;
        }
    }

    /// <summary>Rows from one source share their name strings, so the references are usually equal.</summary>
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

    /// <summary>
    /// Checks that objects with the same types give the same text, and objects with other types another text.
    /// </summary>
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

    /// <summary>Reads the type names of an object that was given none.</summary>
    private static string ReadPlainTypes()
    {
        var plain = new PSObject();

        // The engine creates the names when they are first read.
        return plain.TypeNames.Count > 0 ? s_getTypes?.Invoke(plain) ?? string.Empty : string.Empty;
    }
}
