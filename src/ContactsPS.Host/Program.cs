using ContactsPS.Host;

if (!CommandLine.TryParse(args, out CommandLine? commandLine))
{
    await Console.Error.WriteLineAsync(CommandLine.Usage);
    return 2;
}

if (commandLine.IsFile && !File.Exists(commandLine.Script))
{
    await Console.Error.WriteLineAsync($"There is no file '{commandLine.Script}'.");
    return 2;
}

return new ScriptRunner(Console.Out, Console.Error).Run(commandLine);
