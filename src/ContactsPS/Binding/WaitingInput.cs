using System.Linq.Expressions;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Reflection;
using System.Runtime.CompilerServices;
using ContactsPS.Client;

namespace ContactsPS.Binding;

/// <summary>
/// Takes the objects that wait in the pipe of a cmdlet. The engine gives them one by one, and before each it looks five
/// times through all the parameters that aren't bound, which costs more than to make a contact of it: so a cmdlet that has
/// one parameter for its input, which takes any object as it is, is better off to ask the pipe itself. Objects wait where
/// the pipeline begins with them (<c>$rows |</c>); those that a cmdlet writes come one by one. What is called here is inside
/// the engine: where that is another one day, nothing seems to wait, and the engine gives all objects as ever.
/// </summary>
internal static class WaitingInput
{
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Type? s_runtime = typeof(PSObject).Assembly.GetType("System.Management.Automation.MshCommandRuntime");

    private static readonly Func<ICommandRuntime, object?>? s_retrieve = CompileRetrieve();

    /// <summary>Takes the next object, waiting where the pipe does; false at its end.</summary>
    /// <param name="runtime">The runtime of the cmdlet, which is in ProcessRecord.</param>
    /// <param name="input">The object as the engine binds it to a parameter of type PSObject.</param>
    [MethodImpl(HotPath.Compiled)]
    public static bool TryTake(ICommandRuntime runtime, out PSObject? input)
    {
        input = null;
        if (s_retrieve is null || runtime.GetType() != s_runtime)
        {
            return false;
        }

        object? next = s_retrieve(runtime);
        if (next == AutomationNull.Value)
        {
            return false;
        }

        input = next is null ? null : PSObject.AsPSObject(next);
        return true;
    }

    private static Func<ICommandRuntime, object?>? CompileRetrieve()
    {
        PropertyInfo? pipe = s_runtime?.GetProperty("InputPipe", Inside);
        MethodInfo? retrieve = pipe?.PropertyType.GetMethod("Retrieve", Inside, Type.EmptyTypes);
        if (retrieve?.ReturnType != typeof(object))
        {
            return null;
        }

        ParameterExpression runtime = Expression.Parameter(typeof(ICommandRuntime));
        MemberExpression own = Expression.Property(Expression.Convert(runtime, s_runtime!), pipe!);
        return Expression.Lambda<Func<ICommandRuntime, object?>>(Expression.Call(own, retrieve), runtime).Compile();
    }
}
