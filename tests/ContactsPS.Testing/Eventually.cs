using System.Diagnostics;

namespace ContactsPS.Testing;

/// <summary>Waits for the effect of another thread or process.</summary>
public static class Eventually
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(1);

    /// <summary>Returns as soon as the condition holds. Fails the test when it does not hold within a minute.</summary>
    /// <param name="condition">The condition, which is asked every 10 milliseconds.</param>
    /// <param name="expectation">The expectation in words, for the message of the failure.</param>
    public static async Task HoldsAsync(Func<bool> condition, string expectation)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < s_deadline, $"Not within {s_deadline.TotalSeconds} seconds: {expectation}.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
