BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"
}

Describe 'samples/quickstart.ps1' {
    It 'ends without an error, and its numbers agree' {
        $said = Invoke-Shell "Import-Module '$manifest'; & '$repository/samples/quickstart.ps1'"

        $said | Should -Contain 'The numbers agree.'
        $said | Should -Contain 'The 7 rejected rows, with the reason:'
    }
}

Describe 'samples/nightly-sync.ps1' {
    BeforeAll {
        # Runs the script as a scheduler does, and returns its exit code and the files that it wrote.
        function Invoke-NightlySync([string[]] $Path, [string] $SecretName) {
            $log = Join-Path $TestDrive "$([guid]::NewGuid()).log"
            $rejected = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
            $state = Join-Path $TestDrive "$([guid]::NewGuid()).state"
            $null = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File "$repository/samples/nightly-sync.ps1" `
                -Path $Path -ListName VIP -DataPath $TestDrive -StatePath $state -LogPath $log -RejectedPath $rejected -SecretName $SecretName -Module $manifest 2>&1
            [pscustomobject]@{
                ExitCode = $LASTEXITCODE
                Log      = Get-Content $log -Raw
                Rejected = (Test-Path $rejected) ? @(Import-Csv $rejected) : @()
            }
        }

        $sandbox = Start-TestSandbox
        $env:CONTACTSPS_API_LOGIN = $sandbox.Credential.UserName
        $env:CONTACTSPS_API_KEY = $sandbox.Credential.GetNetworkCredential().Password
        $env:CONTACTSPS_ENDPOINT = $sandbox.Endpoint
    }

    AfterAll {
        $env:CONTACTSPS_API_LOGIN = $env:CONTACTSPS_API_KEY = $env:CONTACTSPS_ENDPOINT = $null
        Stop-ContactsSandbox
    }

    It 'ends with code 3 and writes the rows that were not accepted with their reasons' {
        $run = Invoke-NightlySync $sample

        $run.ExitCode | Should -Be 3
        $run.Log | Should -Match '1000 read: 973 added, 0 changed, 0 unchanged, 7 rejected, 20 duplicate, 0 excluded, 0 not sent; 0 removed, 0 not removed'
        $run.Rejected.Count | Should -Be 7
        $run.Rejected[0].psobject.Properties.Name | Should -Be (@((Import-Csv $sample)[0].psobject.Properties.Name) + 'LineNumber', 'ErrorId', 'Reason')
        $run.Rejected.LineNumber | Should -Be '88', '216', '362', '479', '612', '758', '925'
        @(Get-SandboxContact -ListName VIP).Count | Should -Be 973
    }

    It 'ends with code 0 when all rows are accepted' {
        $good = Join-Path $TestDrive 'good.csv'
        [pscustomobject]@{ phone = '06 12 34 56 78'; prenom = 'Zoé' } | Export-Csv $good

        $run = Invoke-NightlySync $good
        $run.ExitCode | Should -Be 0
        $run.Rejected.Count | Should -Be 0
    }

    It 'ends with code 2 when the service does not accept the key' {
        $right = $env:CONTACTSPS_API_KEY
        $env:CONTACTSPS_API_KEY = 'wrong'
        try {
            $run = Invoke-NightlySync $sample
        }
        finally {
            $env:CONTACTSPS_API_KEY = $right
        }

        $run.ExitCode | Should -Be 2
        $run.Log | Should -Match 'FAILED'
        $run.Log.Contains($right) | Should -BeFalse
    }

    It 'takes the credential from a secret' {
        # A stand-in for SecretManagement, which the script finds on PSModulePath.
        $module = New-Item "$TestDrive/modules/Microsoft.PowerShell.SecretManagement" -ItemType Directory -Force
        Set-Content "$module/Microsoft.PowerShell.SecretManagement.psm1" @"
            function Get-Secret([string] `$Name) {
                if (`$Name -ne 'Octopush') { throw "There is no secret `$Name." }
                [pscredential]::new('$($sandbox.Credential.UserName)', (ConvertTo-SecureString '$($sandbox.Credential.GetNetworkCredential().Password)' -AsPlainText))
            }
"@
        $modulePath = $env:PSModulePath
        $key = $env:CONTACTSPS_API_KEY
        $good = Join-Path $TestDrive 'good.csv'
        [pscustomobject]@{ phone = '06 12 34 56 78' } | Export-Csv $good
        try {
            $env:PSModulePath = "$TestDrive/modules$([IO.Path]::PathSeparator)$modulePath"
            $env:CONTACTSPS_API_KEY = $null
            $run = Invoke-NightlySync $good -SecretName Octopush
            $missing = Invoke-NightlySync $good -SecretName Other
        }
        finally {
            $env:PSModulePath = $modulePath
            $env:CONTACTSPS_API_KEY = $key
        }

        $run.ExitCode | Should -Be 0
        $run.Log | Should -Match '1 added'
        $missing.ExitCode | Should -Be 2
        $missing.Log | Should -Match 'There is no secret Other'
    }

    It 'ends with code 2 when a file is missing' {
        (Invoke-NightlySync (Join-Path $TestDrive 'missing.csv')).ExitCode | Should -Be 2
    }
}

Describe 'docs/automation.md' {
    It 'calls the sample with parameters that it has' {
        $parameters = (Get-Command "$repository/samples/nightly-sync.ps1").Parameters.Keys
        $lines = (Get-Content "$repository/docs/automation.md") -match 'nightly-sync\.ps1 -'
        $lines.Count | Should -BeGreaterOrEqual 3
        foreach ($line in $lines) {
            [regex]::Matches(($line -split 'nightly-sync\.ps1')[1], '(?<= )-(\w+)').ForEach({ $_.Groups[1].Value }) |
                Where-Object { $_ -notin $parameters } | Should -BeNullOrEmpty
        }
    }
}

Describe 'samples/testing' {
    It 'passes its own tests' {
        $pester = (Get-Module Pester).Path
        $said = Invoke-Shell "Import-Module '$manifest', '$pester'; Invoke-Pester '$repository/samples/testing'"

        $said | Where-Object { $_ -match 'Tests Passed: 5, Failed: 0' } | Should -Not -BeNullOrEmpty
    }
}
