using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ContactsPS.Sandbox.Tests;

public sealed class LifetimeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ready_line_is_the_only_output_with_stop_with_stdin()
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();
        using HttpResponseMessage answer = await sandbox.CreateAsync("{");

        int code = await sandbox.StopAsync();

        Assert.Equal(0, code);
        Assert.Empty(await sandbox.Process.StandardOutput.ReadToEndAsync(Cancellation));
        Assert.Empty(await sandbox.Process.StandardError.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task The_end_of_standard_input_ends_the_sandbox_despite_a_hanging_request()
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync("--latency-milliseconds", "60000");
        Task<HttpResponseMessage> hanging = sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance");
        using HttpResponseMessage looked = await sandbox.InspectAsync(HttpMethod.Get, "settings");
        long start = Stopwatch.GetTimestamp();

        int code = await sandbox.StopAsync();

        Assert.Equal(0, code);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 4);
        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public async Task The_end_of_standard_input_ends_the_sandbox_despite_a_client_that_does_not_read()
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();
        string text = new('x', 1000);
        IEnumerable<string> contacts = Enumerable.Range(0, 20_000).Select(_ => $$"""{"phone_number": "{{Unique.Number()}}", "param1": "{{text}}"}""");
        await sandbox.AddAsync($$"""{"contacts": [{{string.Join(',', contacts)}}]}""");
        using TcpClient client = await RawRequest.SendAsync(sandbox, "GET /sandbox/contacts");
        await client.GetStream().ReadExactlyAsync(new byte[1], Cancellation);
        long start = Stopwatch.GetTimestamp();

        int code = await sandbox.StopAsync();

        Assert.Equal(0, code);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 4);
    }

    [Fact]
    public async Task Text_on_standard_input_is_ignored()
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();
        await sandbox.Process.StandardInput.WriteLineAsync("anything".AsMemory(), Cancellation);
        await sandbox.Process.StandardInput.FlushAsync(Cancellation);

        using HttpResponseMessage answer = await sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact(SkipUnless = nameof(HasSignals), Skip = "Signals are sent with kill.")]
    public async Task An_interrupt_is_ignored_with_stop_with_stdin()
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();

        await SignalAsync(sandbox, "-INT");
        using HttpResponseMessage answer = await sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await sandbox.StopAsync());
    }

    [Fact(SkipUnless = nameof(HasSignals), Skip = "Signals are sent with kill.")]
    public async Task An_interrupt_ends_the_sandbox_without_stop_with_stdin()
    {
        Assert.SkipWhen(IgnoresInterrupts(), "Interrupts are ignored here, as in what a script starts in the background; a child inherits that.");
        await using SandboxProcess sandbox = await SandboxProcess.StartExactlyAsync([]);

        await SignalAsync(sandbox, "-INT");

        Assert.Equal(0, await sandbox.EndAsync());
    }

    [Theory(SkipUnless = nameof(HasSignals), Skip = "Signals are sent with kill.")]
    [InlineData("--stop-with-stdin")]
    [InlineData("--port=0")]
    public async Task A_termination_signal_ends_the_sandbox(string option)
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartExactlyAsync([option]);

        await SignalAsync(sandbox, "-TERM");

        Assert.Equal(0, await sandbox.EndAsync());
    }

    [Fact]
    public async Task The_sandbox_outlives_its_standard_input_without_stop_with_stdin()
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartExactlyAsync([]);
        sandbox.Process.StandardInput.Close();

        using HttpResponseMessage answer = await sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public static bool HasSignals => !OperatingSystem.IsWindows();

    private static bool IgnoresInterrupts()
    {
        const ulong Interrupt = 1 << (2 - 1);
        const string Status = "/proc/self/status";
        const string Ignored = "SigIgn:";
        return File.Exists(Status)
            && File.ReadLines(Status).First(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } line
            && (Convert.ToUInt64(line[Ignored.Length..].Trim(), fromBase: 16) & Interrupt) != 0;
    }

    private static async Task SignalAsync(SandboxProcess sandbox, string signal)
    {
        using Process kill = Process.Start("kill", [signal, sandbox.Process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Cancellation);
        Assert.Equal(0, kill.ExitCode);
    }
}
