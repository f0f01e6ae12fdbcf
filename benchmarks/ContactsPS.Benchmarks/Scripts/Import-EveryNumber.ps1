param([string] $Path, [uri] $Endpoint)

# As in Import-SkipDuplicate.ps1.
& { $Path; $global:heapBytes = [GC]::GetTotalMemory($true) } | Import-Contact
