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

    It 'is in no stream, error or transcript' {
        $transcript = Join-Path $TestDrive 'transcript.txt'
        $script = @'
            Import-Module '{0}'
            $null = Start-Transcript '{1}'
            $secret = ConvertTo-SecureString $env:TEST_KEY -AsPlainText -Force
            $credential = [pscredential]::new('{2}', $secret)
            Connect-ContactsAccount -Credential $credential -Endpoint '{3}' -PassThru -Verbose -Debug | Format-List * -Force
            Connect-ContactsAccount -ApiLogin '{2}' -ApiKey $secret -Endpoint '{3}' -Verbose -Debug
            $env:CONTACTSPS_API_LOGIN = '{2}'; $env:CONTACTSPS_API_KEY = $env:TEST_KEY; $env:CONTACTSPS_ENDPOINT = '{3}'
            Connect-ContactsAccount -FromEnvironment -Verbose -Debug
            '+33612345678', 'nonsense' | Add-Contact -Verbose -Debug
            Connect-ContactsAccount -ApiLogin nobody -ApiKey $secret -Endpoint '{3}' -Verbose -Debug
            Get-Error | Out-String
            $null = Stop-Transcript
            'the end'
'@ -f $manifest, $transcript, $sandbox.Credential.UserName, $sandbox.Endpoint
        $env:TEST_KEY = $key
        try {
            $output = Invoke-Shell $script
        }
        finally {
            $env:TEST_KEY = $null
        }

        $output | Should -Contain 'the end'
        ($output -join "`n") | Should -Match 'AuthenticationFailed'
        ($output -join "`n").Contains($key) | Should -BeFalse
        $said = Get-Content $transcript -Raw
        $said | Should -Match 'wallet/check-balance'
        $said.Contains($key) | Should -BeFalse
    }
}
