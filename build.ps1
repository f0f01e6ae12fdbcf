<#
.SYNOPSIS
Builds, tests, packages and measures ContactsPS.

.DESCRIPTION
Build    fills bin/, from where the module can be imported.
Test     runs all tests, which include the Pester suite. With -ModulePath, they test an unpacked package.
Package  makes in artifacts/: the module folder (module/ContactsPS), its .nupkg as a gallery takes it, and the packages of
         the client library and of the sandbox. Beside them are bills of materials (CycloneDX) of what they bring.
Bench    runs the benchmarks.
Clean    removes everything that a build makes.

Without PowerShell, start it as: dotnet run --project src/ContactsPS.Host -- build.ps1 -Task Package

.EXAMPLE
./build.ps1 -Task Package
./build.ps1 -Task Test -ModulePath artifacts/module/ContactsPS
#>
[CmdletBinding()]
param(
    # What to do, in this order.
    [ValidateSet('Build', 'Test', 'Package', 'Bench', 'Clean')]
    [string[]] $Task = 'Build',

    # The configuration of the build.
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # The module that the tests import. Default: the one in bin/.
    [string] $ModulePath
)

$ErrorActionPreference = 'Stop'
$artifacts = Join-Path $PSScriptRoot artifacts
$solution = Join-Path $PSScriptRoot ContactsPS.sln
$version = "$(([xml](Get-Content "$PSScriptRoot/Directory.Build.props" -Raw)).Project.PropertyGroup.VersionPrefix)".Trim()

function Invoke-Dotnet {
    dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) ended with code $LASTEXITCODE."
    }
}

# The changes of a version, without its heading. Those of a version that isn't published yet are under Unreleased.
function Get-ReleaseNotes([string] $Version) {
    $sections = (Get-Content "$PSScriptRoot/CHANGELOG.md" -Raw) -split '(?m)^## ' | Select-Object -Skip 1
    $section = $sections.Where({ $_.StartsWith("[$Version]") }, 'First') + $sections.Where({ $_.StartsWith('[Unreleased]') }, 'First')
    ($section[0] -split "`n", 2)[1].Trim()
}

# Lays the module out as it is installed, without what only developers need.
function New-ModuleFolder {
    $manifest = Import-PowerShellDataFile "$PSScriptRoot/ContactsPS.psd1"
    if ($manifest.ModuleVersion -ne $version) {
        throw "ContactsPS.psd1 has version $($manifest.ModuleVersion), and Directory.Build.props has another one."
    }

    $folder = Join-Path $artifacts module ContactsPS
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
    $null = New-Item $folder -ItemType Directory
    'ContactsPS.psd1', 'ContactsPS.Format.ps1xml', 'LICENSE', 'THIRD-PARTY-NOTICES.txt', 'README.md', 'CHANGELOG.md', 'bin', 'en-US' |
        ForEach-Object { Copy-Item (Join-Path $PSScriptRoot $_) $folder -Recurse }
    Get-ChildItem "$folder/bin" -Recurse -File -Include *.pdb, *.xml | Remove-Item

    # In a gallery, links of the README must be absolute. An address with blob shows a page, and one with raw is the file.
    $repository = "$($manifest.PrivateData.PSData.ProjectUri)"
    (Get-Content "$folder/README.md" -Raw) -replace '(!\[[^\]]*\])\((?!https?:|#)([^)]+)\)', "`$1($repository/raw/main/`$2)" `
        -replace '\]\((?!https?:|#)([^)]+)\)', "]($repository/blob/main/`$1)" |
        Set-Content "$folder/README.md" -NoNewline
    $notes = (Get-ReleaseNotes $manifest.ModuleVersion) -replace "'", "''"
    (Get-Content "$folder/ContactsPS.psd1" -Raw).Replace("'See CHANGELOG.md.'", "'$notes'") |
        Set-Content "$folder/ContactsPS.psd1" -NoNewline
    $null = Test-ModuleManifest "$folder/ContactsPS.psd1"
    $folder
}

switch ($Task) {
    Build {
        Invoke-Dotnet build $solution --configuration $Configuration
    }
    Test {
        $manifest = $ModulePath ? (Join-Path (Resolve-Path $ModulePath) ContactsPS.psd1) : ''
        $env:CONTACTSPS_TEST_MANIFEST = $manifest
        try {
            Invoke-Dotnet test $solution --configuration $Configuration
        }
        finally {
            $env:CONTACTSPS_TEST_MANIFEST = ''
        }
    }
    Package {
        Invoke-Dotnet build $solution --configuration $Configuration
        $folder = New-ModuleFolder
        Get-ChildItem $artifacts -File -Filter *.nupkg | Remove-Item
        Compress-PSResource -Path $folder -DestinationPath $artifacts
        $prerelease = (Import-PowerShellDataFile "$folder/ContactsPS.psd1").PrivateData.PSData.Prerelease
        $suffix = $prerelease ? @('--version-suffix', $prerelease) : @()
        Invoke-Dotnet pack $solution --configuration $Configuration --no-build --output $artifacts @suffix
        Invoke-Dotnet tool restore
        'ContactsPS.Client', 'ContactsPS.Sandbox' | ForEach-Object {
            Invoke-Dotnet dotnet-CycloneDX "$PSScriptRoot/src/$_/$_.csproj" --output $artifacts --filename "$_.bom.json" --output-format Json `
                --disable-package-restore --set-version $version
        }

        Get-ChildItem $artifacts -File | Select-Object Name, Length | Out-Host
        "The module is in $folder. Copy this folder to one of: $env:PSModulePath"
    }
    Bench {
        Invoke-Dotnet run --configuration Release --project "$PSScriptRoot/benchmarks/ContactsPS.Benchmarks"
    }
    Clean {
        'bin', 'en-US', 'artifacts' | ForEach-Object { Remove-Item "$PSScriptRoot/$_" -Recurse -Force -ErrorAction Ignore }
        Get-ChildItem "$PSScriptRoot/src", "$PSScriptRoot/tests", "$PSScriptRoot/benchmarks" -Directory |
            ForEach-Object { Remove-Item "$_/bin", "$_/obj" -Recurse -Force -ErrorAction Ignore }
    }
}
