<#
.SYNOPSIS
Runs a script several times, and writes the time of the last run as one line of JSON.
#>
param(
    [Parameter(Mandatory)] [string] $Script,
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [int] $WarmUpCount,
    [Parameter(Mandatory)] [uri] $Endpoint,
    [Parameter(Mandatory)] [string] $Manifest,
    [switch] $TakesRows
)

$ErrorActionPreference = 'Stop'

Import-Module $Manifest
$credential = [pscredential]::new('benchmark@example.com', (ConvertTo-SecureString 'k' -AsPlainText))
Connect-ContactsAccount -Credential $credential -Endpoint $Endpoint -NoVerify

$global:heapBytes = $null
$parameters = @{ Path = $Path; Endpoint = $Endpoint }
for ($run = 0; $run -le $WarmUpCount; $run++) {
    if ($TakesRows) {
        # New objects for each run: PowerShell keeps with an object what it found out about it, and a second run costs less.
        $parameters = $null
        $parameters = @{ Rows = Import-Csv $Path }
    }

    [GC]::Collect()
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $null = & $Script @parameters
    $seconds = $clock.Elapsed.TotalSeconds
}

@{
    seconds   = $seconds
    peakBytes = [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
    heapBytes = $global:heapBytes
} | ConvertTo-Json -Compress
