namespace ContactsPS.Tests.Secrets;

/// <summary>The scripts that run a cmdlet while the key is looked for.</summary>
/// <param name="Cmdlet">The cmdlet.</param>
/// <param name="Success">A script in which it succeeds, with a sandbox.</param>
/// <param name="Failure">A script in which it fails. With $echo, it meets a service that answers with the key.</param>
public sealed record SecretCase(string Cmdlet, string Success, string Failure)
{
    private const string Rows = "1..7 | ForEach-Object { [pscustomobject]@{ phone = \"+3361234560$_\"; first_name = \"First $_\" } }";
    private const string Once = "-Account $echo -MaximumRetryCount 0";

    /// <summary>A case for each cmdlet of the module, in an order in which they can run one after the other.</summary>
    public static IReadOnlyList<SecretCase> All { get; } =
    [
        new(
            "Start-ContactsSandbox",
            "$global:extra = Start-ContactsSandbox -Credential $credential -DataPath \"$folder/extra.sqlite\"; $extra",
            "Start-ContactsSandbox -Credential $credential -DataPath /dev/null/none"),
        new("Get-ContactsSandbox", "Get-ContactsSandbox", "Get-ContactsSandbox $credential"),
        new(
            "Connect-ContactsAccount",
            "$extra | Connect-ContactsAccount -Name one -PassThru; Connect-ContactsAccount -Name two -ApiLogin $credential.UserName -ApiKey $credential.Password -Endpoint $extra.Endpoint -PassThru",
            "Connect-ContactsAccount -Credential $credential -Endpoint $echo.Endpoint -Name failed"),
        new("Get-ContactsAccount", "Get-ContactsAccount", "Get-ContactsAccount nobody"),
        new("Test-ContactsAccount", "Test-ContactsAccount", "Test-ContactsAccount -Account $echo"),
        new("Add-Contact", $"{Rows} | Add-Contact -ListName VIP -TagName gold -PassThru; 'none' | Add-Contact", $"'none', '+33612345671', '+33612345672' | Add-Contact {Once}"),
        new(
            "Import-Contact",
            "Import-Contact \"$folder/contacts.csv\" -ListName VIP -JournalPath \"$folder/success.journal\" -RejectedPath \"$folder/success.csv\"",
            $"Import-Contact \"$folder/contacts.csv\" -JournalPath \"$folder/failure.$((++$global:n)).journal\" -RejectedPath \"$folder/failure.$n.csv\" {Once}"),
        new(
            "Sync-ContactList",
            "Sync-ContactList \"$folder/contacts.csv\" -Name Synced -StatePath \"$folder/success.state\" -Confirm:$false",
            $"Sync-ContactList \"$folder/contacts.csv\" -Name Synced -StatePath \"$folder/failure.$((++$global:n)).state\" -RejectedPath \"$folder/failure.$n.csv\" -Confirm:$false {Once}"),
        new("ConvertTo-ContactRequest", $"{Rows} | ConvertTo-ContactRequest", "'none' | ConvertTo-ContactRequest"),
        new("New-ContactObject", "New-ContactObject +33612345671 -FirstName Ann", "New-ContactObject none"),
        new("New-ContactList", "New-ContactList Spring", $"New-ContactList Spring {Once}"),
        new("Clear-ContactList", "Clear-ContactList Spring -Confirm:$false", $"Clear-ContactList Spring -Confirm:$false {Once}"),
        new("Remove-ContactList", "Remove-ContactList Spring -Confirm:$false", $"Remove-ContactList Spring -Confirm:$false {Once}"),
        new("Remove-Contact", "'+33612345671' | Remove-Contact -Confirm:$false", $"'+33612345671', '+33612345672' | Remove-Contact -Confirm:$false {Once}"),
        new("Get-ContactsBalance", "Get-ContactsBalance -WithDetails", $"Get-ContactsBalance -WithDetails {Once}"),
        new("Get-ContactsCredit", "Get-ContactsCredit FR", $"Get-ContactsCredit FR {Once}"),
        new("Get-SandboxContact", "Get-SandboxContact", "Get-SandboxContact -Sandbox $stopped"),
        new("Get-SandboxList", "Get-SandboxList", "Get-SandboxList -Sandbox $stopped"),
        new("Get-SandboxRequest", "Get-SandboxRequest", "Get-SandboxRequest -Sandbox $stopped"),
        new("Wait-SandboxRequest", "Wait-SandboxRequest contact/create", "Wait-SandboxRequest nowhere -TimeoutSec 0"),
        new("Set-ContactsSandbox", "Set-ContactsSandbox -Sandbox $extra -FailureRate 0.5", "Set-ContactsSandbox -Sandbox $stopped -FailureRate 0.5"),
        new("Reset-ContactsSandbox", "Reset-ContactsSandbox -Sandbox $extra -Confirm:$false", "Reset-ContactsSandbox -Sandbox $stopped -Confirm:$false"),
        new("Disconnect-ContactsAccount", "Disconnect-ContactsAccount one; Disconnect-ContactsAccount two", "Disconnect-ContactsAccount nobody"),
        new("Stop-ContactsSandbox", "Stop-ContactsSandbox $extra; $global:stopped = $extra", "Stop-ContactsSandbox $credential"),
    ];

    /// <summary>Whether the failure is one of a service that answers with the key.</summary>
    public bool MeetsEcho => Failure.Contains("$echo", StringComparison.Ordinal);
}
