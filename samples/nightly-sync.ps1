<#
.SYNOPSIS
Puts the night's contact files into a list, as a scheduled job does.

.DESCRIPTION
Takes the credential from CONTACTSPS_API_LOGIN, CONTACTSPS_API_KEY and CONTACTSPS_ENDPOINT, imports the files, writes
one line to a log, and keeps the rows that were not accepted in a CSV file with a reason each, to be mended and
imported again. It asks nothing and shows nothing but errors.

Exit codes: 0 all rows were accepted; 1 some were not, and are in the rejects file; 2 the run failed.

Run it from cron:            15 3 * * * pwsh -NoProfile -File nightly-sync.ps1 -Path '/data/contacts/*.csv' -ListName VIP
or from the Task Scheduler:  pwsh.exe -NoProfile -NonInteractive -File nightly-sync.ps1 -Path D:\contacts\*.csv -ListName VIP
#>
[CmdletBinding()]
param(
    # The files; wildcards are allowed.
    [Parameter(Mandatory)]
    [string[]] $Path,

    # The list to attach the contacts to.
    [Parameter(Mandatory)]
    [string] $ListName,

    # The country national numbers belong to.
    [string] $DefaultRegion = 'FR',

    # Gets one line a run.
    [string] $LogPath = 'nightly-sync.log',

    # Gets the rows that were not accepted; not made where there are none.
    [string] $RejectedPath = "rejected-$(Get-Date -Format 'yyyyMMdd-HHmmss').csv",

    # The module; the installed one where it is left out.
    [string] $Module = 'ContactsPS'
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

function Write-Log([string] $Text) {
    Add-Content -LiteralPath $LogPath -Value "$(Get-Date -Format o) $Text"
}

try {
    Import-Module $Module
    Connect-ContactsAccount -FromEnvironment

    $summary = Import-Contact -Path $Path -ListName $ListName -DefaultRegion $DefaultRegion -SkipDuplicate `
        -RejectedPath $RejectedPath -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable problems

    # The rows are in the rejects file, so an error is a file that could not be read, or a service that is not there.
    $kept = if (Test-Path -LiteralPath $RejectedPath) { ", kept in $RejectedPath" }
    $failed = if ($problems) { ", FAILED $($problems.Exception.Message -join '; ')" }
    Write-Log "$ListName`: $summary$kept$failed"

    exit $(if ($problems) { 2 } elseif ($kept) { 1 } else { 0 })
}
catch {
    Write-Log "$ListName`: FAILED $($_.Exception.Message)"
    Write-Error $_ -ErrorAction Continue
    exit 2
}
