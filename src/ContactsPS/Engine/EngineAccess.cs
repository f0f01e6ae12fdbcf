using System.Linq.Expressions;
using System.Reflection;

namespace ContactsPS.Engine;

/// <summary>
/// The one way in which this module reaches inside the PowerShell engine. Everything that does so is in this folder, is
/// there for speed alone, and has the public way behind it: what can't be compiled, or doesn't agree with the public way
/// on a probe, is not available, and the public way serves.
/// </summary>
internal static class EngineAccess
{
    /// <summary>The environment variable that turns it off: <c>CONTACTSPS_ENGINE_ACCESS=off</c>. Read once a process.</summary>
    public const string Variable = "CONTACTSPS_ENGINE_ACCESS";

    /// <summary>Members of every visibility.</summary>
    public const BindingFlags Inside = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Whether the environment allows it.</summary>
    public static bool IsAllowed { get; } =
        !string.Equals(Environment.GetEnvironmentVariable(Variable), "off", StringComparison.OrdinalIgnoreCase);

    /// <summary>Compiles an accessor, and tries it.</summary>
    /// <param name="describe">Makes the expression; null when the engine has no such member.</param>
    /// <param name="agrees">Whether the accessor gives on a probe what the public way gives.</param>
    /// <returns>The accessor; null when it isn't available.</returns>
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
            // Whatever another engine does to these expressions, contacts go the public way.
            return null;
        }
    }

    /// <summary>A property of the engine, whatever its visibility.</summary>
    /// <exception cref="MissingMemberException">There is none of that name.</exception>
    public static PropertyInfo GetProperty(Type type, string name) =>
        type.GetProperty(name, Inside) ?? throw new MissingMemberException(type.FullName, name);
}
