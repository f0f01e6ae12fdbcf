param([string] $Path, [uri] $Endpoint)

Import-Csv $Path | Out-Null
