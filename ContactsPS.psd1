@{
    RootModule           = 'bin/ContactsPS.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '6f7a0c1e-6c62-4c0a-9d53-7c0e1f6d5b21'
    Author               = 'The ContactsPS authors'
    CompanyName          = 'ContactsPS'
    Copyright            = '(c) 2026 the ContactsPS authors. MIT License.'
    Description          = 'Puts contacts into the lists and tags of an SMS account: from the pipeline or from files, with every contact accounted for.'
    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('ContactsPS.Format.ps1xml')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    CmdletsToExport      = @(
        'Add-Contact'
        'Connect-ContactsAccount'
        'ConvertTo-ContactRequest'
        'Disconnect-ContactsAccount'
        'Get-ContactsAccount'
        'Get-ContactsSandbox'
        'Get-SandboxContact'
        'Get-SandboxRequest'
        'Import-Contact'
        'New-ContactObject'
        'Remove-Contact'
        'Start-ContactsSandbox'
        'Stop-ContactsSandbox'
        'Test-ContactsAccount'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('SMS', 'Contacts', 'Octopush', 'Marketing', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ProjectUri   = 'https://github.com/contactsps/contactsps'
            LicenseUri   = 'https://github.com/contactsps/contactsps/blob/main/LICENSE'
            IconUri      = 'https://raw.githubusercontent.com/contactsps/contactsps/main/docs/images/icon.png'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
