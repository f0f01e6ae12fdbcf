namespace ContactsPS.Tests.Importing;

/// <summary>The setup of tests that import files with -RejectedPath into a sandbox.</summary>
public abstract class RejectsImport : IClassFixture<SandboxFixture>, IDisposable
{
    /// <summary>The columns that a rejects file adds to those of its source.</summary>
    private protected static readonly string[] AddedColumns = ["LineNumber", "ErrorId", "Reason"];

    protected RejectsImport(SandboxFixture fixture)
    {
        Shell = fixture.Shell;
        Sandbox = fixture.Sandbox;
    }

    private protected ModuleShell Shell { get; }

    private protected Sandbox Sandbox { get; }

    private protected TemporaryFolder Folder { get; } = new();

    private protected string ListName { get; } = Unique.Name("list");

    /// <summary>The path of the rejects file.</summary>
    private protected string Rejects => Folder.Find("rejects.csv");

    /// <summary>The path of the file that has the rejected rows until the run is completed.</summary>
    private protected string Partial => Rejects + ".partial";

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Deletes the folder.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Folder.Dispose();
        }
    }

    private protected static (long Read, long Accepted, long Rejected) Counts(ShellResult result)
    {
        Summary summary = result.Summary();
        return (summary.Read, summary.Accepted, summary.Rejected);
    }

    private protected ShellResult Import(string file, string options = "", string? rejects = null) =>
        Shell.Run($"Import-Contact '{file}' -ListName '{ListName}' {options} -RejectedPath '{rejects ?? Rejects}'");
}
