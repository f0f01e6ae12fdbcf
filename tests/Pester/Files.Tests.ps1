BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"
    $null = Start-TestSandbox
    $folder = New-Item -ItemType Directory (Join-Path $TestDrive 'files')
    foreach ($i in 1..3) {
        [IO.File]::WriteAllText("$folder/[$i] l'été.csv", "Téléphone,Prénom`n+3361234567$i,Zoé $i`n")
    }
}

AfterAll {
    Stop-ContactsSandbox
}

Describe 'Import-Contact' {
    It 'imports the files of <name>' -ForEach @(
        @{ Name = 'Get-ChildItem'; Command = { Get-ChildItem $folder | Import-Contact -ListName $list }; Count = 3 }
        @{ Name = 'Get-Item'; Command = { Get-Item -LiteralPath "$folder/[1] l'été.csv" | Import-Contact -ListName $list }; Count = 1 }
        @{ Name = 'Where-Object'; Command = { Get-ChildItem $folder | Where-Object Name -NE "[2] l'été.csv" | Import-Contact -ListName $list }; Count = 2 }
        @{ Name = 'a wildcard'; Command = { Import-Contact "$folder/*.csv" -ListName $list }; Count = 3 }
        @{ Name = 'a PowerShell drive'; Command = { Import-Contact 'TestDrive:/files/*.csv' -ListName $list }; Count = 3 }
        @{ Name = 'the current location'; Command = { Push-Location $folder; try { Import-Contact *.csv -ListName $list } finally { Pop-Location } }; Count = 3 }
    ) {
        $list = [guid]::NewGuid().ToString('n').Substring(0, 20)
        $summary = . $Command

        $summary.Accepted | Should -Be $Count
        @(Get-SandboxContact -ListName $list).Count | Should -Be $Count
    }
}
