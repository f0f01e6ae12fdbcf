<#
.SYNOPSIS
Imports one share of a file, as one task of many.

.DESCRIPTION
Each task reads the same file and imports its own share. The journal and the rejects file of a share have its number in their
names, so a task that failed or was killed goes on where it was when it is started again with the same parameters.

Exit codes: 0 all rows were accepted; 3 some rows were not accepted, and are in the rejects file; 2 the task failed, start it
again; 1 PowerShell could not start the script.

.EXAMPLE
./import-share.ps1 -Path /shared/big.csv -ListName VIP -Share 3 -Of 16 -WorkPath /shared/work
#>
[CmdletBinding()]
param(
    # The file, in a folder that all machines share.
    [Parameter(Mandatory)]
    [string] $Path,

    # The list to attach the contacts to.
    [Parameter(Mandatory)]
    [string] $ListName,

    # The number of this share. The first is 1.
    [Parameter(Mandatory)]
    [int] $Share,

    # The number of shares.
    [Parameter(Mandatory)]
    [int] $Of,

    # The folder of the journals and the rejects files.
    [Parameter(Mandatory)]
    [string] $WorkPath,

    # The country of national numbers.
    [string] $DefaultRegion = 'FR',

    # Requests at the same time. The limits of the vendor apply to all tasks together.
    [int] $ThrottleLimit = 1
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$name = Join-Path $WorkPath "$([IO.Path]::GetFileName($Path)).$Share-of-$Of"
try {
    Import-Module ContactsPS
    Connect-ContactsAccount -FromEnvironment
    $summary = Import-Contact -LiteralPath $Path -ListName $ListName -DefaultRegion $DefaultRegion -SkipDuplicate `
        -Partition "$Share/$Of" -JournalPath "$name.journal" -RejectedPath "$name.rejected.csv" `
        -ThrottleLimit $ThrottleLimit -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable problems
    "share $Share of $Of`: $summary"
    foreach ($problem in $problems) {
        [Console]::Error.WriteLine("share $Share of $Of`: $($problem.Exception.Message)")
    }

    exit $(if ($problems) { 2 } elseif ($summary.Rejected) { 3 } else { 0 })
}
catch {
    [Console]::Error.WriteLine("share $Share of $Of failed: $($_.Exception.Message)")
    exit 2
}
