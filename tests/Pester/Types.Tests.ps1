BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"

    $plain = { [pscustomobject]@{ phone_number = '+33612345678'; param1 = 'a' } }
    $typed = { [pscustomobject]@{ PSTypeName = 'ContactsPS.Tests.Typed'; phone_number = '+33612345679'; param1 = 'b' } }
    Update-TypeData -TypeName ContactsPS.Tests.Typed -MemberType ScriptProperty -MemberName first_name -Value { 'Zoé' }
}

AfterAll {
    Remove-TypeData -TypeName ContactsPS.Tests.Typed
}

Describe 'A script property of a type' {
    It 'is in the request when its objects come <Order>' -ForEach @(
        @{ Order = 'after objects without the type'; First = 'plain'; Then = 'typed' }
        @{ Order = 'before objects without the type'; First = 'typed'; Then = 'plain' }
    ) {
        $objects = @(
            & (Get-Variable $First -ValueOnly)
            & (Get-Variable $First -ValueOnly)
            & (Get-Variable $Then -ValueOnly)
            & (Get-Variable $Then -ValueOnly)
            & (Get-Variable $First -ValueOnly)
        )

        $contacts = ($objects | ConvertTo-ContactRequest | ConvertFrom-Json).contacts

        $contacts.Count | Should -Be 5
        $contacts | ForEach-Object {
            $_.first_name | Should -Be ($_.phone_number -eq '+33612345679' ? 'Zoé' : $null)
        }
    }
}
