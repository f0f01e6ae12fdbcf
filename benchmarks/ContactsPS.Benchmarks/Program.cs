using ContactsPS.Benchmarks;

// The program starts itself with these verbs: as the server, as the source of rows, as the bare client and as the reader of a workbook.
switch (args)
{
    case ["serve", .. string[] rest]:
        await ContactServer.RunAsync(TimeSpan.FromMilliseconds(Arguments.Parse(rest).GetNumber("latency")));
        return 0;
    case ["generate", .. string[] rest]:
        Arguments generate = Arguments.Parse(rest);
        ContactFile.Write(generate.Get("output"), generate.GetNumber("rows"), PhoneNumberStyle.E164);
        return 0;
    case ["post", .. string[] rest]:
        Console.WriteLine((await BareClient.RunAsync(Arguments.Parse(rest))).ToJson());
        return 0;
    case ["read-workbook", .. string[] rest]:
        Console.WriteLine(WorkbookReading.Run(Arguments.Parse(rest)).ToJson());
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
