using CsCheck;

namespace ContactsPS.Tests;

public sealed class SummaryPropertyTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    /// <summary>The service refuses the numbers from this index on.</summary>
    private const int FirstRefused = 900;

    private static readonly string[] s_rates = ["0", "0.2", "0.5", "1"];

    private static readonly Gen<object?> s_input = Gen.Frequency(
        (10, Gen.Int[0, 60].Select(index => (object?)Rows.Number(index))),
        (1, Gen.Int[FirstRefused, FirstRefused + 9].Select(index => (object?)Rows.Number(index))),
        (1, Gen.Const((object?)"nonsense")),
        (1, Gen.Const((object?)null)),
        (1, Gen.Const((object?)"06 39 98 00 00")));

    private static readonly Gen<(object?[] Inputs, Run Run)> s_case = Gen.Select(
        s_input.Array[0, 80],
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 4], Gen.Int[0, 2], Gen.Int[0, 3].Select(index => s_rates[index]), Gen.Bool, (size, throttle, retries, rate, skip) =>
            new Run(size, throttle, retries, rate, skip)));

    [Fact]
    public void Every_contact_that_is_read_is_counted_once()
    {
        Sandbox sandbox = fixture.Sandbox;
        sandbox.Refuse(Enumerable.Range(FirstRefused, 10).Select(Rows.Number));
        s_case.Sample(
            (inputs, run) =>
            {
                sandbox.Change($$"""{"failure_rate": {{run.FailureRate}}, "retry_after_seconds": 0}""");
                string list = Unique.Name("list");

                ShellResult result = fixture.Shell.Run(
                    $"$rows | Add-Contact -ListName '{list}' -BatchSize {run.BatchSize} -ThrottleLimit {run.ThrottleLimit} -MaximumRetryCount {run.Retries} -RetryIntervalSec 0 -SkipDuplicate:${run.SkipDuplicate}",
                    inputs);

                if (result.Thrown is { } stop)
                {
                    // When only refused contacts were sent, the client may take the request as refused.
                    Assert.StartsWith("RequestRejected", stop.FullyQualifiedErrorId, StringComparison.Ordinal);
                    return;
                }

                Summary summary = result.Summary();
                Assert.Equal(inputs.Length, summary.Read);
                Assert.Equal(summary.Read, summary.Accepted + summary.Rejected + summary.Duplicate + summary.Excluded + summary.NotSent);
                Assert.Equal(summary.Rejected + summary.NotSent, result.Errors.Count);
                Assert.Equal(summary.NotSent, result.ErrorIds().Count(id => id == "ServiceUnavailable"));

                // A number that was refused or not sent is forgotten, so it is no duplicate when it comes again later.
                object?[] good = [.. inputs.Where(input => !IsBad(input))];
                Assert.InRange(summary.Duplicate, run.SkipDuplicate ? Repeats(good) - summary.NotSent : 0, run.SkipDuplicate ? Repeats(inputs) : 0);
                Assert.InRange(sandbox.Count(list), summary.Accepted - Repeats(inputs), summary.Accepted + summary.NotSent);
                if (run.FailureRate == "0")
                {
                    Assert.Equal(0, summary.NotSent);
                    Assert.Equal(inputs.Count(IsBad) + (run.SkipDuplicate ? Repeats(good) : 0), summary.Rejected + summary.Duplicate);
                }
            },
            iter: 60,
            threads: 1);
    }

    private static bool IsBad(object? input) => input is not string text || !text.StartsWith("+33", StringComparison.Ordinal) || IsRefused(text);

    private static bool IsRefused(string number) => Enumerable.Range(FirstRefused, 10).Select(Rows.Number).Contains(number);

    private static int Repeats(object?[] inputs)
    {
        string[] numbers = [.. inputs.OfType<string>().Where(text => text.StartsWith("+33", StringComparison.Ordinal))];
        return numbers.Length - numbers.Distinct().Count();
    }

    private sealed record Run(int BatchSize, int ThrottleLimit, int Retries, string FailureRate, bool SkipDuplicate);
}
