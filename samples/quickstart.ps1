<#
.SYNOPSIS
Puts a file of contacts into list VIP of a sandbox, and shows what became of each of them.

.DESCRIPTION
Starts a sandbox of the web service on this machine, connects to it, imports samples/contacts.csv and compares the
summary with what the sandbox holds. Nothing leaves the machine. Ends with code 0 when the numbers agree, else 1.
#>
param(
    # The file to import.
    [string] $Path = "$PSScriptRoot/contacts.csv"
)

$ErrorActionPreference = 'Stop'

$sandbox = Start-ContactsSandbox
try {
    Connect-ContactsAccount -Sandbox $sandbox

    "Importing $Path into list VIP of the sandbox at $($sandbox.Endpoint)"
    $summary = Import-Contact -Path $Path -ListName VIP -DefaultRegion FR -SkipDuplicate `
        -ErrorAction SilentlyContinue -ErrorVariable rejected
    $summary | Out-Host

    # Each rejected row is an error record: the reason, and the row as it came in.
    "Rejected: $($rejected.Count)"
    $rejected | ForEach-Object {
        [pscustomobject]@{
            Reason    = $_.FullyQualifiedErrorId.Split(',')[0]
            Name      = "$($_.TargetObject.'Prénom') $($_.TargetObject.Nom)".Trim()
            Telephone = $_.TargetObject.'Téléphone'
            Where     = $_.Exception.Message.Split(':')[0]
        }
    } | Out-Host

    $held = @(Get-SandboxContact -ListName VIP)
    "List VIP of the sandbox holds $($held.Count) contacts; the last three:"
    $held[-3..-1] | Out-Host

    $agrees = $held.Count -eq $summary.Accepted -and
        $rejected.Count -eq $summary.Rejected -and
        $summary.Read -eq $summary.Accepted + $summary.Rejected + $summary.Duplicate + $summary.NotSent
    if (-not $agrees) {
        "The numbers do not agree."
        exit 1
    }

    "The numbers agree."
}
finally {
    Stop-ContactsSandbox -Sandbox $sandbox
}
