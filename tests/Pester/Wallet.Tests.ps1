BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"
    $PSStyle.OutputRendering = 'PlainText'
    $sandbox = Start-TestSandbox
}

AfterAll {
    Stop-ContactsSandbox
}

Describe 'Get-ContactsBalance' {
    It 'reads the amount, the packs and the number of a product' {
        $balance = Get-ContactsBalance -WithDetails
        $balance.Amount | Should -Be 12.54
        $balance.Unit | Should -Be 'euros'
        $balance.Packs.Count | Should -Be 2
        $balance.Packs[0].ExpirationDate | Should -BeOfType [DateTimeOffset]

        (Get-ContactsBalance -CountryCode FR -ProductName sms_premium).Amount | Should -Be 250
    }

    It 'shows tables within 80 columns' {
        foreach ($object in (Get-ContactsBalance -WithDetails), (Get-ContactsBalance -WithDetails).Packs, (Get-ContactsCredit FR, BE)) {
            $lines = ($object | Out-String -Width 80).Split("`n").TrimEnd().Where({ $_ })
            $lines[1] | Should -Match '^[- ]+$'
            ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        }
    }

    It 'requires a country and a product together' {
        { Get-ContactsBalance -CountryCode FR -ProductName mms } | Should -Throw
    }
}

Describe 'Get-ContactsCredit' {
    It 'writes one object for each country' {
        $credit = 'FR', 'BE' | Get-ContactsCredit
        $credit.CountryCode | Should -Be 'FR', 'BE'
        $credit[1].Hlr | Should -Be 1254
    }
}
