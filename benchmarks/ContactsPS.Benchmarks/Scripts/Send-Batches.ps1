param([string] $Path, [uri] $Endpoint)

$headers = @{ 'api-login' = 'benchmark@example.com'; 'api-key' = 'k' }
$batch = [System.Collections.Generic.List[object]]::new()

function Send-Batch {
    $body = @{ list_name = 'VIP'; contacts = $batch } | ConvertTo-Json -Depth 3 -Compress
    Invoke-RestMethod -Method Post -Uri "${Endpoint}contact/create" -Headers $headers -ContentType 'application/json' -Body $body
    $batch.Clear()
}

Import-Csv $Path | ForEach-Object {
    $batch.Add($_)
    if ($batch.Count -eq 200) {
        Send-Batch
    }
}

if ($batch.Count -gt 0) {
    Send-Batch
}
