using ContactsPS.Benchmarks;

// The program is its own server, its own source of rows and its own measured processes: those three verbs are for itself.
switch (args)
{
    case ["serve", .. string[] rest]:
        await ContactServer.RunAsync(TimeSpan.FromMilliseconds(Arguments.Parse(rest).GetNumber("latency")));
        return 0;
    case ["generate", .. string[] rest]:
        Arguments generate = Arguments.Parse(rest);
        ContactFile.Write(generate.Get("output"), generate.GetNumber("rows"), PhoneNumberStyle.E164);
        return 0;
    case ["measure", string workload, .. string[] rest]:
        Console.WriteLine((await Workload.RunAsync(workload, Arguments.Parse(rest))).ToJson());
        return 0;
}

BenchmarkOptions? options = BenchmarkOptions.Parse(args);
if (options is null)
{
    await Console.Error.WriteLineAsync(BenchmarkOptions.Usage);
    return 2;
}

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancellation.Cancel();
};
try
{
    return await new BenchmarkRun(options).RunAsync(cancellation.Token) ? 0 : 1;
}
catch (OperationCanceledException)
{
    return 130;
}
