BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"

    # Converts a phone number of the sample to E.164, independently of the module. All numbers of the sample are French.
    function ConvertTo-TestNumber([string] $Text) {
        $Text -replace '\(0\)', '' -replace '[^\d+]', '' -replace '^00', '+' -replace '^0', '+33' -replace '^(6\d{8})$', '+33$1'
    }
}

Describe 'The sample file' {
    BeforeAll {
        $rows = Import-Csv $sample
    }

    AfterEach {
        Stop-ContactsSandbox
    }

    It 'gives the same summary with Import-Csv | Add-Contact as with Import-Contact, <name>' -ForEach @(
        @{ Name = 'duplicates left out'; Options = @{ ThrottleLimit = 1; SkipDuplicate = $true }; Accepted = 973; Duplicate = 20 }
        @{ Name = 'duplicates sent'; Options = @{ ThrottleLimit = 1 }; Accepted = 993; Duplicate = 0 }
    ) {
        Start-ContactsSandbox | Connect-ContactsAccount
        $piped = $rows | Add-Contact -ListName VIP -DefaultRegion FR @Options -ErrorAction SilentlyContinue -ErrorVariable rejectedRows
        $pipedHeld = Get-SandboxContact -ListName VIP | ConvertTo-Json -Depth 3
        Stop-ContactsSandbox
        Start-ContactsSandbox | Connect-ContactsAccount
        $imported = Import-Contact $sample -ListName VIP -DefaultRegion FR @Options -ErrorAction SilentlyContinue -ErrorVariable rejectedLines
        $importedHeld = Get-SandboxContact -ListName VIP | ConvertTo-Json -Depth 3

        foreach ($summary in $piped, $imported) {
            $summary.Read | Should -Be 1000
            $summary.Accepted | Should -Be $Accepted
            $summary.Rejected | Should -Be 7
            $summary.Duplicate | Should -Be $Duplicate
            $summary.NotSent | Should -Be 0
            $summary.Requests | Should -Be 5
        }
        $pipedHeld | Should -BeExactly $importedHeld
        $rejectedRows.ForEach({ $_.FullyQualifiedErrorId.Split(',')[0] }) | Should -Be $rejectedLines.ForEach({ $_.FullyQualifiedErrorId.Split(',')[0] })
        ($rejectedRows.TargetObject | ConvertTo-Csv) | Should -BeExactly ($rejectedLines.TargetObject | ConvertTo-Csv)
    }

    It 'arrives with all fields unchanged but line breaks, with <name> row of a number' -ForEach @(
        @{ Name = 'the last'; Options = @{ ThrottleLimit = 1 } }
        @{ Name = 'the first'; Options = @{ ThrottleLimit = 1; SkipDuplicate = $true } }
    ) {
        Start-ContactsSandbox | Connect-ContactsAccount
        $null = $rows | Add-Contact -ListName VIP -DefaultRegion FR @Options -ErrorAction SilentlyContinue -ErrorVariable rejected

        $bad = [Collections.Generic.HashSet[object]]::new([object[]] $rejected.TargetObject)
        $expected = [ordered]@{}
        foreach ($row in $rows) {
            $number = ConvertTo-TestNumber $row.'Téléphone'
            if (-not $bad.Contains($row) -and -not ($Options.SkipDuplicate -and $expected.Contains($number))) {
                $expected[$number] = $row
            }
        }

        $held = Get-SandboxContact -ListName VIP
        $held.Count | Should -Be 973
        $expected.Count | Should -Be 973
        $different = foreach ($contact in $held) {
            $row = $expected[$contact.PhoneNumber]
            $isSame = $row -and
                "$($contact.FirstName)" -ceq $row.'Prénom' -and
                "$($contact.LastName)" -ceq $row.Nom -and
                "$($contact.Param1)" -ceq $row.param1 -and
                "$($contact.Param2)" -ceq ($row.param2 -replace '\p{Cc}') -and
                $null -eq $contact.Param3 -and $null -eq $contact.Param4 -and $null -eq $contact.Param5
            if (-not $isSame) { $contact }
        }
        $different | Should -BeNullOrEmpty
    }

    It 'returns its rejected rows for a file that can be corrected' {
        Start-ContactsSandbox | Connect-ContactsAccount
        $null = $rows | Add-Contact -ListName VIP -DefaultRegion FR -ErrorAction SilentlyContinue -ErrorVariable rejected
        $file = Join-Path $TestDrive 'rejected.csv'
        $rejected.TargetObject | Export-Csv $file

        $again = Import-Csv $file
        $again.Count | Should -Be 7
        $again[0].psobject.Properties.Name | Should -Be $rows[0].psobject.Properties.Name
        foreach ($row in $again) {
            $same = $rows.Where({ -not (Compare-Object @($_.psobject.Properties.Value) @($row.psobject.Properties.Value) -SyncWindow 0 -CaseSensitive) })
            $same.Count | Should -BeGreaterOrEqual 1
        }
    }

    It 'returns rejected rows with line breaks, quotes and accents unchanged, from <name>' -ForEach @(
        @{ Name = 'Add-Contact'; Command = { Import-Csv $file | Add-Contact -ErrorAction SilentlyContinue -ErrorVariable global:back } }
        @{ Name = 'Import-Contact'; Command = { Import-Contact $file -ErrorAction SilentlyContinue -ErrorVariable global:back } }
    ) {
        Start-ContactsSandbox | Connect-ContactsAccount
        $file = Join-Path $TestDrive 'odd.csv'
        $odd = [pscustomobject]@{ Prénom = 'Zoé "Zaza"'; Téléphone = 'à demander'; Note = "l'été,`r`nà Nîmes;`nŒuvre 张伟 🎉" }
        $odd | Export-Csv $file
        $null = . $Command

        $out = Join-Path $TestDrive 'back.csv'
        $global:back.TargetObject | Export-Csv $out
        Get-Content $out -Raw | Should -BeExactly (Get-Content $file -Raw)
    }
}
