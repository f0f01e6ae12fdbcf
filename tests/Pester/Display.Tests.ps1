BeforeDiscovery {
    $cmdlets = (Import-PowerShellDataFile "$PSScriptRoot/../../ContactsPS.psd1").CmdletsToExport.ForEach({ @{ Name = $_ } })
}

BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"
    $PSStyle.OutputRendering = 'PlainText'
    $sandbox = Start-TestSandbox

    function Get-Lines($Object, [int] $Width = 80) {
        $text = $Object | Out-String -Width $Width
        , $text.Split("`n").TrimEnd().Where({ $_ })
    }
}

AfterAll {
    Stop-ContactsSandbox
}

Describe 'The output in the console' {
    It 'shows a summary as one table row within 80 columns' {
        $lines = Get-Lines (Import-Contact $sample -ListName VIP -DefaultRegion FR -SkipDuplicate -ErrorAction SilentlyContinue)

        $lines.Count | Should -Be 3
        $lines[0].Trim() -split '\s+' | Should -Be 'Read', 'Accepted', 'Rejected', 'Duplicate', 'Excluded', 'NotSent', 'Requests', 'Elapsed'
        $lines[2] | Should -Match '^\s*1000\s+973\s+7\s+20\s+0\s+0\s+5\s+00:00:\d\d\.\d$'
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }

    It 'separates the columns when numbers are in the millions' {
        $summary = '+33612345678' | Add-Contact
        $type = $summary.GetType()
        foreach ($name in 'Read', 'Accepted', 'Rejected', 'Duplicate', 'Excluded', 'NotSent', 'Requests') {
            $type.GetProperty($name).SetValue($summary, ($name -in 'Read', 'Accepted' ? 10000000L : 100000L))
        }

        (Get-Lines $summary)[2] | Should -Match '^\s*10000000 +10000000 +100000 +100000 +100000 +100000 +100000 '
    }

    It 'shows the days of a long run' {
        $summary = '+33612345678' | Add-Contact
        $summary.GetType().GetProperty('Elapsed').SetValue($summary, [timespan]'1.02:03:04.5')

        (Get-Lines $summary)[2] | Should -Match ' 1\.02:03:04$'
    }

    It 'shows accounts, contacts and sandboxes as tables within 80 columns' {
        foreach ($object in (Get-ContactsAccount), (New-ContactObject +33612345678 -FirstName Zoé), (Get-ContactsSandbox), (Get-SandboxContact), (Get-SandboxList), (Get-SandboxRequest)) {
            $lines = Get-Lines $object
            $lines.Count | Should -BeGreaterOrEqual 3
            $lines[1] | Should -Match '^[- ]+$'
            ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        }
    }

    It 'shows all properties of a summary as a list' {
        $shown = '+33612345678' | Add-Contact -ListName VIP -TagName gold | Format-List | Out-String
        $shown | Should -Match 'ListName\s+: \{VIP\}'
        $shown | Should -Match 'TagName\s+: \{gold\}'
        $shown | Should -Match 'Retries'
        $shown | Should -Match 'ContactsPerSecond'
    }

    It 'shows an error in one line with its remedy' {
        $null = '06 12 34 56 78' | Add-Contact -ErrorAction SilentlyContinue -ErrorVariable failed
        "$failed" | Should -Match "'06 12 34 56 78' is a national number.*-DefaultRegion FR"
    }
}

Describe 'Get-Help <name>' -ForEach $cmdlets {
    It 'shows the syntax' {
        $help = Get-Help $Name | Out-String -Width 2000
        $help | Should -Match 'SYNTAX'
        $help | Should -Match "(?m)^\s*$Name .*\[<CommonParameters>\]"
    }
}
