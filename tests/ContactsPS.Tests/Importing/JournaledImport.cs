namespace ContactsPS.Tests.Importing;

/// <summary>The setup of tests that import a file of ten contacts with a journal.</summary>
public abstract class JournaledImport : IDisposable
{
    private protected const string Options = "-ListName VIP -DefaultRegion FR -BatchSize 2 -ThrottleLimit 1 -MaximumRetryCount 0";

    protected JournaledImport()
    {
        Server.Connect(Shell);
        SourceFile = Folder.Write("a.csv", Text(first: "One"));
        Journal = Folder.Find("a.journal");
    }

    private protected TemporaryFolder Folder { get; } = new();

    private protected AcceptingServer Server { get; } = new();

    private protected ModuleShell Shell { get; } = new();

    private protected string SourceFile { get; }

    private protected string Journal { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the shell before the server and the folder that it uses.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Shell.Dispose();
            Server.Dispose();
            Folder.Dispose();
        }
    }

    private protected static string Text(string first) => $"phone_number,first_name\n{string.Concat(Numbers().Select((number, i) => $"{number},{(i == 0 ? first : "Zoé")}\n"))}";

    private protected static IEnumerable<string> Numbers() => Enumerable.Range(1, 10).Select(Rows.Number);

    private protected static (long Read, long Accepted) Counts(ShellResult result)
    {
        Summary summary = result.Summary();
        return (summary.Read, summary.Accepted);
    }

    private protected ShellResult Import(string more = "") => Shell.Run($"Import-Contact '{SourceFile}' {Options} {more} -JournalPath '{Journal}'");

    /// <summary>Removes the last record of a completed journal, as if the process had been killed just before the end.</summary>
    private protected void WithoutEnd() =>
        File.WriteAllLines(Journal, File.ReadAllLines(Journal).Where(line => !line.StartsWith("ended", StringComparison.Ordinal)));

    /// <summary>Runs an import that ends after two batches, and returns the accepted phone numbers.</summary>
    private protected string[] Interrupt(string more = "")
    {
        Server.Allow(2);
        Import($"{more} -ErrorAction SilentlyContinue");
        Server.Allow();
        return Server.Take();
    }
}
