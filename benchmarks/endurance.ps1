<#
.SYNOPSIS
Imports files in one process for some minutes, against a sandbox with faults, and shows whether memory, handles and threads grow.

.DESCRIPTION
Each run imports a file with a journal and a rejects file. One request in five fails. One row in a hundred has no phone number,
and the service refuses ten contacts. Each fourth run is ended by Select-Object -First and then continued. It writes a line of
figures each interval, and at the end those of a tenth of the time at its beginning, its middle and its end. The exit code is 1
when contacts are unaccounted for.

.EXAMPLE
dotnet run --project src/ContactsPS.Host -- benchmarks/endurance.ps1 -Minutes 30
#>
[CmdletBinding()]
param(
    # How long to import.
    [ValidateRange(0.1, 1440)]
    [double] $Minutes = 30,

    # The number of rows of the file.
    [ValidateRange(100, 1000000)]
    [int] $Rows = 2000,

    # The time between two lines of figures.
    [int] $IntervalSec = 10
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../ContactsPS.psd1"
$folder = (New-Item (Join-Path ([IO.Path]::GetTempPath()) "endurance-$PID") -ItemType Directory).FullName
$file = Join-Path $folder 'contacts.csv'
$journal = Join-Path $folder 'journal'
$rejects = Join-Path $folder 'rejects.csv'
'phone_number,first_name' > $file
1..$Rows | ForEach-Object { $_ % 100 ? "+336$(10000000 + $_),First $_" : "none,First $_" } >> $file
$withoutNumber = [Math]::Floor($Rows / 100)
$refused = 1..10 | ForEach-Object { "+336$(10000000 + $_ * 7)" }
$rejected = $withoutNumber + $refused.Count

# The handles of a process on Linux are its open files.
function Measure-Process {
    [GC]::Collect()
    $process = Get-Process -Id $PID
    $open = Test-Path "/proc/$PID/fd"
    [pscustomobject]@{
        Seconds     = [int] $watch.Elapsed.TotalSeconds
        Runs        = $runs
        WorkingMB   = [int] ($process.WorkingSet64 / 1MB)
        CommittedMB = [int] ([GC]::GetGCMemoryInfo().TotalCommittedBytes / 1MB)
        ManagedMB   = [int] ([GC]::GetTotalMemory($true) / 1MB)
        Handles     = $open ? [IO.Directory]::GetFileSystemEntries("/proc/$PID/fd").Count : $process.HandleCount
        Threads     = $process.Threads.Count
    }
}

# Sets the faults of the sandbox.
function Set-Fault {
    Set-ContactsSandbox -FailureRate 0.2 -RetryAfterSec 0
    $null = Invoke-RestMethod "$($sandbox.Page)sandbox/refusals" -Method Put -Body (ConvertTo-Json $refused) -ContentType application/json
}

$sandbox = Start-ContactsSandbox
$sandbox | Connect-ContactsAccount -NoVerify
Set-Fault
$import = @{
    Path = $file; ListName = 'VIP'; BatchSize = 50; JournalPath = $journal; RejectedPath = $rejects; MaximumRetryCount = 8
    RetryIntervalSec = 0.001; ErrorAction = 'Ignore'; WarningAction = 'Ignore'
}
$runs = 0
$unaccounted = 0
$measures = [Collections.Generic.List[object]]::new()
$watch = [Diagnostics.Stopwatch]::StartNew()
$next = 0
try {
    while ($watch.Elapsed.TotalMinutes -lt $Minutes) {
        Remove-Item $journal, $rejects -ErrorAction Ignore
        if ($runs % 4 -eq 3) {
            $null = Import-Contact @import -PassThru | Select-Object -First ($Rows / 2)
        }

        $summary = Import-Contact @import
        $accounted = $summary.Accepted + $summary.Rejected + $summary.NotSent
        if ($summary.Read -ne $Rows -or $accounted -ne $Rows -or ($summary.NotSent -eq 0 -and $summary.Rejected -ne $rejected)) {
            $unaccounted++
            Write-Warning "Run $($runs): $summary"
        }

        $runs++
        if ($runs % 50 -eq 0) {
            # The sandbox keeps every request. Its memory is not what is measured.
            Reset-ContactsSandbox -Confirm:$false
            Set-Fault
        }

        if ($watch.Elapsed.TotalSeconds -ge $next) {
            $measures.Add((Measure-Process))
            $m = $measures[-1]
            "$($m.Seconds) s, $($m.Runs) runs: $($m.WorkingMB) MB, $($m.ManagedMB) MB managed, $($m.Handles) handles, $($m.Threads) threads"
            $next = $watch.Elapsed.TotalSeconds + $IntervalSec
        }
    }
}
finally {
    Stop-ContactsSandbox
    Remove-Item $folder -Recurse -Force
}

$measures.Add((Measure-Process))
$tenth = [Math]::Max(1, [int] ($measures.Count / 10))

# The first measure is left out. The runtime compiles for some minutes, so the second half tells more than the first.
$parts = [ordered]@{
    first  = $measures | Select-Object -Skip 1 -First $tenth
    middle = $measures | Select-Object -Skip ([int] ($measures.Count / 2)) -First $tenth
    last   = $measures | Select-Object -Last $tenth
}
foreach ($curve in 'WorkingMB', 'ManagedMB', 'CommittedMB', 'Handles', 'Threads') {
    "$curve " + ($parts.Keys.ForEach({ "$_ $([int] ($parts[$_].$curve | Measure-Object -Average).Average)" }) -join ', ')
}

"$runs runs, $($runs * $Rows) contacts, $unaccounted runs with contacts unaccounted for, $([int] $watch.Elapsed.TotalSeconds) s"
exit [int] ($unaccounted -gt 0)
