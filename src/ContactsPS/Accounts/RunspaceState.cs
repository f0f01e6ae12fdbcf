using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Sandboxes;

namespace ContactsPS.Accounts;

/// <summary>
/// The state that the module keeps between cmdlets. Each runspace has its own state, because one process may serve
/// several tenants. The state is freed with its runspace.
/// </summary>
internal sealed class RunspaceState
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceState> s_states = [];

    private readonly Dictionary<string, ContactsAccount> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ContactsSandbox> _sandboxes = [];

    /// <summary>The state of the runspace of this thread.</summary>
    public static RunspaceState Current => s_states.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>The accounts that are connected.</summary>
    public IEnumerable<ContactsAccount> Accounts => _accounts.Values;

    /// <summary>
    /// The account that cmdlets use by default: the one that was connected last. Null when there is none.
    /// </summary>
    public ContactsAccount? CurrentAccount { get; private set; }

    /// <summary>The sandboxes that this runspace started and did not stop. The newest is last.</summary>
    public IReadOnlyList<ContactsSandbox> Sandboxes => _sandboxes;

    /// <summary>Adds an account and makes it the current one. An account with the same name is replaced.</summary>
    public void Connect(ContactsAccount account)
    {
        IsCurrentProperty.AddTo(account);
        _accounts[account.Name] = account;
        CurrentAccount = account;
    }

    /// <summary>
    /// Removes an account. If it was the current one, there is no current account until the next one is connected.
    /// </summary>
    public void Disconnect(ContactsAccount account)
    {
        _accounts.Remove(account.Name);
        if (ReferenceEquals(CurrentAccount, account))
        {
            CurrentAccount = null;
        }
    }

    /// <summary>Finds an account by its name. Null when there is none.</summary>
    public ContactsAccount? Find(string name) => _accounts.GetValueOrDefault(name);

    public void Add(ContactsSandbox sandbox) => _sandboxes.Add(sandbox);

    public void Remove(ContactsSandbox sandbox) => _sandboxes.Remove(sandbox);
}
