using System.Linq.Expressions;
using System.Reflection;

namespace ContactsPS.Engine;

/// <summary>
/// The only way in which this module reads internal members of the PowerShell engine. All classes that do so are in
/// this folder. They exist only for speed, and each one has a public way as its fallback. The fallback is used when an
/// accessor can't be compiled, or when its result for a probe object differs from the result of the public way.
/// </summary>
internal static class EngineAccess
{
    /// <summary>
    /// The environment variable that turns it off: <c>CONTACTSPS_ENGINE_ACCESS=off</c>. It is read once in a process.
    /// </summary>
    public const string Variable = "CONTACTSPS_ENGINE_ACCESS";

    /// <summary>Selects members of every visibility.</summary>
    public const BindingFlags Inside = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Whether the environment variable allows this access.</summary>
    public static bool IsAllowed { get; } =
        !string.Equals(Environment.GetEnvironmentVariable(Variable), "off", StringComparison.OrdinalIgnoreCase);

    /// <summary>Compiles an accessor, and tests it.</summary>
    /// <param name="describe">Makes the expression. Null when the engine has no such member.</param>
    /// <param name="agrees">Checks on a probe object that the accessor and the public way give the same result.</param>
    /// <returns>The accessor. Null when it isn't available.</returns>
    public static T? Compile<T>(Func<Expression<T>?> describe, Func<T, bool> agrees)
        where T : Delegate
    {
        if (!IsAllowed)
        {
            return null;
        }

        try
        {
            T? accessor = describe()?.Compile();
            return accessor is not null && agrees(accessor) ? accessor : null;
        }
        catch (Exception)
        {
            // Another version of the engine may break these expressions in any way. Then the public way is used.
            return null;
        }
    }

    /// <summary>Gets a property of the engine, of any visibility.</summary>
    /// <exception cref="MissingMemberException">There is no property with this name.</exception>
    public static PropertyInfo GetProperty(Type type, string name) =>
        type.GetProperty(name, Inside) ?? throw new MissingMemberException(type.FullName, name);
}
