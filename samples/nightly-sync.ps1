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
        -ErrorAction SilentlyContinue -ErrorVariable problems

    # A file that could not be read is an error too, and no row: that is a run that failed.
    $unread = @($problems | Where-Object { $_.TargetObject -isnot [pscustomobject] })
    $rows = @($problems | Where-Object { $_.TargetObject -is [pscustomobject] })
    if ($rows) {
        $rows |
            ForEach-Object {
                $row = $_.TargetObject | Select-Object *
                $row | Add-Member -NotePropertyName Reason -NotePropertyValue $_.Exception.Message -PassThru
            } |
            Export-Csv -LiteralPath $RejectedPath -Encoding utf8BOM
    }

    $kept = if ($rows) { ", kept in $RejectedPath" }
    $failed = if ($unread) { ", FAILED $($unread.Exception.Message -join '; ')" }
    Write-Log "$ListName`: $summary$kept$failed"
    exit $(if ($unread) { 2 } elseif ($rows) { 1 } else { 0 })
}
catch {
    Write-Log "$ListName`: FAILED $($_.Exception.Message)"
    Write-Error $_ -ErrorAction Continue
    exit 2
}
