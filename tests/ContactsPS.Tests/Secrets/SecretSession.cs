using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests.Secrets;

/// <summary>A shell with a sandbox and an echoing service, whose key has characters that every encoding escapes.</summary>
public sealed class SecretSession : IDisposable
{
    /// <summary>The login.</summary>
    public const string Login = "s@x.io";

    /// <summary>The key: characters that are escaped in URLs, JSON, HTML and XML, and two that Base64 writes differently.</summary>
    public const string Key = "Zk<9>&\"q'\\/+=%~?";

    private readonly List<string> _found = [];
    private readonly HashSet<string> _checked = [];

    public SecretSession()
    {
        Echo = new EchoService(Forms);
        Folder.Write("contacts.csv", $"phone,first_name\n+33612345671,Ann\nnone,Bea\n{string.Concat(Enumerable.Range(1, 20).Select(i => $"{Rows.Number(i)},Zoé\n"))}");
        Shell.Set("folder", Folder.Path);
        Shell.Set("endpoint", Echo.Endpoint);
        Shell.Set("credential", Credentials.Of(Login, Key));
        ShellResult started = Shell.Run(
            """
            $global:n = 0
            $PSDefaultParameterValues = @{ '*-*Contact*:Verbose' = $true; '*-*Contact*:Debug' = $true; '*-*Sandbox*:Verbose' = $true; '*-*Sandbox*:Debug' = $true }
            $global:sandbox = Start-ContactsSandbox -Credential $credential -DataPath "$folder/data.sqlite"
            $global:echo = Connect-ContactsAccount -Credential $credential -Endpoint $endpoint -NoVerify -Name echo -PassThru
            $sandbox | Connect-ContactsAccount
            $sandbox
            """);
        Sandbox = new Sandbox(started.OneObject());
    }

    public SecretForms Forms { get; } = new(Login, Key);

    public TemporaryFolder Folder { get; } = new();

    public ModuleShell Shell { get; } = new();

    public EchoService Echo { get; }

    public Sandbox Sandbox { get; }

    /// <summary>Where the key was found.</summary>
    public IReadOnlyList<string> Found => _found;

    /// <summary>Runs a script, and looks for the key in all that it shows.</summary>
    /// <param name="where">What runs, for messages.</param>
    /// <param name="script">The script.</param>
    /// <param name="displays">Whether it is also shown in every way that a user has, which takes most of the time.</param>
    /// <returns>The texts of all streams and properties, and whether it ended with an error.</returns>
    public (string Text, bool HasFailed) Run(string where, string script, bool displays = true)
    {
        ShellResult result = Shell.Run($"$Error.Clear()\n{script}");
        object?[] shown = [.. result.Output, .. result.Errors, result.Thrown];
        Check($"{where}: the streams", result.Everything);
        IReadOnlyList<string> properties = ObjectWalk.Read(shown);
        foreach (string text in properties)
        {
            Check($"{where}: a property", text);
        }

        if (displays)
        {
            Display(where, shown);
        }

        return (string.Join('\n', [result.Everything, .. properties]), result.Errors.Count > 0 || result.Thrown is not null);
    }

    /// <summary>Looks for the key in all files of the folder.</summary>
    /// <returns>The names of the files.</returns>
    public string[] CheckFiles()
    {
        string[] files = Directory.GetFiles(Folder.Path, "*", SearchOption.AllDirectories);
        foreach (string file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Check($"the file {Path.GetFileName(file)}", reader.ReadToEnd());
        }

        return [.. files.Select(file => Path.GetFileName(file))];
    }

    /// <summary>Looks for the key in what the sandbox shows of the requests that it received.</summary>
    public void CheckSandbox()
    {
        JsonNode requests = Sandbox.Get("requests");
        Assert.NotEmpty(requests.AsArray());
        Check("the log of the sandbox", requests.ToJsonString(Json.Plain));
        Check("the log of the sandbox, escaped", requests.ToJsonString());
    }

    public void Dispose()
    {
        Shell.Dispose();
        Echo.Dispose();
        Folder.Dispose();
    }

    private void Display(string where, object?[] shown)
    {
        Shell.Set("shown", shown);
        ShellResult displayed = Shell.Run(
            """
            $data = $shown.Where{ $_ -isnot [Management.Automation.ErrorRecord] }
            $data + $Error | Format-List * -Force | Out-String -Width 300
            $data + $Error | Out-String -Width 40
            $data | Format-Custom * -Depth 2 | Out-String -Width 300
            $data + $Error | Export-Clixml "$folder/shown.xml" -Depth 2 -Force
            """);
        Assert.Null(displayed.Thrown);
        Assert.All(shown.OfType<ErrorRecord>(), error => Assert.Contains(error.FullyQualifiedErrorId, displayed.Everything, StringComparison.Ordinal));
        Check($"{where}: a display", displayed.Everything);
        Check($"{where}: Export-Clixml", File.ReadAllText(Folder.Find("shown.xml")));
    }

    private void Check(string where, string text)
    {
        if (_checked.Add(text) && Forms.FindIn(text) is { } form)
        {
            _found.Add($"{where}: the key, {form}.");
        }
    }
}
