BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"
    $sandbox = Start-TestSandbox
    $key = $sandbox.Credential.GetNetworkCredential().Password
}

AfterAll {
    Stop-ContactsSandbox
}

Describe 'The key' {
    It 'is not in <name>' -ForEach @(
        @{ Name = 'an account as a list'; Show = { $account | Format-List * -Force | Out-String -Width 500 } }
        @{ Name = 'an account as a table'; Show = { $account | Format-Table * -Force | Out-String -Width 500 } }
        @{ Name = 'an account as custom'; Show = { $account | Format-Custom -Depth 5 | Out-String -Width 500 } }
        @{ Name = 'an account as JSON'; Show = { $account | ConvertTo-Json -Depth 10 -WarningAction SilentlyContinue } }
        @{ Name = 'an account as CSV'; Show = { $account | ConvertTo-Csv } }
        @{ Name = 'an account as CLIXML'; Show = { $account | Export-Clixml "$TestDrive/account.xml" -Depth 10; Get-Content "$TestDrive/account.xml" -Raw } }
        @{ Name = 'an account as text'; Show = { "$account" } }
        @{ Name = 'the members of an account'; Show = { $account | Get-Member -Force | Out-String -Width 500 } }
        @{ Name = 'a sandbox as a list'; Show = { $sandbox | Format-List * -Force | Out-String -Width 500 } }
        @{ Name = 'a sandbox as JSON'; Show = { $sandbox | ConvertTo-Json -Depth 10 -WarningAction SilentlyContinue } }
        @{ Name = 'a sandbox as CLIXML'; Show = { $sandbox | Export-Clixml "$TestDrive/sandbox.xml" -Depth 10; Get-Content "$TestDrive/sandbox.xml" -Raw } }
        @{ Name = 'a summary'; Show = { '+33612345678' | Add-Contact | Format-List * -Force | Out-String -Width 500 } }
        @{ Name = 'a test'; Show = { Test-ContactsAccount | ConvertTo-Json -Depth 10 } }
        @{ Name = 'the requests of a sandbox'; Show = { Get-SandboxRequest | ConvertTo-Json -Depth 10 } }
    ) {
        $account = $sandbox | Connect-ContactsAccount -PassThru
        $shown = [string] (& $Show)

        $shown | Should -Not -BeNullOrEmpty
        $shown.Contains($key) | Should -BeFalse
    }
}
