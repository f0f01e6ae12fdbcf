<#
.SYNOPSIS
Builds the module, and packs it as it is published.

.DESCRIPTION
Fills bin/ and, with -Package, lays the module out in artifacts/ContactsPS/<version>, from where
Publish-PSResource takes it. The manifest and the binaries are the ones the tests ran on.
#>
[CmdletBinding()]
param(
    # Also lay out the package.
    [switch] $Package
)

$ErrorActionPreference = 'Stop'

dotnet build "$PSScriptRoot/ContactsPS.sln" --configuration Release
if ($LASTEXITCODE -ne 0) {
    throw "The build failed with code $LASTEXITCODE."
}

if ($Package) {
    $manifest = Import-PowerShellDataFile "$PSScriptRoot/ContactsPS.psd1"
    $target = "$PSScriptRoot/artifacts/ContactsPS/$($manifest.ModuleVersion)"
    if (Test-Path $target) {
        Remove-Item $target -Recurse
    }

    New-Item $target -ItemType Directory | Out-Null
    'ContactsPS.psd1', 'ContactsPS.Format.ps1xml', 'LICENSE', 'README.md', 'CHANGELOG.md', 'bin', 'en-US' |
        ForEach-Object { Copy-Item "$PSScriptRoot/$_" $target -Recurse }
    $target
}
