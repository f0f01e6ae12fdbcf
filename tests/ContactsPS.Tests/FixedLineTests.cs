namespace ContactsPS.Tests;

/// <summary>Numbers of fixed lines, which can't receive text messages.</summary>
public sealed class FixedLineTests(ShellFixture fixture) : IClassFixture<ShellFixture>
{
    /// <summary>A mobile, two fixed lines of which one is there twice, a toll-free number, and one of North America.</summary>
    private const string Numbers = "'0639981101', '0142685300', '+49 30 2312507', '0142685300', '0800123456', '+12015550123'";

    private readonly ModuleShell _shell = fixture.Shell;

    [Theory]
    [InlineData("", 3)]
    [InlineData("-SkipDuplicate", 2)]
    public void Fixed_lines_are_sent_and_a_warning_has_their_number(string options, int count)
    {
        ShellResult result = _shell.Run($"{Numbers} | Add-Contact -DefaultRegion FR -WhatIf {options}");

        Assert.Empty(result.Errors);
        Assert.Equal($"{count} of the phone numbers are those of fixed lines, which can't receive text messages. -MobileOnly rejects such numbers.", Assert.Single(result.Warnings));
    }

    [Fact]
    public void MobileOnly_rejects_fixed_lines_and_services()
    {
        ShellResult result = _shell.Run($"{Numbers} | Add-Contact -DefaultRegion FR -MobileOnly -WhatIf");

        Assert.Equal(new Summary(6, 0, 4, 0, 2, 0, 0), result.Summary());
        Assert.All(result.ErrorIds(), id => Assert.Equal("PhoneNumberNotMobile", id));
        Assert.Equal(["0142685300", "+49 30 2312507", "0142685300", "0800123456"], result.Errors.Select(error => error.TargetObject));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Fixed_lines_of_a_file_are_counted_and_rejected()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("some.csv", "phone_number\n0639981101\n0142685300\n01 42 68 53 01\n");

        ShellResult sent = _shell.Run($"Import-Contact '{file}' -DefaultRegion FR -WhatIf");
        ShellResult rejected = _shell.Run($"Import-Contact '{file}' -DefaultRegion FR -MobileOnly -WhatIf");

        Assert.StartsWith("2 of the phone numbers are", Assert.Single(sent.Warnings), StringComparison.Ordinal);
        Assert.Equal(new Summary(3, 0, 2, 0, 1, 0, 0), rejected.Summary());
        Assert.Equal("Line 3: '0142685300' is not the number of a mobile: it is one of a fixed line, or of a service such as toll-free numbers. Without -MobileOnly, it is sent.", rejected.Errors[0].Exception.Message);
    }

    [Fact]
    public void A_removal_has_no_such_warning()
    {
        Assert.Empty(_shell.Run("'+33142685300' | Remove-Contact -WhatIf").Warnings);
    }

    [Fact]
    public void Numbers_that_are_not_checked_are_not_known_to_be_mobiles()
    {
        _shell.Run("'+33142685300' | Add-Contact -SkipPhoneValidation -MobileOnly -WhatIf").ThrewId("ParameterConflict");
        Assert.Empty(_shell.Run("'+33142685300' | Add-Contact -SkipPhoneValidation -WhatIf").Warnings);
    }
}
