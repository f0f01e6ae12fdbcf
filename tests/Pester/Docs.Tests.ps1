BeforeDiscovery {
    $root = "$PSScriptRoot/../.."
    $cmdlets = (Import-PowerShellDataFile "$root/ContactsPS.psd1").CmdletsToExport.ForEach({ @{ Name = $_ } })
    $pages = @('README.md') + (Get-ChildItem "$root/docs/*.md").ForEach({ "docs/$($_.Name)" })
    $pages = $pages.ForEach({ @{ Page = $_ } })
}

BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"

    # The text of a section of the page of a cmdlet, without its heading. Empty if there is no such section.
    function Get-Section([string] $Name, [string] $Heading) {
        $text = (Get-Content "$repository/docs/$Name.md" -Raw) -replace "`r", ''
        [regex]::Match($text, "(?ms)^## $Heading\n(.*?)(?=^## |\z)").Groups[1].Value
    }

    # Replaces each run of white space by one blank.
    function Join-Blank([string] $Text) {
        ($Text -replace '\s+', ' ').Trim()
    }

    # The error ids that the sources define.
    $known = 'ContactsPS.Client/ErrorIds.cs', 'ContactsPS/Errors/ModuleErrorIds.cs' |
        ForEach-Object { Select-String -Path "$repository/src/$_" -Pattern 'public const string (\w+) =' } |
        ForEach-Object { $_.Matches[0].Groups[1].Value }

    # The error ids that the page of a cmdlet names.
    function Get-NamedError([string] $Name) {
        [regex]::Matches((Get-Section $Name 'Errors'), '`([A-Z][A-Za-z]+)`').ForEach({ $_.Groups[1].Value })
    }

    # The anchor that GitHub makes for a heading.
    function ConvertTo-Anchor([string] $Heading) {
        $Heading.ToLowerInvariant() -replace '[^\p{L}\p{N}\- _]', '' -replace ' ', '-'
    }

    # The anchors of the headings of a page.
    function Get-Anchor([string] $Path) {
        $text = (Get-Content $Path -Raw) -replace '(?ms)^```.*?^```', ''
        [regex]::Matches($text, '(?m)^#+ +(.+?)\s*$').ForEach({ ConvertTo-Anchor $_.Groups[1].Value })
    }
}

Describe 'docs/<name>.md' -ForEach $cmdlets {
    It 'exists and has its sections in order' {
        "$repository/docs/$Name.md" | Should -Exist
        $lines = Get-Content "$repository/docs/$Name.md"
        $lines[0] | Should -BeExactly "# $Name"
        $lines.Where({ $_ -cmatch '^## ' }) | Should -BeExactly @(
            '## Synopsis', '## Syntax', '## Description', '## Examples', '## Parameters'
            '## Inputs', '## Outputs', '## Errors', '## See also')
    }

    It 'has the parameters of the cmdlet, and no others' {
        $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
        $expected = (Get-Command $Name).Parameters.Keys.Where({ $_ -notin $common })
        $found = [regex]::Matches((Get-Section $Name 'Parameters'), '(?m)^### -(\w+)$').ForEach({ $_.Groups[1].Value })

        ($found | Sort-Object) -join ', ' | Should -BeExactly (($expected | Sort-Object) -join ', ')
    }

    It 'has the type of each parameter' {
        foreach ($text in (Get-Section $Name 'Parameters') -split '(?m)^### ' -match '^-') {
            $parameter = (Get-Command $Name).Parameters[[regex]::Match($text, '^-(\w+)').Groups[1].Value]
            $type = [Nullable]::GetUnderlyingType($parameter.ParameterType) ?? $parameter.ParameterType
            $shown = [regex]::Match($text, '(?m)^Type: `([^`]+)`').Groups[1].Value
            $shown | Should -BeIn ([Microsoft.PowerShell.ToStringCodeMethods]::Type($type), $type.Name) -Because $parameter.Name
        }
    }

    It 'has the syntax of Get-Command' {
        $shown = [regex]::Match((Get-Section $Name 'Syntax'), '(?ms)^```\w*\n(.*?)^```').Groups[1].Value

        Join-Blank $shown | Should -BeExactly (Join-Blank (Get-Command $Name -Syntax))
    }

    It 'has from 2 to 5 examples' {
        $count = [regex]::Matches((Get-Section $Name 'Examples'), '(?m)^### Example \d: ').Count

        $count | Should -BeGreaterOrEqual 2
        $count | Should -BeLessOrEqual 5
    }

    It 'names only error ids that the sources define' {
        Get-NamedError $Name | Where-Object { $_ -cnotin $known } | Should -BeNullOrEmpty
    }

    It 'is linked from the index' {
        Get-Content "$repository/docs/README.md" -Raw | Should -BeLike "*``[$Name``]($Name.md)*"
    }
}

Describe 'The error ids of the sources' {
    It 'are all documented' {
        $known.Count | Should -BeGreaterThan 0
        $named = (Import-PowerShellDataFile $manifest).CmdletsToExport.ForEach({ Get-NamedError $_ })
        $known | Where-Object { $_ -cnotin $named } | Should -BeNullOrEmpty
    }
}

Describe 'The links of <page>' -ForEach $pages {
    It 'have targets that exist' {
        $file = Join-Path $repository $Page
        $text = (Get-Content $file -Raw) -replace '(?ms)^```.*?^```', ''
        $links = [regex]::Matches($text, '\]\(([^)\s]+)\)').ForEach({ $_.Groups[1].Value }).Where({ $_ -notmatch '^[a-z]+:' })
        $broken = foreach ($link in $links) {
            $path, $anchor = $link -split '#', 2
            $target = $path ? (Join-Path (Split-Path $file) $path) : $file
            if (-not (Test-Path -LiteralPath $target) -or ($anchor -and $anchor -cnotin (Get-Anchor $target))) {
                $link
            }
        }
        $broken | Should -BeNullOrEmpty
    }
}
