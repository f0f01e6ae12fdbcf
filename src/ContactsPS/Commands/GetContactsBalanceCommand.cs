using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;
using ContactsPS.Input;

namespace ContactsPS.Commands;

/// <summary>
/// Reads the balance of the account: an amount in euros, or how many of a product it buys in a country.
/// </summary>
[Cmdlet(VerbsCommon.Get, "ContactsBalance", DefaultParameterSetName = AmountSet)]
[OutputType(typeof(WalletBalance))]
public sealed class GetContactsBalanceCommand : ServiceCallCmdlet
{
    private const string AmountSet = "Amount";
    private const string ProductSet = "Product";
    private const string Action = "Read the balance";

    /// <summary>The country: two letters, such as FR. It requires -ProductName.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProductSet)]
    [ValidateCountry]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? CountryCode { get; set; }

    /// <summary>The product that the balance is counted in. It requires -CountryCode.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProductSet)]
    [ValidateSet("sms_low_cost", "sms_premium", "vocal_sms", "hlr")]
    public string? ProductName { get; set; }

    /// <summary>Also read the packs of credit, with their expiration dates. Default: off.</summary>
    [Parameter]
    public SwitchParameter WithDetails { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string? product = ProductName?.ToLowerInvariant();
        ServiceAnswer answer = Call(ServiceRequest.CheckBalance(WithDetails, CountryCode?.ToUpperInvariant(), product));
        if (FindError(answer, Action) is { } error)
        {
            this.Fail(error, CurrentAccount);
        }

        try
        {
            WriteObject(WalletBalance.Parse(answer, WithDetails, product));
        }
        catch (ContactsException unreadable)
        {
            this.Fail(unreadable, CurrentAccount);
        }
    }
}
