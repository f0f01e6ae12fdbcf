using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Sandboxes;

namespace ContactsPS.Accounts;

/// <summary>
/// What the module remembers from one cmdlet to the next. Each runspace has its own, because one process may serve
/// several tenants; it goes when the runspace goes.
/// </summary>
internal sealed class RunspaceState
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceState> s_states = [];

    private readonly Dictionary<string, ContactsAccount> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ContactsSandbox> _sandboxes = [];

    /// <summary>The state of the runspace this thread runs in.</summary>
    public static RunspaceState Current => s_states.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>The accounts that are connected.</summary>
    public IEnumerable<ContactsAccount> Accounts => _accounts.Values;

    /// <summary>The account that is used where none is named: the one that was connected last.</summary>
    public ContactsAccount? CurrentAccount { get; private set; }

    /// <summary>The sandboxes that were started here and not stopped here, the newest last.</summary>
    public IReadOnlyList<ContactsSandbox> Sandboxes => _sandboxes;

    /// <summary>Remembers an account, in place of one of the same name, and makes it the current one.</summary>
    public void Connect(ContactsAccount account)
    {
        _accounts[account.Name] = account;
        CurrentAccount = account;
    }

    /// <summary>Forgets an account. Where it was the current one, there is none until the next is connected.</summary>
    public void Disconnect(ContactsAccount account)
    {
        _accounts.Remove(account.Name);
        if (ReferenceEquals(CurrentAccount, account))
        {
            CurrentAccount = null;
        }
    }

    /// <summary>The account of a name; null where there is none.</summary>
    public ContactsAccount? Find(string name) => _accounts.GetValueOrDefault(name);

    public void Add(ContactsSandbox sandbox) => _sandboxes.Add(sandbox);

    public void Remove(ContactsSandbox sandbox) => _sandboxes.Remove(sandbox);
}
