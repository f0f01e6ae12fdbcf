using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;
using ContactsPS.Input;

namespace ContactsPS.Commands;

/// <summary>Reads how many messages of each product the balance of the account buys, for each country.</summary>
[Cmdlet(VerbsCommon.Get, "ContactsCredit")]
[OutputType(typeof(WalletCredit))]
public sealed class GetContactsCreditCommand : ServiceCallCmdlet
{
    private const string Action = "Read the credit";

    private readonly List<string> _countries = [];

    /// <summary>The countries: two letters each, such as FR.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateCountry]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] CountryCode { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => _countries.AddRange(CountryCode.Select(code => code.ToUpperInvariant()));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        string[] countries = [.. _countries.Distinct(StringComparer.Ordinal)];
        if (countries.Length == 0)
        {
            return;
        }

        ServiceAnswer answer = Call(ServiceRequest.CheckCredits(countries));
        if (FindError(answer, Action) is { } error)
        {
            this.Fail(error, CurrentAccount);
        }

        foreach (string country in countries)
        {
            Write(answer, country);
        }
    }

    private void Write(ServiceAnswer answer, string country)
    {
        try
        {
            WriteObject(WalletCredit.Parse(answer, country));
        }
        catch (ContactsException error)
        {
            WriteError(ErrorRecords.From(error, country));
        }
    }
}
