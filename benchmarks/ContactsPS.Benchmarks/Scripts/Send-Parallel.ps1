param([string] $Path, [uri] $Endpoint)

$headers = @{ 'api-login' = 'benchmark@example.com'; 'api-key' = 'k' }
Import-Csv $Path | ForEach-Object -ThrottleLimit 4 -Parallel {
    $body = @{ list_name = 'VIP'; contacts = @($_) } | ConvertTo-Json
    Invoke-RestMethod -Method Post -Uri "${using:Endpoint}contact/create" -Headers $using:headers -ContentType 'application/json' -Body $body
}
