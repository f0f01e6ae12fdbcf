param([string] $Path, [uri] $Endpoint, [string] $Manifest)

$ErrorActionPreference = 'Stop'

Import-Module $Manifest
$credential = [pscredential]::new('benchmark@example.com', (ConvertTo-SecureString 'k' -AsPlainText))
Connect-ContactsAccount -Credential $credential -Endpoint $Endpoint -NoVerify
Import-Contact $Path -ListName VIP
