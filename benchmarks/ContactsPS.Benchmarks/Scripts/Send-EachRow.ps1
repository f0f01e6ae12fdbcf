param([string] $Path, [uri] $Endpoint)

$headers = @{ 'api-login' = 'benchmark@example.com'; 'api-key' = 'k' }
Import-Csv $Path | ForEach-Object {
    $body = @{ list_name = 'VIP'; contacts = @($_) } | ConvertTo-Json
    Invoke-RestMethod -Method Post -Uri "${Endpoint}contact/create" -Headers $headers -ContentType 'application/json' -Body $body
}
