using System.Globalization;

namespace ContactsPS.Testing;

/// <summary>Phone numbers and names that no other test of the process uses, so that tests can share a sandbox.</summary>
public static class Unique
{
    private static int s_count;

    /// <summary>A French mobile number in E.164.</summary>
    public static string Number() => Numbers(1)[0];

    /// <summary>A number of French mobile numbers in E.164, in ascending order.</summary>
    public static string[] Numbers(int count)
    {
        int last = Interlocked.Add(ref s_count, count);
        return [.. Enumerable.Range(last - count + 1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"+336{i:D8}"))];
    }

    /// <summary>The name of a list or tag, with a prefix. Default: "name".</summary>
    public static string Name(string prefix = "name") =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix} {Interlocked.Increment(ref s_count)}");
}
