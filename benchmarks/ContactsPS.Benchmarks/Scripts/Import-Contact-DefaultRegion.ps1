param([string] $Path, [uri] $Endpoint)

Import-Contact $Path -DefaultRegion FR
