using System.Collections;
using System.Linq.Expressions;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Reflection;
using System.Runtime.CompilerServices;
using ContactsPS.Client;

namespace ContactsPS.Engine;

/// <summary>
/// Takes the objects that are queued in the input pipe of a cmdlet. The engine binds them one by one. For each object
/// it goes five times through all parameters that aren't bound, which costs more than to make a contact from the
/// object. A cmdlet can avoid this cost and read its pipe itself, if its only pipeline parameter takes any object
/// without conversion. Objects are queued when the pipeline begins with them (<c>$rows |</c>). Objects that a cmdlet
/// writes are not queued: they arrive one by one. When this class isn't available, it reports an empty queue, and the
/// engine binds all objects.
/// </summary>
internal static class QueuedInput
{
    private static readonly Type? s_runtime = typeof(PSObject).Assembly.GetType("System.Management.Automation.MshCommandRuntime");

    /// <summary>Takes the next object from a pipe. AutomationNull at the end of the pipe.</summary>
    private static readonly Func<object, object?>? s_retrieve = EngineAccess.Compile(DescribeRetrieve, Retrieves);

    /// <summary>Gets the input pipe of a cmdlet.</summary>
    private static readonly Func<ICommandRuntime, object>? s_getPipe = EngineAccess.Compile(DescribePipe, _ => true);

    /// <summary>Whether the engine is built as this class knows it.</summary>
    public static bool IsAvailable { get; } = s_getPipe is not null && s_retrieve is not null;

    /// <summary>Takes the next object, and waits for it when the pipe does. False at the end of the pipe.</summary>
    /// <param name="runtime">The runtime of the cmdlet. The cmdlet must be in ProcessRecord.</param>
    /// <param name="input">The object, as the engine would bind it to a parameter of type PSObject.</param>
    [MethodImpl(HotPath.Compiled)]
    public static bool TryTake(ICommandRuntime runtime, out PSObject? input)
    {
        input = null;
        if (!IsAvailable || runtime.GetType() != s_runtime)
        {
            return false;
        }

        object? next = s_retrieve!(s_getPipe!(runtime));
        if (next == AutomationNull.Value)
        {
            return false;
        }

        input = next is null ? null : PSObject.AsPSObject(next);
        return true;
    }

    private static Type GetPipeType() => EngineAccess.GetProperty(s_runtime!, "InputPipe").PropertyType;

    private static Expression<Func<ICommandRuntime, object>> DescribePipe()
    {
        ParameterExpression runtime = Expression.Parameter(typeof(ICommandRuntime));
        return Expression.Lambda<Func<ICommandRuntime, object>>(
            Expression.Property(Expression.Convert(runtime, s_runtime!), EngineAccess.GetProperty(s_runtime!, "InputPipe")), runtime);
    }

    private static Expression<Func<object, object?>>? DescribeRetrieve()
    {
        MethodInfo? retrieve = GetPipeType().GetMethod("Retrieve", EngineAccess.Inside, Type.EmptyTypes);
        ParameterExpression pipe = Expression.Parameter(typeof(object));
        return retrieve is null
            ? null : Expression.Lambda<Func<object, object?>>(Expression.Call(Expression.Convert(pipe, GetPipeType()), retrieve), pipe);
    }

    /// <summary>Checks that a pipe of two objects gives these two objects and then its end.</summary>
    private static bool Retrieves(Func<object, object?> retrieve)
    {
        object[] objects = ["first", "second"];
        object? pipe = GetPipeType().GetConstructor(EngineAccess.Inside, [typeof(IEnumerator)])?.Invoke([objects.GetEnumerator()]);
        return pipe is not null
            && IsSame(retrieve(pipe), objects[0]) && IsSame(retrieve(pipe), objects[1]) && retrieve(pipe) == AutomationNull.Value;
    }

    private static bool IsSame(object? taken, object given) =>
        ReferenceEquals(taken is PSObject wrapped ? wrapped.BaseObject : taken, given);
}
