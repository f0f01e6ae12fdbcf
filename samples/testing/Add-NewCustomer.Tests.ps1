# Tests of a user's script on the sandbox. Run them with: Invoke-Pester Add-NewCustomer.Tests.ps1
BeforeAll {
    Import-Module ContactsPS
    $script = "$PSScriptRoot/Add-NewCustomer.ps1"
    $file = Join-Path $TestDrive export.csv
    @'
Mobile,First name,SMS consent,City
06 39 98 00 01,Zoé,yes,Lyon
06 39 98 00 02,Ben,no,Paris
06 39 98 00 03,Lea,yes,Nantes
12,Max,yes,Lille
'@ | Set-Content $file
}

Describe 'Add-NewCustomer' {
    BeforeEach {
        # Each test has a service of its own, which is empty and answers on this machine.
        $sandbox = Start-ContactsSandbox
        $sandbox | Connect-ContactsAccount
    }

    AfterEach {
        Stop-ContactsSandbox -Sandbox $sandbox
    }

    It 'adds the customers who agreed, with their city' {
        $result = & $script -Path $file

        $result.Added | Should -Be 2
        $held = Get-SandboxContact -ListName Customers
        $held.PhoneNumber | Should -Be '+33639980001', '+33639980003'
        $held.Param1 | Should -Be 'Lyon', 'Nantes'
    }

    It 'returns the rows that have no phone number' {
        (& $script -Path $file).Rejected.'First name' | Should -Be 'Max'
    }

    It 'sends all customers in one request' {
        $null = & $script -Path $file
        @(Get-SandboxRequest | Where-Object Path -Like '*contact/create').Count | Should -Be 1
    }

    It 'adds everybody although the service fails now and then' {
        Stop-ContactsSandbox -Sandbox $sandbox
        $sandbox = Start-ContactsSandbox -FailureRate 0.3
        $sandbox | Connect-ContactsAccount -NoVerify
        (& $script -Path $file).Added | Should -Be 2
    }
}

Describe 'Add-NewCustomer, without a service' {
    It 'attaches to the list that the caller names' {
        # Where no answer of the service matters, a mock is enough, and it is faster.
        Mock Add-Contact { [pscustomobject]@{ Accepted = 2 } }
        $null = & $script -Path $file -ListName VIP
        Should -Invoke Add-Contact -ParameterFilter { "$ListName" -eq 'VIP' }
    }
}
