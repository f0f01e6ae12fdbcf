BeforeAll {
    . "$PSScriptRoot/Helpers.ps1"

    # Makes an assembly of version 1.0.0.0 with a type whose method returns 'other' and the name.
    function New-OtherAssembly([string] $Name) {
        $identity = [Reflection.AssemblyName]::new($Name)
        $identity.Version = '1.0.0.0'
        $assembly = [Reflection.Emit.PersistedAssemblyBuilder]::new($identity, [object].Assembly)
        $type = $assembly.DefineDynamicModule($Name).DefineType('Other.Marker', 'Public')
        $body = $type.DefineMethod('Tell', 'Public, Static', [string], @()).GetILGenerator()
        $body.Emit([Reflection.Emit.OpCodes]::Ldstr, "other $Name")
        $body.Emit([Reflection.Emit.OpCodes]::Ret)
        $null = $type.CreateType()
        $path = Join-Path $TestDrive "$Name.dll"
        $assembly.Save($path)
        $path
    }
}

Describe 'The module' {
    It 'works beside other versions of its dependencies' {
        $names = (Get-ChildItem "$moduleBin/dependencies/*.dll").BaseName.Where({ $_ -ne 'ContactsPS.Client' })
        $names.Count | Should -BeGreaterOrEqual 3
        $load = "`$others = " + ($names.ForEach({ "[Reflection.Assembly]::LoadFrom('$(New-OtherAssembly $_)')" }) -join ', ')

        $said = Invoke-Shell @"
            $load
            Import-Module '$manifest'
            `$sandbox = Start-ContactsSandbox -FailureRate 0.4
            `$sandbox | Connect-ContactsAccount -NoVerify
            (Import-Contact '$sample' -DefaultRegion FR -RetryIntervalSec 0.01 -ErrorAction SilentlyContinue).Accepted
            `$others.ForEach({ `$_.GetType('Other.Marker').GetMethod('Tell').Invoke(`$null, @()) })
"@
        $said | Should -Be (@('993') + $names.ForEach({ "other $_" }))
    }

    It 'names the license of each file of another project' {
        $others = (Get-ChildItem $moduleBin -Recurse -File -Include *.dll, *.so, *.dylib).Where({ $_.Name -notlike 'ContactsPS*' })
        $others.Count | Should -BeGreaterOrEqual 10
        $notices = Get-Content (Join-Path (Split-Path $manifest) THIRD-PARTY-NOTICES.txt) -Raw

        $others.Name | Where-Object { -not $notices.Contains($_) } | Should -BeNullOrEmpty
    }

    It 'loads no network assembly and no dependency when it is imported' {
        $loaded = Invoke-Shell @"
            `$before = [AppDomain]::CurrentDomain.GetAssemblies().ForEach({ `$_.GetName().Name })
            Import-Module '$manifest'
            [AppDomain]::CurrentDomain.GetAssemblies().ForEach({ `$_.GetName().Name }) | Where-Object { `$_ -notin `$before }
"@
        $loaded | Should -Contain 'ContactsPS'
        $loaded | Where-Object { $_ -like 'System.Net.*' -or $_ -in 'PhoneNumbers', 'Polly.Core', 'ExcelDataReader' } | Should -BeNullOrEmpty
    }

    It 'can be removed and imported again' {
        $said = Invoke-Shell @"
            Import-Module '$manifest'
            Remove-Module ContactsPS
            @(Get-Module ContactsPS).Count
            Import-Module '$manifest'
            '+33612345678' | ConvertTo-ContactRequest
            Import-Module '$manifest' -Force
            '+33612345678' | ConvertTo-ContactRequest
"@
        $said | Should -Be '0', '{"contacts":[{"phone_number":"+33612345678"}]}', '{"contacts":[{"phone_number":"+33612345678"}]}'
    }
}
