param([string] $Path, [uri] $Endpoint)

Import-Csv $Path | Add-Contact -ListName VIP
