BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"
    $sandbox = Start-TestSandbox
}

AfterAll {
    Stop-ContactsSandbox
}

Describe 'Contact lists' {
    It 'are created, cleared and removed by name' {
        New-ContactList VIP, Staff
        '+33612345678', '+33612345679' | Add-Contact -ListName VIP | Out-Null

        Clear-ContactList VIP -Confirm:$false
        Get-SandboxContact -ListName VIP | Should -BeNullOrEmpty
        (Get-SandboxContact).Count | Should -Be 2

        [pscustomobject]@{ ListName = 'VIP' }, [pscustomobject]@{ Name = 'Staff' } | Remove-ContactList -Confirm:$false
        { Remove-ContactList VIP -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'RequestRejected,*' -ExpectedMessage "*the list doesn't exist*"
    }

    It 'ask before something is taken away' {
        foreach ($name in 'Clear-ContactList', 'Remove-ContactList') {
            $attribute = (Get-Command $name).ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0]
            $attribute.ConfirmImpact | Should -Be High
        }
    }

    It 'delete their contacts on request only' {
        '+33612345670' | Add-Contact -ListName Gone | Out-Null
        Clear-ContactList Gone -DeleteContact -WhatIf
        Get-SandboxContact -ListName Gone | Should -Not -BeNullOrEmpty

        Clear-ContactList Gone -DeleteContact -Confirm:$false
        Get-SandboxContact -PhoneNumber '+33612345670' | Should -BeNullOrEmpty
    }
}

Describe '-ExcludePath' {
    It 'keeps contacts from being sent and counts them' {
        Set-Content "$TestDrive/optouts.txt" '06 12 34 56 71', '+33612345672'

        $summary = '+33612345671', '+33612345672', '+33612345673' | Add-Contact -ListName Rest -DefaultRegion FR -ExcludePath $TestDrive/*.txt

        $summary.Excluded | Should -Be 2
        $summary.Read | Should -Be ($summary.Accepted + $summary.Rejected + $summary.Duplicate + $summary.Excluded + $summary.NotSent)
        (Get-SandboxContact -ListName Rest).PhoneNumber | Should -Be '+33612345673'
    }

    It 'refuses a file with a number that can not be read' {
        Set-Content "$TestDrive/bad.txt" '+33612345671', 'nonsense'
        { '+33612345673' | Add-Contact -ExcludePath $TestDrive/bad.txt } |
            Should -Throw -ErrorId 'ExclusionFileInvalid,*' -ExpectedMessage "*bad.txt*Line 2: 'nonsense'*"
    }
}
