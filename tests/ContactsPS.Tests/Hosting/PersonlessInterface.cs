using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using System.Security;

namespace ContactsPS.Tests.Hosting;

/// <summary>An interface without a person: nobody can type an answer.</summary>
public abstract class PersonlessInterface : PSHostUserInterface
{
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new HostException(message);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new HostException(message);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        throw new HostException(message);

    public override string ReadLine() => throw new NotSupportedException();

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();
}
