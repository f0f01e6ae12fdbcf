param([string] $Path, [uri] $Endpoint)

# The pipeline continues this block when Import-Contact has read the file and still has all that it keeps.
& { $Path; $global:heapBytes = [GC]::GetTotalMemory($true) } | Import-Contact -SkipDuplicate
