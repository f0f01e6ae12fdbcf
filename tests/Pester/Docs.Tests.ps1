BeforeDiscovery {
    $root = "$PSScriptRoot/../.."
    $cmdlets = (Import-PowerShellDataFile "$root/ContactsPS.psd1").CmdletsToExport.ForEach({ @{ Name = $_ } })
    $pages = @('README.md') + (Get-ChildItem "$root/docs/*.md").ForEach({ "docs/$($_.Name)" })
    $pages = $pages.ForEach({ @{ Page = $_ } })
    $topics = (Get-ChildItem "$root/docs/about_*.md").ForEach({ @{ Topic = $_.BaseName } })
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
        [regex]::Matches((Get-Section $Name 'NOTES'), '`([A-Z][A-Za-z]+)`').ForEach({ $_.Groups[1].Value })
    }

    # The facts of a parameter, in the form of the yaml blocks of a page, without its default: a text for each combination
    # of facts.
    function Get-ParameterFact($Command, $Parameter) {
        $type = [Nullable]::GetUnderlyingType($Parameter.ParameterType) ?? $Parameter.ParameterType
        $wildcards = [bool] $Parameter.Attributes.Where({ $_ -is [Management.Automation.SupportsWildcardsAttribute] })
        $sets = $Command.ParameterSets.Name.Where({ $Parameter.ParameterSets.ContainsKey($_) })
        if ($Parameter.ParameterSets.ContainsKey('__AllParameterSets')) {
            $sets = @('__AllParameterSets')
        }

        $sets | Group-Object {
            $in = $Parameter.ParameterSets[$_]
            $pipeline = @(if ($in.ValueFromPipeline) { 'ByValue' }; if ($in.ValueFromPipelineByPropertyName) { 'ByPropertyName' }) -join ', '
            @(
                "Required: $($in.IsMandatory)"
                "Position: $($in.Position -ge 0 ? $in.Position : 'Named')"
                "Accept pipeline input: $($pipeline ? "True ($pipeline)" : 'False')"
            ) -join "`n"
        } | ForEach-Object {
            @(
                "Type: $($type.Name)"
                "Parameter Sets: $($_.Group -join ', ')" -replace '__AllParameterSets', '(All)'
                "Aliases: $($Parameter.Aliases -join ', ')".TrimEnd()
                ''
                $_.Name
                "Accept wildcard characters: $wildcards"
                ''
            ) -join "`n"
        }
    }

    # The address of the repository.
    function Get-RepositoryUrl {
        ([xml] (Get-Content "$repository/Directory.Build.props" -Raw)).SelectSingleNode('//RepositoryUrl').InnerText
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
    BeforeAll {
        $command = Get-Command $Name
        $parameters = $command.Parameters.Values.Where({ $_.Name -notin [Management.Automation.Cmdlet]::CommonParameters })
    }

    It 'exists and has its sections in order' {
        "$repository/docs/$Name.md" | Should -Exist
        $lines = Get-Content "$repository/docs/$Name.md"
        $lines | Should -Contain "# $Name"
        $lines | Should -Contain "online version: $(Get-RepositoryUrl)/blob/main/docs/$Name.md"
        $lines.Where({ $_ -cmatch '^## ' }) | Should -BeExactly @(
            '## SYNOPSIS', '## SYNTAX', '## DESCRIPTION', '## EXAMPLES', '## PARAMETERS'
            '## INPUTS', '## OUTPUTS', '## NOTES', '## RELATED LINKS')
    }

    It 'has the parameters of the cmdlet, and no others' {
        $found = [regex]::Matches((Get-Section $Name 'PARAMETERS'), '(?m)^### -(\w+)$').ForEach({ $_.Groups[1].Value })

        ($found | Sort-Object) -join ', ' | Should -BeExactly (($parameters.Name | Sort-Object) -join ', ')
    }

    It 'has the facts of each parameter' {
        foreach ($parameter in $parameters) {
            $text = [regex]::Match((Get-Section $Name 'PARAMETERS'), "(?ms)^### -$($parameter.Name)\n(.*?)(?=^### |\z)").Groups[1].Value
            $blocks = [regex]::Matches($text, '(?ms)^```yaml\n(.*?)^```').ForEach({ $_.Groups[1].Value -replace '(?m)^Default value: .*\n' })

            $blocks | Should -BeExactly (Get-ParameterFact $command $parameter) -Because "-$($parameter.Name)"
        }
    }

    It 'has the syntax of Get-Command' {
        $shown = [regex]::Matches((Get-Section $Name 'SYNTAX'), '(?ms)^```\n(.*?)^```').ForEach({ Join-Blank $_.Groups[1].Value })

        $shown -join ' ' | Should -BeExactly (Join-Blank (Get-Command $Name -Syntax))
    }

    It 'names only error ids that the sources define' {
        Get-NamedError $Name | Where-Object { $_ -cnotin $known } | Should -BeNullOrEmpty
    }

    It 'is linked from the index' {
        Get-Content "$repository/docs/README.md" -Raw | Should -BeLike "*``[$Name``]($Name.md)*"
    }
}

Describe 'Get-Help <name>' -ForEach $cmdlets {
    BeforeAll {
        $help = Get-Help $Name -Full

        # The text of paragraphs.
        function Join-Paragraph($Paragraphs) {
            (@($Paragraphs).ForEach({ $_.Text }) -join "`n").Trim()
        }
    }

    It 'has all parts' {
        $help.Synopsis | Should -Match '^[A-Z].*\.$'
        Join-Paragraph $help.description | Should -Not -BeNullOrEmpty
        $help.examples.example.Count | Should -BeGreaterOrEqual 3
        $help.examples.example.ForEach({ $_.code }) | Should -Not -Contain ''
        $help.inputTypes.inputType.type.name | Should -Not -BeNullOrEmpty
        $help.returnValues.returnValue.type.name | Should -Not -BeNullOrEmpty
        Join-Paragraph $help.alertSet.alert | Should -Not -BeNullOrEmpty
        @($help.relatedLinks.navigationLink).Count | Should -BeGreaterThan 2
        Join-Blank ($help.syntax | Out-String -Width 4000) | Should -BeExactly (Join-Blank (Get-Command $Name -Syntax))
    }

    It 'shows the tables of its examples in columns' {
        $lines = (Get-Help $Name -Examples | Out-String -Width 200) -split '\r?\n'
        for ($i = 1; $i -lt $lines.Count; $i++) {
            if ($lines[$i] -match '^ *-+(?: +-+)+ *$') {
                # The first heading doesn't begin before the line below it.
                $heading = $lines[$i - 1]
                ($heading.Length - $heading.TrimStart().Length) | Should -BeGreaterOrEqual $lines[$i].IndexOf('-') -Because $heading
            }
        }
    }

    It 'describes each parameter, and gives its default' {
        $expected = (Get-Command $Name).Parameters.Keys.Where({ $_ -notin [Management.Automation.Cmdlet]::CommonParameters })
        $found = @(if ($expected) { Get-Help $Name -Parameter * })

        ($found.name | Sort-Object) -join ', ' | Should -BeExactly (($expected | Sort-Object) -join ', ')
        foreach ($parameter in $found) {
            Join-Paragraph $parameter.description | Should -Match '\w+ .*\w+.*\.' -Because "-$($parameter.name)"
            $parameter.defaultValue | Should -Not -BeNullOrEmpty -Because "-$($parameter.name)"
        }
    }

    It 'has the address of its page' {
        $address = "$(Get-RepositoryUrl)/blob/main/docs/$Name.md"

        $help.relatedLinks.navigationLink[0].uri | Should -BeExactly $address
        # The engine takes the address for -Online from the help file.
        $command = Get-Command $Name
        $command.HelpUri | Should -BeExactly $address
    }
}

Describe 'Get-Help -Online' {
    It 'opens the page' -Skip:(-not $IsLinux) {
        # The program that opens a browser on Linux.
        $opened = Join-Path $TestDrive 'opened'
        $program = Join-Path $TestDrive 'xdg-open'
        Set-Content $program "#!/bin/sh`necho `"`$1`" > '$opened.part' && mv '$opened.part' '$opened'"
        chmod +x $program
        $path = $env:PATH
        try {
            $env:PATH = "$TestDrive`:$path"
            Get-Help Import-Contact -Online
        }
        finally {
            $env:PATH = $path
        }

        for ($i = 0; $i -lt 600 -and -not (Test-Path $opened); $i++) {
            Start-Sleep -Milliseconds 50
        }

        Get-Content $opened | Should -BeExactly "$(Get-RepositoryUrl)/blob/main/docs/Import-Contact.md"
    }
}

Describe 'Get-Help <topic>' -ForEach $topics {
    It 'shows the topic' {
        $text = Get-Help $Topic

        $text | Should -BeLike "TOPIC*$Topic*SHORT DESCRIPTION*LONG DESCRIPTION*"
        ($text -split "`n").Where({ $_.Length -gt 80 -and $_ -notmatch 'https?://' }) | Should -BeNullOrEmpty
        (Get-Help $Topic*).Synopsis | Should -Not -BeNullOrEmpty
    }
}

Describe 'The error ids of the sources' {
    It 'are all documented' {
        $known.Count | Should -BeGreaterThan 0
        $named = (Import-PowerShellDataFile $manifest).CmdletsToExport.ForEach({ Get-NamedError $_ })
        $known | Where-Object { $_ -cnotin $named } | Should -BeNullOrEmpty
    }

    It 'are all in about_ContactsPS_Errors' {
        $text = Get-Help about_ContactsPS_Errors
        $known | Where-Object { $text -cnotmatch "\b$_\b" } | Should -BeNullOrEmpty
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
