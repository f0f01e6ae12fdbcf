using System.Globalization;

namespace ContactsPS.Benchmarks;

/// <summary>Runs the cases one after the other and reports them.</summary>
internal sealed class BenchmarkRun(BenchmarkOptions options)
{
    /// <summary>Runs them.</summary>
    /// <returns>Whether all came to their end.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        using var workspace = new Workspace();
        PowerShellProgram shell = await PowerShellProgram.FindAsync(cancellationToken);
        List<CaseResult> results = [];
        foreach (string name in options.Case is null ? CaseList.Names : [options.Case])
        {
            results.Add(await RunCaseAsync(name, new CaseSetting(options, workspace, shell), cancellationToken));
        }

        string page = ReportPage.Write(results, options, shell);
        Console.WriteLine(page);
        if (options.Output is not null)
        {
            await File.WriteAllTextAsync(options.Output, page, cancellationToken);
        }

        return results.TrueForAll(result => result.Failure is null);
    }

    private async Task<CaseResult> RunCaseAsync(string name, CaseSetting setting, CancellationToken cancellationToken)
    {
        try
        {
            Case measured = CaseList.Make(name, setting);
            if (measured.Skipped is not null)
            {
                await Console.Error.WriteLineAsync($"{name}: skipped, {measured.Skipped}");
                return new CaseResult(name, [], measured.Skipped, Failure: null);
            }

            IReadOnlyDictionary<Work, List<Measurement>> runs = await MeasureAsync(measured, cancellationToken);
            return new CaseResult(name, [.. measured.Comparisons.Select(c => ComparisonResult.Of(c, runs))], Skipped: null, Failure: null);
        }
        catch (BenchmarkException error)
        {
            // The other cases are still worth knowing; the exit code and the page say that this one failed.
            await Console.Error.WriteLineAsync($"{name}: FAILED: {error.Message}");
            return new CaseResult(name, [], Skipped: null, error.Message);
        }
    }

    private async Task<IReadOnlyDictionary<Work, List<Measurement>>> MeasureAsync(Case measured, CancellationToken cancellationToken)
    {
        var runs = measured.Works.ToDictionary(work => work, _ => new List<Measurement>());
        await using ServerProcess server = await ServerProcess.StartAsync(measured.Latency, cancellationToken);
        int rounds = options.Rounds * measured.RoundsFactor;
        for (int round = 1; round <= rounds; round++)
        {
            List<Delivery> deliveries = [];

            // In turns, and in the other order each time: what drifts meanwhile then falls on both sides.
            foreach (Work work in round % 2 == 1 ? measured.Works : measured.Works.Reverse())
            {
                await server.ResetAsync(cancellationToken);
                Measurement measurement = await work.RunAsync(server.Endpoint, cancellationToken);
                deliveries.Add(await server.VerifyAsync(work, cancellationToken));
                runs[work].Add(measurement);
            }

            if (measured.SendsSameBodies && deliveries.DistinctBy(delivery => (delivery.Requests, delivery.Bytes)).Skip(1).Any())
            {
                throw new BenchmarkException($"What was to be the same arrived as {string.Join(" and ", deliveries)}.");
            }

            string figures = string.Join(", ", measured.Works.Select(work => string.Create(
                CultureInfo.InvariantCulture, $"{work.Label} {runs[work][^1].Seconds:0.000} s")));
            await Console.Error.WriteLineAsync($"{measured.Name}, round {round} of {rounds}: {figures}");
        }

        return runs;
    }
}
