BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"
    $many = Join-Path $TestDrive 'many.csv'
    $writer = [IO.StreamWriter]::new($many)
    $writer.WriteLine('Prénom,Nom,Mobile,Ville')
    foreach ($i in 1..100000) { $writer.WriteLine("Zoé,Noël $i,+336$(10000000 + $i),Besançon") }
    $writer.Close()
}

Describe 'A hundred thousand rows' {
    AfterEach {
        Stop-ContactsSandbox
    }

    It 'all arrive through the pipeline in 500 requests' {
        $sandbox = Start-TestSandbox
        $summary = Import-Csv $many | Add-Contact -ListName VIP

        $summary.Read | Should -Be 100000
        $summary.Accepted | Should -Be 100000
        $summary.Requests | Should -Be 500
        $summary.Retries | Should -Be 0
        (Invoke-RestMethod ([uri]::new($sandbox.Endpoint, '/sandbox/contacts/count?list_name=VIP'))).count | Should -Be 100000
        $requests = Get-SandboxRequest
        $requests.Count | Should -Be 500
        ($requests | Measure-Object Contacts -Sum).Sum | Should -Be 100000
    }

    It 'all arrive although one request in five fails, and the retries are counted' {
        $sandbox = Start-TestSandbox @{ FailureRate = 0.2 }
        Set-TestSandbox $sandbox settings @{ retry_after_seconds = 0 }
        $summary = Import-Csv $many | Add-Contact -ListName VIP -RetryIntervalSec 0.05 -ErrorVariable errors

        $errors | Should -BeNullOrEmpty
        $summary.Accepted | Should -Be 100000
        (Invoke-RestMethod ([uri]::new($sandbox.Endpoint, '/sandbox/contacts/count?list_name=VIP'))).count | Should -Be 100000
        $failed = Get-SandboxRequest | Where-Object Failure
        $failed.Count | Should -BeGreaterThan 100
        $summary.Retries | Should -Be $failed.Count
        $failed.Failure | Sort-Object -Unique | Should -Be 'dropped', 'server_error', 'too_many_requests'
        $summary.Requests | Should -Be (500 + $failed.Count)
    }
}

Describe 'Endless input' {
    It 'ends when a later command needs no more' {
        $endless = [Linq.Enumerable]::Repeat([object] '+33612345678', [int]::MaxValue)

        $requests = $endless | ConvertTo-ContactRequest -BatchSize 2 | Select-Object -First 3

        $requests.Count | Should -Be 3
    }
}
