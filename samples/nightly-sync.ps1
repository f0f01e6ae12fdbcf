<#
.SYNOPSIS
Makes a list hold exactly the contacts of files, every night, as a scheduled job.

.DESCRIPTION
Takes the credential from a secret of SecretManagement, or else from CONTACTSPS_API_LOGIN, CONTACTSPS_API_KEY and
CONTACTSPS_ENDPOINT, and runs Sync-ContactList: new and changed contacts are sent, and contacts that are not in the files
leave the list. It writes one line to a log for each run. The rows that were not accepted are written to a CSV file, each
with a reason. It asks nothing, and shows nothing but errors.

The log, the rejected rows and the state of the list are in a folder of the user that runs the job. They contain phone
numbers, so only this user should be able to read the folder.

Exit codes: 0 all rows were accepted; 3 some were not, and are in the rejects file; 2 the run failed; 1 PowerShell could not
start the script, for example because of a parameter that it doesn't have. A run that would
remove more than 20% of the list fails and changes nothing. Run it by hand with -Force when this is right.

.EXAMPLE
./nightly-sync.ps1 -Path /data/contacts/*.csv -ListName VIP

Synchronises the list VIP with all CSV files of a folder.

.EXAMPLE
15 3 * * * pwsh -NoProfile -NonInteractive -File /opt/contacts/nightly-sync.ps1 -Path '/data/contacts/*.csv' -ListName VIP -SecretName Octopush

A line for cron, at 3:15 each night. The credential is in the secret Octopush.

.EXAMPLE
pwsh.exe -NoProfile -NonInteractive -File C:\Jobs\nightly-sync.ps1 -Path D:\contacts\*.csv -ListName VIP -SecretName Octopush

An action for the Task Scheduler.

.EXAMPLE
./nightly-sync.ps1 -Path /data/contacts/*.csv -ListName VIP -Force

Removes as many contacts as needed, after a large change of the files.
#>
[CmdletBinding()]
param(
    # The files. Wildcards are allowed.
    [Parameter(Mandatory)]
    [string[]] $Path,

    # The list.
    [Parameter(Mandatory)]
    [string] $ListName,

    # The name of a secret of SecretManagement: a credential of the API login and the API key. Default: none, the environment
    # variables have the credential.
    [string] $SecretName,

    # The country of national numbers.
    [string] $DefaultRegion = 'FR',

    # Files of numbers that must never get a message, such as those of people who opted out.
    [string[]] $ExcludePath,

    # The sheet of a workbook. Default: the first one.
    [string] $WorksheetName,

    # The source of fields, such as @{ PhoneNumber = 'Mobile' }. Default: columns are recognised by name.
    [hashtable] $PropertyMap,

    # Reject numbers that are no mobile's.
    [switch] $MobileOnly,

    # The largest part of the list that a run may remove.
    [double] $MaximumRemovalPercent = 20,

    # The folder of the other files. It is created if it doesn't exist.
    [string] $DataPath = (Join-Path ([Environment]::GetFolderPath('LocalApplicationData', 'Create')) 'ContactsPS'),

    # The state of the list. Each list has its own.
    [string] $StatePath = (Join-Path $DataPath "$($ListName -replace '[^\p{L}\p{N} _-]', '_').state"),

    # The log, with one line for each run.
    [string] $LogPath = (Join-Path $DataPath 'nightly-sync.log'),

    # The rows that were not accepted. Not created when there are no such rows.
    [string] $RejectedPath = (Join-Path $DataPath "rejected-$(Get-Date -Format 'yyyyMMdd-HHmmss').csv"),

    # The module: a name, or the path of its manifest.
    [string] $Module = 'ContactsPS',

    # Remove contacts whatever their number is.
    [switch] $Force
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

function Write-Log([string] $Text) {
    Add-Content -LiteralPath $LogPath -Value "$(Get-Date -Format o) $Text"
}

try {
    $null = New-Item -ItemType Directory -Path $DataPath -Force
    Import-Module $Module
    if ($SecretName) {
        # CONTACTSPS_ENDPOINT is for another address than the service's, such as a sandbox.
        $endpoint = $env:CONTACTSPS_ENDPOINT ? @{ Endpoint = $env:CONTACTSPS_ENDPOINT } : @{}
        Connect-ContactsAccount -Credential (Get-Secret -Name $SecretName) @endpoint
    }
    else {
        Connect-ContactsAccount -FromEnvironment
    }

    # Only what was given is passed on, so that the cmdlet's own defaults apply.
    $options = @{}
    foreach ($name in 'ExcludePath', 'WorksheetName', 'PropertyMap', 'MobileOnly') {
        if ($PSBoundParameters.ContainsKey($name)) {
            $options[$name] = $PSBoundParameters[$name]
        }
    }

    $summary = Sync-ContactList -Path $Path -Name $ListName -StatePath $StatePath -DefaultRegion $DefaultRegion @options `
        -MaximumRemovalPercent $MaximumRemovalPercent -RejectedPath $RejectedPath -Force:$Force -WarningAction SilentlyContinue -WarningVariable notes `
        -ErrorAction SilentlyContinue -ErrorVariable problems

    # Rejected rows are in the rejects file. So an error is a service that can't be reached.
    $kept = if (Test-Path -LiteralPath $RejectedPath) { ", kept in $RejectedPath" }
    $failed = if ($problems) { ", FAILED $($problems.Exception.Message -join '; ')" }
    $noted = if ($notes) { ". $($notes -join ' ')" }
    Write-Log "$ListName`: $summary$kept$failed$noted"

    exit $(if ($problems) { 2 } elseif ($kept) { 3 } else { 0 })
}
catch {
    # The errors before it say why: a file that doesn't exist, for example.
    $causes = @(@($problems).Where({ $_ }) + $_).ForEach({ "$(($_.Exception ?? $_).Message)" }) | Select-Object -Unique
    Write-Error ($causes -join ' ') -ErrorAction Continue
    Write-Log "$ListName`: FAILED $($causes -join ' ')"
    exit 2
}
