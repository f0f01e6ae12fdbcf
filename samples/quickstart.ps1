<#
.SYNOPSIS
Adds a file of contacts to a sandbox in two ways, and compares the results.

.DESCRIPTION
Starts a sandbox of the web service on this machine. Import-Csv | Add-Contact adds the rows of samples/contacts.csv to list
VIP, and Import-Contact adds the same file to list Newsletter. Both must report the same numbers, and each list must contain
the contacts that were accepted. Nothing leaves the machine.

Exit code: 0 if all numbers agree, else 1.
#>
param(
    # The file to import.
    [string] $Path = "$PSScriptRoot/contacts.csv"
)

$ErrorActionPreference = 'Stop'

$sandbox = Start-ContactsSandbox
try {
    $sandbox | Connect-ContactsAccount
    $file = Resolve-Path -LiteralPath $Path -Relative
    "A sandbox of the web service runs at $($sandbox.Endpoint). Nothing leaves this machine."

    # Each row that is not accepted is an error record. They are collected here, and shown below as a table.
    $quiet = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue'; ErrorVariable = 'rejected' }

    "`n> Import-Csv $file | Add-Contact -ListName VIP -DefaultRegion FR -SkipDuplicate"
    $piped = Import-Csv -LiteralPath $Path | Add-Contact -ListName VIP -DefaultRegion FR -SkipDuplicate @quiet
    $piped | Out-Host

    "The $($piped.Rejected) rejected rows, with the reason:"
    $rejected | ForEach-Object {
        [pscustomobject]@{
            Reason    = $_.FullyQualifiedErrorId.Split(',')[0]
            Telephone = $_.TargetObject.'Téléphone'
            Name      = "$($_.TargetObject.'Prénom') $($_.TargetObject.Nom)".Trim()
        }
    } | Out-Host

    "> Import-Contact $file -ListName Newsletter -DefaultRegion FR -SkipDuplicate"
    $imported = Import-Contact -LiteralPath $Path -ListName Newsletter -DefaultRegion FR -SkipDuplicate @quiet
    $imported | Out-Host

    $vip = @(Get-SandboxContact -ListName VIP)
    $newsletter = @(Get-SandboxContact -ListName Newsletter)
    "The sandbox has $($vip.Count) contacts in list VIP and $($newsletter.Count) in list Newsletter. Three of them:"
    $newsletter[-3..-1] | Format-Table PhoneNumber, FirstName, LastName, ListName | Out-Host

    $different = 'Read', 'Accepted', 'Rejected', 'Duplicate', 'NotSent' | Where-Object { $piped.$_ -ne $imported.$_ }
    if ($different -or $vip.Count -ne $piped.Accepted -or $newsletter.Count -ne $imported.Accepted) {
        'The numbers do not agree.'
        exit 1
    }

    'The numbers agree.'
}
finally {
    Stop-ContactsSandbox -Sandbox $sandbox
}
