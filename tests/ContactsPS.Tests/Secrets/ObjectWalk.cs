using System.Collections;
using System.Reflection;

namespace ContactsPS.Tests.Secrets;

/// <summary>
/// The texts of an object and of all that its properties lead to: public ones, and of the module's own types also the
/// others. Each object is visited once.
/// </summary>
public sealed class ObjectWalk
{
    private const int MostObjects = 200_000;
    private const int MostItems = 1_000;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<object> _waiting = new();
    private readonly List<string> _texts = [];

    private ObjectWalk()
    {
    }

    /// <summary>The texts of objects.</summary>
    public static IReadOnlyList<string> Read(params IEnumerable<object?> roots)
    {
        var walk = new ObjectWalk();
        foreach (object? root in roots)
        {
            walk.Add(root);
        }

        while (walk._waiting.TryDequeue(out object? item))
        {
            walk.Visit(item);
            Assert.InRange(walk._seen.Count, 0, MostObjects);
        }

        return walk._texts;
    }

    /// <summary>What describes code or the session, and not the data of an error or an account.</summary>
    private static bool IsOutside(object item) => item
        is Type or MemberInfo or Assembly or System.Reflection.Module or Delegate or Task or CommandInfo or PSModuleInfo or SessionState
        || item.GetType().Namespace is "System.Management.Automation.Language" or "System.Management.Automation.Runspaces"
        || item.GetType().IsPrimitive || item.GetType().IsEnum || item.GetType().IsPointer;

    private void Add(object? item)
    {
        if (item is string text)
        {
            _texts.Add(text);
        }
        else if (item is not null && !IsOutside(item) && _seen.Add(item))
        {
            _waiting.Enqueue(item);
        }
    }

    private void Visit(object item)
    {
        _texts.Add($"{item}");
        if (item is PSObject wrapped)
        {
            Add(wrapped.BaseObject is PSCustomObject ? null : wrapped.BaseObject);
            foreach (PSPropertyInfo property in wrapped.Properties)
            {
                Add(() => property.Value);
            }

            return;
        }

        bool isOurs = item.GetType().FullName!.StartsWith("ContactsPS.", StringComparison.Ordinal);
        if (item is ValueType && !isOurs)
        {
            // A date has a date, which is another one each time it is read.
            return;
        }

        BindingFlags which = BindingFlags.Public | BindingFlags.Instance | (isOurs ? BindingFlags.NonPublic : default);
        foreach (PropertyInfo property in item.GetType().GetProperties(which).Where(p => p.CanRead && p.GetIndexParameters().Length == 0 && !p.PropertyType.IsByRefLike))
        {
            Add(() => property.GetValue(item));
        }

        foreach (FieldInfo field in item.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            Add(() => field.GetValue(item));
        }

        if (item is IEnumerable many)
        {
            foreach (object? one in many.Cast<object?>().Take(MostItems))
            {
                Add(one);
            }
        }
    }

    private void Add(Func<object?> read)
    {
        try
        {
            Add(read());
        }
        catch (Exception error) when (error is TargetInvocationException or GetValueException or NotSupportedException or InvalidOperationException)
        {
            // The text of the failure is a text that can be shown too.
            _texts.Add(error.ToString());
        }
    }
}
