using System.Diagnostics;

namespace ContactsPS.Tests.Hosting;

/// <summary>Waits for what another thread or process does.</summary>
public static class Eventually
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(20);

    /// <summary>Returns as soon as the condition holds, and fails when it doesn't before the deadline.</summary>
    public static async Task HoldsAsync(Func<bool> condition, string what)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < s_deadline, $"Not within {s_deadline.TotalSeconds} seconds: {what}.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
