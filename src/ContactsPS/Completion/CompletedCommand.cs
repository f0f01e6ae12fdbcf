using System.Collections;
using System.Management.Automation;
using ContactsPS.Accounts;
using ContactsPS.Client;
using ContactsPS.Sandboxes;

namespace ContactsPS.Completion;

/// <summary>What the command that is being completed already says.</summary>
/// <param name="bound">The parameters that the engine could bind without running anything.</param>
internal sealed class CompletedCommand(IDictionary? bound)
{
    /// <summary>The account that the command would use. Null when there is none.</summary>
    public ContactsAccount? Account => Given("Account") switch
    {
        ContactsAccount account => account,
        string name => RunspaceState.Current.Find(name),
        _ => RunspaceState.Current.CurrentAccount,
    };

    /// <summary>
    /// The sandbox that the command would use: the given one, or the one of its account if this session started it. Null
    /// when there is none.
    /// </summary>
    public ContactsSandbox? Sandbox
    {
        get
        {
            IEnumerable<ContactsSandbox> running = RunspaceState.Current.Sandboxes.Where(sandbox => sandbox.IsRunning);
            return Given("Sandbox") as ContactsSandbox
                ?? (Account is { } account ? running.FirstOrDefault(sandbox => sandbox.Endpoint == account.Endpoint) : running.LastOrDefault());
        }
    }

    /// <summary>The texts of a parameter. Empty when it is not given.</summary>
    public IEnumerable<string> Texts(string parameter) => Given(parameter) switch
    {
        string text => [text],
        IEnumerable values => values.Cast<object?>().Select(Unwrap).OfType<string>(),
        _ => [],
    };

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private object? Given(string parameter) => Unwrap(bound?[parameter]);
}
