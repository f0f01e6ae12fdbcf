using System.Reflection;
using System.Reflection.Emit;

namespace ContactsPS.Tests;

/// <summary>The exports of the module, and its loading beside other modules.</summary>
public sealed class ModuleTests
{
    private const string Batch =
        "ListName TagName UnList UnTag AutoDeleteOptOut DoNotOverwrite MobileOnly PropertyMap DefaultRegion SkipPhoneValidation SkipDuplicate"
        + " BatchSize ThrottleLimit MaximumRetryCount RetryIntervalSec PassThru";

    private const string Fields = "PhoneNumber FirstName LastName Param1 Param2 Param3 Param4 Param5";

    [Fact]
    public void The_module_exports_the_cmdlets_of_its_manifest_and_nothing_else()
    {
        using var shell = new ModuleShell();
        string[] declared = [.. ReadDeclared(shell)];

        string[] exported = [.. shell.Run("Get-Command -Module ContactsPS").Output.Select(command => $"{command.Value<CommandTypes>("CommandType")} {command.Value<string>("Name")}")];
        int variables = shell.Run("(Get-Module ContactsPS).ExportedVariables.Count").OneObject().BaseObject is int count ? count : -1;

        Assert.Equal(declared.Select(name => $"Cmdlet {name}").Order(), exported.Order());
        Assert.NotEmpty(declared);
        Assert.Equal(0, variables);
    }

    [Fact]
    public void Every_cmdlet_of_the_assembly_is_exported()
    {
        using var shell = new ModuleShell();
        Assembly assembly = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "ContactsPS");

        IEnumerable<string> written = assembly.GetExportedTypes()
            .Select(type => type.GetCustomAttribute<CmdletAttribute>()).OfType<CmdletAttribute>()
            .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}");

        Assert.Equal(ReadDeclared(shell).Order(), written.Order());
    }

    [Theory]
    [InlineData("Connect-ContactsAccount", "Credential ApiLogin ApiKey FromEnvironment Sandbox Endpoint Name TimeoutSec Proxy NoVerify AllowUnencryptedAuthentication PassThru")]
    [InlineData("Get-ContactsAccount", "Name")]
    [InlineData("Disconnect-ContactsAccount", "Name")]
    [InlineData("Test-ContactsAccount", "Account Quiet")]
    [InlineData("New-ContactObject", Fields + " DefaultRegion")]
    [InlineData("Add-Contact", "InputObject Account WhatIf Confirm " + Fields + " " + Batch)]
    [InlineData("Import-Contact", "Path LiteralPath Delimiter Encoding Header Account WhatIf Confirm FirstName LastName Param1 Param2 Param3 Param4 Param5 " + Batch)]
    [InlineData("Import-Contact", "JournalPath RejectedPath")]
    [InlineData("ConvertTo-ContactRequest", "InputObject " + Fields + " " + Batch)]
    [InlineData("Start-ContactsSandbox", "Port DataPath Credential LatencyMilliseconds FailureRate Show")]
    [InlineData("Stop-ContactsSandbox", "Sandbox")]
    [InlineData("Get-ContactsSandbox", "Verbose")]
    [InlineData("Get-SandboxContact", "Sandbox ListName TagName PhoneNumber")]
    [InlineData("Get-SandboxRequest", "Sandbox Last")]
    [InlineData("Get-SandboxList", "Sandbox Name Tag")]
    [InlineData("Reset-ContactsSandbox", "Sandbox WhatIf Confirm")]
    [InlineData("Set-ContactsSandbox", "Sandbox LatencyMilliseconds FailureRate FailureKind RetryAfterSec FullList BlockedLogin AccountStanding MaximumContacts ListCapacity WhatIf")]
    [InlineData("Wait-SandboxRequest", "Sandbox Path Method Status BodyContains After Count TimeoutSec")]
    public void A_cmdlet_has_its_documented_parameters(string cmdlet, string parameters)
    {
        using var shell = new ModuleShell();

        string[] found = [.. shell.Run($"(Get-Command {cmdlet}).Parameters.Keys").Output.Select(name => $"{name}")];

        Assert.Empty(parameters.Split(' ').Except(found));
    }

    [Theory]
    [InlineData("Add-Contact")]
    [InlineData("Import-Contact")]
    public void The_batch_size_throttle_limit_and_retry_count_have_their_documented_defaults(string cmdlet)
    {
        using var shell = new ModuleShell();
        object instance = shell.Run($"[Activator]::CreateInstance((Get-Command {cmdlet}).ImplementingType)").OneObject().BaseObject;

        Assert.Equal((200, 4, 5), ((int)instance.Read("BatchSize")!, (int)instance.Read("ThrottleLimit")!, (int)instance.Read("MaximumRetryCount")!));
    }

    [Fact]
    public void The_module_can_be_removed_and_imported_again()
    {
        using var shell = new ModuleShell();
        for (int round = 0; round < 2; round++)
        {
            Assert.Null(shell.Run("Remove-Module ContactsPS").Thrown);
            Assert.Empty(shell.Run("Get-Command -Module ContactsPS").Output);
            shell.Set("manifest", Repository.Manifest);
            Assert.Null(shell.Run("Import-Module $manifest").Thrown);
            Assert.Equal("+33612345678", $"{shell.Run("New-ContactObject '06 12 34 56 78' -DefaultRegion FR").OneObject()}");
        }

        Assert.Null(shell.Run("Import-Module $manifest -Force").Thrown);
        Assert.Single(shell.Run("'+33612345678' | ConvertTo-ContactRequest").Output);
    }

    [Fact]
    public void The_module_that_is_tested_loads_its_own_assemblies()
    {
        using var shell = new ModuleShell();
        ShellResult result = shell.Run("""
            $null = New-ContactObject '06 12 34 56 78' -DefaultRegion FR
            [AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -in 'ContactsPS', 'ContactsPS.Client', 'PhoneNumbers' }).Location | Sort-Object
            """);

        Assert.Equal(
            [
                Path.Combine(Repository.ModuleBin, "ContactsPS.dll"),
                Path.Combine(Repository.ModuleBin, "dependencies", "ContactsPS.Client.dll"),
                Path.Combine(Repository.ModuleBin, "dependencies", "PhoneNumbers.dll"),
            ],
            result.Output.Select(path => $"{path}"));
    }

    [Fact]
    public async Task Removing_the_module_in_one_runspace_does_not_affect_another()
    {
        HostRun run = await HostProgram.RunAsync("-Command", $"""
            Import-Module ContactsPS
            $other = [PowerShell]::Create([Management.Automation.Runspaces.InitialSessionState]::CreateDefault2())
            $null = $other.AddScript("Import-Module '{Repository.Manifest}'; Remove-Module ContactsPS").Invoke()
            New-ContactObject '06 12 34 56 78' -DefaultRegion FR | ConvertTo-ContactRequest
            """);

        Assert.Equal("""{"contacts":[{"phone_number":"+33612345678"}]}""", run.Output.Trim());
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Importing_the_module_loads_no_dependency()
    {
        HostRun run = await HostProgram.RunAsync(
            "-Command", "Import-Module ContactsPS; [AppDomain]::CurrentDomain.GetAssemblies().ForEach({ $_.GetName().Name })");

        // The engine also loads assemblies of .NET, so only those that the module ships are checked.
        string[] dependencies = [.. Directory.GetFiles(Path.Combine(Repository.ModuleBin, "dependencies"), "*.dll").Select(path => Path.GetFileNameWithoutExtension(path))];
        Assert.Contains("ContactsPS.Client", dependencies);
        Assert.Contains("ContactsPS", run.Lines);
        Assert.Empty(run.Lines.Intersect(dependencies));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_module_works_beside_other_versions_of_its_dependencies(bool othersFirst)
    {
        using var folder = new TemporaryFolder();
        string[] names = ["PhoneNumbers", "Polly.Core", "ExcelDataReader"];
        string load = $"$others = @({string.Join(", ", names.Select(name => $"[Reflection.Assembly]::LoadFrom('{EmitOther(folder, name)}')"))})\n";
        string use = $$"""
            $sandbox = Start-ContactsSandbox -FailureRate 0.4
            $sandbox | Connect-ContactsAccount -NoVerify
            $summary = Import-Contact '{{Repository.Samples}}/contacts.csv' -DefaultRegion FR -RetryIntervalSec 0.01 -BatchSize 50 -ErrorAction SilentlyContinue
            "$($summary.Accepted) $($summary.Rejected) $($summary.Retries -gt 0)"

            """;
        const string Ask = """
            $others.ForEach({ $_.GetType('Other.Marker').GetMethod('Tell').Invoke($null, @()) })
            $others.ForEach({ [Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_) -eq [Runtime.Loader.AssemblyLoadContext]::Default })

            """;
        string script = $"{(othersFirst ? load : "")}Import-Module '{Repository.Manifest}'\n{use}{(othersFirst ? "" : load)}{Ask}{use}";

        HostRun run = await HostProgram.RunAsync("-Command", script);

        Assert.Empty(run.Errors);
        Assert.Equal(["993 7 True", .. names.Select(name => $"other {name}"), .. names.Select(_ => "True"), "993 7 True"], run.Lines);
    }

    private static IEnumerable<string> ReadDeclared(ModuleShell shell) =>
        shell.Run($"(& ([scriptblock]::Create([IO.File]::ReadAllText('{Repository.Manifest}')))).CmdletsToExport").Output.Select(name => $"{name}");

    /// <summary>Makes an assembly with this name and version 1.0.0.0, with a type whose method returns "other" and the name.</summary>
    private static string EmitOther(TemporaryFolder folder, string name)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name) { Version = new Version(1, 0, 0, 0) }, typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule(name).DefineType("Other.Marker", TypeAttributes.Public);
        ILGenerator body = type.DefineMethod("Tell", MethodAttributes.Public | MethodAttributes.Static, typeof(string), []).GetILGenerator();
        body.Emit(OpCodes.Ldstr, $"other {name}");
        body.Emit(OpCodes.Ret);
        type.CreateType();
        string path = folder.Find($"{name}.dll");
        assembly.Save(path);
        return path;
    }
}
