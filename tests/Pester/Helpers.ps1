# Dot-sourced by the tests, in BeforeAll.

$repository = (Resolve-Path "$PSScriptRoot/../..").Path
# The module that is tested: the built one, or an unpacked package.
$manifest = $env:CONTACTSPS_TEST_MANIFEST ? $env:CONTACTSPS_TEST_MANIFEST : (Join-Path $repository 'ContactsPS.psd1')
$moduleBin = Join-Path (Split-Path $manifest) bin
$sample = Join-Path $repository 'samples/contacts.csv'
Import-Module $manifest

# Starts a sandbox and connects to it.
function Start-TestSandbox {
    param([hashtable] $Parameters = @{})
    $sandbox = Start-ContactsSandbox @Parameters
    $sandbox | Connect-ContactsAccount -NoVerify
    $sandbox
}

# Changes the settings, refusals or opt-outs of a sandbox.
function Set-TestSandbox {
    param($Sandbox, [string] $What, $Value)
    $body = ConvertTo-Json -InputObject $Value -Compress
    $null = Invoke-RestMethod ([uri]::new($Sandbox.Endpoint, "/sandbox/$What")) -Method Put -Body $body -ContentType 'application/json'
}

# Runs a command in a new shell process, and returns its output and its errors as lines.
function Invoke-Shell {
    param([string] $Command)
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($Command))
    & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand $encoded 2>&1 | ForEach-Object { "$_" }
}
