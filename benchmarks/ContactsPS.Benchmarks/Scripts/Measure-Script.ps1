<#
.SYNOPSIS
Runs a script on a small file and then, with the clock on, on another; writes one line of JSON.
#>
param(
    [Parameter(Mandatory)] [string] $Script,
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $WarmUpPath,
    [Parameter(Mandatory)] [uri] $Endpoint,
    [Parameter(Mandatory)] [string] $Manifest
)

$ErrorActionPreference = 'Stop'

Import-Module $Manifest
$credential = [pscredential]::new('benchmark@example.com', (ConvertTo-SecureString 'k' -AsPlainText))
Connect-ContactsAccount -Credential $credential -Endpoint $Endpoint -NoVerify

$null = & $Script -Path $WarmUpPath -Endpoint $Endpoint
[GC]::Collect()

$clock = [Diagnostics.Stopwatch]::StartNew()
$null = & $Script -Path $Path -Endpoint $Endpoint
$seconds = $clock.Elapsed.TotalSeconds

@{ seconds = $seconds; peakBytes = [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 } | ConvertTo-Json -Compress
