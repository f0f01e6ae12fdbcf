BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"
    $sandbox = Start-TestSandbox

    # The requests since the log was last emptied.
    function Get-NewRequest {
        @(Get-SandboxRequest).Where({ $_.Id -gt $script:last })
    }

    # Forgets the requests until now.
    function Reset-Request {
        $script:last = (@(Get-SandboxRequest).Id | Measure-Object -Maximum).Maximum ?? 0
    }
}

AfterAll {
    Stop-ContactsSandbox
}

Describe 'Sync-ContactList' {
    BeforeEach {
        $list = "list $([guid]::NewGuid().ToString('N').Substring(0, 20))"
        $state = Join-Path $TestDrive "$list.state"
        $rows = 1..100 | ForEach-Object { [pscustomobject]@{ Mobile = '06 12 34 {0:D4}' -f $_ -replace '(..)$', ' $1'; Nom = "Nom $_" } }
        $with = @{ Name = $list; StatePath = $state; DefaultRegion = 'FR'; WarningAction = 'SilentlyContinue' }
        $first = $rows | Sync-ContactList @with
        Reset-Request
    }

    It 'adds all contacts at first, and sends nothing when nothing has changed' {
        $first.Added | Should -Be 100
        @(Get-SandboxContact -ListName $list).Count | Should -Be 100

        $second = $rows | Sync-ContactList @with

        $second.Unchanged | Should -Be 100
        $second.Requests | Should -Be 0
        Get-NewRequest | Should -BeNullOrEmpty
    }

    It 'sends what is new or changed, and removes what is gone' {
        $rows[0].Nom = 'Autre'
        $now = @($rows | Select-Object -SkipLast 5) + [pscustomobject]@{ Mobile = '0798765432'; Nom = 'Neuf' }

        $summary = $now | Sync-ContactList @with

        "$summary" | Should -Be '96 read: 1 added, 1 changed, 94 unchanged, 0 rejected, 0 duplicate, 0 excluded, 0 not sent; 5 removed, 0 not removed'
        @(Get-SandboxContact -ListName $list).Count | Should -Be 96
        (Get-SandboxContact -PhoneNumber +33612340001).LastName | Should -Be 'Autre'
    }

    It 'shows the plan with -WhatIf in one line, and sends nothing' {
        $said = Invoke-Shell @"
            Import-Module '$manifest'
            `$credential = [pscredential]::new('$($sandbox.Credential.UserName)', (ConvertTo-SecureString '$($sandbox.Credential.GetNetworkCredential().Password)' -AsPlainText))
            Connect-ContactsAccount -Credential `$credential -Endpoint '$($sandbox.Endpoint)' -NoVerify
            `$null = '+33612340001' | Sync-ContactList -Name '$list' -StatePath '$state' -WhatIf
"@
        $shown = @(@($said) -match '^What if:')
        $shown.Count | Should -Be 1
        $shown[0] | Should -Match '0 added, 1 changed, 99 removed, 0 unchanged; 0 rejected, 0 duplicate; refused without -Force'
        Get-NewRequest | Should -BeNullOrEmpty
    }

    It 'refuses to remove more than a fifth, and to empty the list' {
        { $rows[0..69] | Sync-ContactList @with } | Should -Throw -ErrorId 'RemovalLimitExceeded,*'
        { @() | Sync-ContactList @with -MaximumRemovalPercent 100 } | Should -Throw -ErrorId 'InputEmpty,*'
        Get-NewRequest | Should -BeNullOrEmpty

        ($rows[0..69] | Sync-ContactList @with -Force).Removed | Should -Be 30
        (@() | Sync-ContactList @with -Force).Removed | Should -Be 70
        Get-SandboxContact -ListName $list | Should -BeNullOrEmpty
    }

    It 'reads a file, and shows its counts as a table' {
        $path = Join-Path $TestDrive 'contacts.csv'
        $rows | Export-Csv $path

        $summary = Sync-ContactList $path @with

        $summary.Unchanged | Should -Be 100
        ($summary | Out-String -Width 80) | Should -Match 'Read\s+Added\s+Changed\s+Unchanged\s+Removed\s+Rejected\s+Duplicate\s+Excluded\s+NotSent'
    }
}
