namespace ContactsPS.Tests;

/// <summary>Get-ContactsBalance and Get-ContactsCredit.</summary>
public sealed class WalletTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;

    [Fact]
    public void The_balance_is_an_amount_in_euros()
    {
        ShellResult result = _shell.Run("Get-ContactsBalance -Verbose");

        PSObject balance = result.OneObject();
        Assert.Equal((12.54m, "euros"), (balance.Value<decimal>("Amount"), balance.Value<string>("Unit")));
        Assert.Empty(balance.Value<System.Collections.IEnumerable>("Packs"));
        Assert.StartsWith("GET wallet/check-balance: 200, ", Assert.Single(result.Verbose), StringComparison.Ordinal);
    }

    [Fact]
    public void WithDetails_reads_the_packs()
    {
        PSObject[] packs = [.. _shell.Run("(Get-ContactsBalance -WithDetails).Packs").Output];

        Assert.Equal([2.54m, 10m], packs.Select(pack => pack.Value<decimal>("Credit")));
        Assert.Equal("bacf3d83-1524-13eb-a5e2-0242af120002", packs[0].Value<string>("WalletPackId"));
        Assert.Equal(new DateTimeOffset(2030, 10, 23, 13, 41, 46, TimeSpan.FromHours(2)), packs[1].Value<DateTimeOffset>("ExpirationDate"));
        Assert.Equal(TimeSpan.FromHours(2), packs[1].Value<DateTimeOffset>("ExpirationDate").Offset);
    }

    [Theory]
    [InlineData("fr", "sms_premium", 250)]
    [InlineData("BE", "HLR", 1254)]
    public void A_country_and_a_product_give_the_number_of_the_product(string country, string product, int amount)
    {
        PSObject balance = _shell.Run($"Get-ContactsBalance -CountryCode {country} -ProductName {product}").OneObject();

        Assert.Equal((amount, product.ToLowerInvariant()), (balance.Value<decimal>("Amount"), balance.Value<string>("Unit")));
    }

    [Theory]
    [InlineData("-CountryCode FR")]
    [InlineData("-ProductName hlr")]
    [InlineData("-CountryCode FRA -ProductName hlr")]
    [InlineData("-CountryCode FR -ProductName mms")]
    public void A_country_and_a_product_are_given_together(string parameters)
    {
        Assert.NotNull(_shell.Run($"Get-ContactsBalance {parameters}").Thrown);
    }

    [Theory]
    [InlineData("Get-ContactsCredit FR, UK")]
    [InlineData("Get-ContactsBalance -CountryCode uk -ProductName hlr")]
    public void A_text_that_is_no_country_is_refused_with_the_country_that_may_be_meant(string command)
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Of(200, "{}"));
        using var shell = new ModuleShell();
        shell.Connect(server);

        ErrorRecord error = shell.Run(command).ThrewId("ParameterArgumentValidationError");

        Assert.Contains("is not the two-letter code of a country. Did you mean GB?", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Get-ContactsCredit FR, be, FR")]
    [InlineData("'FR', 'BE' | Get-ContactsCredit")]
    [InlineData("[pscustomobject]@{ CountryCode = 'FR' }, [pscustomobject]@{ CountryCode = 'BE' } | Get-ContactsCredit")]
    public void Each_country_is_one_object_of_one_request(string script)
    {
        ShellResult result = _shell.Run($"{script} -Verbose");

        Assert.Empty(result.Errors);
        Assert.Equal(["FR", "BE"], result.Output.Select(credit => credit.Value<string>("CountryCode")));
        Assert.All(result.Output, credit => Assert.Equal(
            (250m, 418m, 125m, 1254m),
            (credit.Value<decimal>("PremiumSms"), credit.Value<decimal>("LowCostSms"), credit.Value<decimal>("VocalSms"), credit.Value<decimal>("Hlr"))));
        Assert.StartsWith("GET wallet/check-credits: 200, ", Assert.Single(result.Verbose), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("<html>Log in</html>")]
    public void An_answer_that_is_not_the_services_is_refused(string body)
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Of(200, body));
        using var shell = new ModuleShell();
        shell.Connect(server);

        ShellResult result = shell.Run("Get-ContactsBalance");

        result.ThrewId("RequestRejected");
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("", "[]")]
    [InlineData("", """{"amount": "12.54", "unit": "euros"}""")]
    [InlineData("", """{"amount": 12.54}""")]
    [InlineData("", """{"amount": 1e400, "unit": "euros"}""")]
    [InlineData("-CountryCode FR -ProductName hlr", """{"amount": 12.54, "unit": "euros"}""")]
    [InlineData("-WithDetails", """{"amount": 12.54, "unit": "euros"}""")]
    [InlineData("-WithDetails", """{"amount": 1, "unit": "euros", "wallet_packs": [{"wallet_pack_id": "a", "credit": 1, "expiration_date": "2030-10-23 13:41"}]}""")]
    [InlineData("-WithDetails", """{"amount": 1, "unit": "euros", "wallet_packs": [{"wallet_pack_id": "a", "credit": 1}]}""")]
    [InlineData("-WithDetails", """{"amount": 1, "unit": "euros", "wallet_packs": [7]}""")]
    public void An_answer_that_differs_from_the_documented_one_is_an_error_and_no_zero(string parameters, string body)
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Of(200, body));
        using var shell = new ModuleShell();
        shell.Connect(server);

        ShellResult result = shell.Run($"Get-ContactsBalance {parameters}");

        Assert.Contains("wallet/check-balance", result.ThrewId("AnswerInvalid").Exception.Message, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_country_that_the_answer_lacks_is_an_error_and_the_others_are_written()
    {
        const string Credit = """{"premium_sms": 10, "vocal_sms": 0, "low_cost_sms": 21, "hlr": 87}""";
        using var server = new ScriptedServer(_ => ScriptedAnswer.Of(200, $$"""{"FR": {{Credit}}, "BE": {"premium_sms": 10}, "DE": null}"""));
        using var shell = new ModuleShell();
        shell.Connect(server);

        ShellResult result = shell.Run("Get-ContactsCredit FR, BE, DE, ES");

        Assert.Equal("FR", Assert.Single(result.Output).Value<string>("CountryCode"));
        Assert.Equal(["BE", "DE", "ES"], result.Errors.Select(error => error.TargetObject));
        Assert.All(result.ErrorIds(), id => Assert.Equal("AnswerInvalid", id));
        Assert.Contains("country_codes[]=FR&country_codes[]=BE", Uri.UnescapeDataString(Assert.Single(server.Requests).Head), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ContactsBalance")]
    [InlineData("Get-ContactsCredit FR")]
    public void A_failure_is_retried_and_then_reported(string command)
    {
        using var server = new ScriptedServer(request => ScriptedAnswer.Error(request.Number == 1 ? 500 : 401, 101, "x"));
        using var shell = new ModuleShell();
        shell.Connect(server);

        shell.Run($"{command} -RetryIntervalSec 0").ThrewId("AuthenticationFailed");

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public void The_table_is_the_same_in_each_culture()
    {
        ShellResult result = _shell.Run(
            "[cultureinfo]::CurrentCulture = 'fr-FR'; (Get-ContactsBalance -WithDetails), (Get-ContactsCredit FR) | ForEach-Object { $_ | Out-String -Width 80 }");

        Assert.Matches(@"12\.54 +euros +2\.54 until 2030-06-30; 10(\.00)? until 2030-10-23", $"{result.Output[0]}");
        Assert.Matches(@"FR +250 +418 +125 +1254", $"{result.Output[1]}");
    }
}
