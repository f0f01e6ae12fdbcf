BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"
}

Describe 'ForEach-Object -Parallel' {
    AfterEach {
        Stop-ContactsSandbox
    }

    It 'uses an account that is passed to it' {
        $sandbox = Start-TestSandbox
        $account = Get-ContactsAccount
        $summaries = 1..4 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            $part = $_
            1..500 | ForEach-Object { "+336$($part)$(1000000 + $_)" } | Add-Contact -Account $using:account -ListName "part $part"
        } -ThrottleLimit 4

        $summaries.Count | Should -Be 4
        $summaries.Accepted | Should -Be 500, 500, 500, 500
        foreach ($part in 1..4) {
            @(Get-SandboxContact -Sandbox $sandbox -ListName "part $part").Count | Should -Be 500
        }
    }

    It 'has no current account' {
        $null = Start-TestSandbox
        $id = 1 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            try { '+33612345678' | Add-Contact } catch { $_.FullyQualifiedErrorId }
        }
        $id | Should -BeLike 'NotConnected,*'
    }
}
