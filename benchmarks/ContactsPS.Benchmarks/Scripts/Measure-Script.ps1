<#
.SYNOPSIS
Runs a script some times and then, with the clock on, once more; writes one line of JSON.
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

$parameters = $TakesRows ? @{ Rows = Import-Csv $Path } : @{ Path = $Path; Endpoint = $Endpoint }
for ($i = 0; $i -lt $WarmUpCount; $i++) {
    $null = & $Script @parameters
}

[GC]::Collect()

$clock = [Diagnostics.Stopwatch]::StartNew()
$null = & $Script @parameters
$seconds = $clock.Elapsed.TotalSeconds

@{ seconds = $seconds; peakBytes = [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 } | ConvertTo-Json -Compress
