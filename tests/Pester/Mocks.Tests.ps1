BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"

    function Send-List {
        param([ContactsPS.Client.Contact[]] $Contact)
        $Contact | Add-Contact -ListName VIP -Account test -Param1 Gold
    }

    function Send-File {
        param([string] $Path)
        Import-Contact $Path -ListName VIP -Partition 1/2 -Encoding utf8 -Delimiter ';' -Account test -UnList -Confirm:$false
    }
}

Describe 'A type that the pages name' {
    It 'is known after Import-Module: <_>' -ForEach @(
        'Contact', 'ContactField', 'ContactSummary', 'ContactsAccount', 'ContactsException', 'Partition', 'ServiceException'
    ) {
        ("ContactsPS.Client.$_" -as [type]).FullName | Should -Be "ContactsPS.Client.$_"
    }

    It 'is known in a new shell before a cmdlet was used, and unknown before Import-Module' {
        $said = Invoke-Shell @"
            'ContactsPS.Client.Contact' -as [type]
            Import-Module '$manifest'
            function Send { param([ContactsPS.Client.Contact[]] `$Contact) `$Contact.Count; `$Contact | ConvertTo-ContactRequest }
            Send -Contact (New-ContactObject +33612345678), ([ContactsPS.Client.Contact]@{ PhoneNumber = '+33612345679'; Param1 = 'x' })
"@
        $said | Should -Be '2', '{"contacts":[{"phone_number":"+33612345678"},{"phone_number":"+33612345679","param1":"x"}]}'
    }
}

Describe 'A mock' {
    It 'of Import-Contact takes what the cmdlet takes' {
        # As for the cmdlets of PowerShell, a mock doesn't convert a name to an encoding or to an account.
        Mock Import-Contact { $PesterBoundParameters } -RemoveParameterType Account, Encoding

        $bound = Send-File contacts.csv

        $bound.Path | Should -Be 'contacts.csv'
        "$($bound.Partition)" | Should -Be '1/2'
        $bound.UnList | Should -BeTrue
        Should -Invoke Import-Contact -Times 1 -Exactly -ParameterFilter { $ListName -eq 'VIP' -and $Delimiter -eq ';' }
    }

    It 'of Add-Contact takes contacts from the pipeline' {
        Mock Add-Contact { } -RemoveParameterType Account

        Send-List (New-ContactObject +33612345678), (New-ContactObject +33612345679)

        Should -Invoke Add-Contact -Times 2 -Exactly -ParameterFilter { $ListName -eq 'VIP' -and $Param1 -eq 'Gold' }
    }

    It 'of <_> can be made and called' -ForEach (
        (Import-PowerShellDataFile "$PSScriptRoot/../../ContactsPS.psd1").CmdletsToExport.Where({ $_ -notin 'Import-Contact', 'Add-Contact' })
    ) {
        Mock $_ { 'mocked' } -ParameterFilter { $true }
        (Get-Command $_).CommandType | Should -Be 'Alias'
    }
}
