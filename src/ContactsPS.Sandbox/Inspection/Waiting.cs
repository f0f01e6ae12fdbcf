using System.Diagnostics;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>Waits until the data meets a condition: the calls contacts/wait and requests/wait.</summary>
internal sealed class Waiting(ChangeSignal changes, IHostApplicationLifetime application)
{
    // Limits what a condition costs while hundreds of requests arrive each second.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Checks now and after each change. Null when the result was still null at the timeout.</summary>
    public async Task<T?> UntilAsync<T>(HttpContext context, TimeSpan timeout, Func<Task<T?>> check)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, application.ApplicationStopping);
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            Task changed = changes.Next;
            T? result = await check();
            TimeSpan left = timeout - Stopwatch.GetElapsedTime(start);
            if (result is not null || left <= TimeSpan.Zero)
            {
                return result;
            }

            await Task.WhenAny(changed, Task.Delay(left, gone.Token));
            await Task.Delay(left < s_pause ? left : s_pause, gone.Token);
        }
    }

    /// <summary>The answer at the timeout: 408.</summary>
    public static ServiceAnswer TimedOut(string what) =>
        ServiceAnswer.Refused(StatusCodes.Status408RequestTimeout, code: null, $"The {what} did not come in time.");
}
