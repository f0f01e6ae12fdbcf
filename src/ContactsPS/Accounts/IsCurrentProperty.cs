using System.Management.Automation;
using System.Management.Automation.Runspaces;
using ContactsPS.Client;

namespace ContactsPS.Accounts;

/// <summary>
/// The property IsCurrent of the accounts that cmdlets write: whether cmdlets use the account by default. The client
/// library knows no runspace, so the property is added here. It is computed when it is read.
/// </summary>
internal static class IsCurrentProperty
{
    private const string Name = "IsCurrent";

    /// <summary>Adds the property to an account. PowerShell keeps it with the object.</summary>
    public static void AddTo(ContactsAccount account)
    {
        PSMemberInfoCollection<PSPropertyInfo> properties = PSObject.AsPSObject(account).Properties;
        if (properties[Name] is null)
        {
            properties.Add(new PSCodeProperty(Name, typeof(IsCurrentProperty).GetMethod(nameof(Get))));
        }
    }

    /// <summary>Whether an account is the current one of the runspace of this thread.</summary>
    public static bool Get(PSObject account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Runspace.DefaultRunspace is not null && ReferenceEquals(RunspaceState.Current.CurrentAccount, account.BaseObject);
    }
}
