using System.Diagnostics;
using System.Reflection;

namespace ContactsPS.Tests;

/// <summary>What reaches inside the PowerShell engine is used where it can be, and nothing depends on it.</summary>
public sealed class EngineAccessTests
{
    private const string Variable = "CONTACTSPS_ENGINE_ACCESS";

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    /// <summary>Whether the environment of this process allows it.</summary>
    public static bool IsAllowed { get; } = Environment.GetEnvironmentVariable(Variable) != "off";

    [Theory]
    [InlineData("CustomObjectReader")]
    [InlineData("QueuedInput")]
    public void The_engine_is_built_as_the_module_knows_it(string reader)
    {
        using var shell = new ModuleShell();
        Assembly module = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "ContactsPS");

        Type type = module.GetType($"ContactsPS.Engine.{reader}", throwOnError: true)!;

        Assert.Equal(IsAllowed, type.GetProperty("IsAvailable")!.GetValue(null));
    }

    /// <summary>The variable is read once a process, so these tests run again in another one.</summary>
    [Fact]
    public async Task Binding_is_the_same_without_access_to_the_inside_of_the_engine()
    {
        if (!IsAllowed)
        {
            // This is the other process.
            return;
        }

        Type[] binding = [typeof(EngineAccessTests), typeof(InputKindTests), typeof(PipedObjectTests), typeof(UpstreamBufferTests), typeof(PropertyMapTests), typeof(PropertyNameTests)];
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(EngineAccessTests).Assembly.Location, .. binding.SelectMany(type => new[] { "-class", type.FullName! })])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { [Variable] = "off" },
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation).WaitAsync(s_limit, cancellation);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        Assert.True(process.ExitCode == 0, await output);
        Assert.DoesNotContain("Total: 0", await output, StringComparison.Ordinal);
    }
}
