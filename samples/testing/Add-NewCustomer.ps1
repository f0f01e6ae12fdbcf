<#
.SYNOPSIS
Adds the customers of a shop's export who agreed to text messages, and returns what a report needs.

.DESCRIPTION
A script as a user of ContactsPS writes it. Add-NewCustomer.Tests.ps1 tests it.
#>
param(
    # The export of the shop: a CSV file with the columns Mobile, First name, SMS consent and City.
    [Parameter(Mandatory)]
    [string] $Path,

    # The list to attach the customers to.
    [string] $ListName = 'Customers'
)

$ErrorActionPreference = 'Stop'
$summary = Import-Csv -LiteralPath $Path |
    Where-Object 'SMS consent' -EQ 'yes' |
    Add-Contact -ListName $ListName -DefaultRegion FR -SkipDuplicate -PropertyMap @{ PhoneNumber = 'Mobile'; Param1 = 'City' } `
        -ErrorAction SilentlyContinue -ErrorVariable rejected

[pscustomobject]@{
    Added    = $summary.Accepted
    Rejected = @($rejected.TargetObject)
}
