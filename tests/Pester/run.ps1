<#
.SYNOPSIS
Runs the Pester tests against the built module. Exit code: 0 if all pass, 1 if one fails or none ran.
#>
param(
    # The files to run. Default: all.
    [string[]] $Path = @($PSScriptRoot),

    # The Pester module, by name or by path.
    [string] $Pester = 'Pester',

    # A JSON file for the results: the name, the outcome and the error message of each test, block and file.
    [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
$env:POWERSHELL_TELEMETRY_OPTOUT = '1'
# Tests compare what other shells print.
$env:NO_COLOR = '1'
Import-Module $Pester -MinimumVersion 6.0

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Detailed'
$configuration.Output.CIFormat = 'None'
$result = Invoke-Pester -Configuration $configuration

if ($ResultPath) {
    # A block fails when its BeforeAll or AfterAll does; a file fails when its tests can't be found.
    $items = @($result.Tests) + @($result.FailedBlocks) + @($result.FailedContainers)
    $results = $items.Where({ $_ }).ForEach({
            [ordered]@{
                name    = "$($_.ExpandedPath ?? $_.Item)"
                outcome = "$($_.Result)"
                message = @($_.ErrorRecord).ForEach({ "$_"; $_.ScriptStackTrace -split "`n" -match '\.Tests\.ps1' }) -join "`n"
            }
        })
    ConvertTo-Json -InputObject $results | Set-Content $ResultPath
}

$failed = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
"Pester: $($result.PassedCount) passed, $failed failed"
exit [int]($failed -gt 0 -or -not $result.PassedCount)
