using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;
using ContactsPS.Input;

namespace ContactsPS.Commands;

/// <summary>
/// A cmdlet that does the same with each of several lists. A list that the service refuses is an error, and the next list
/// follows. An error that concerns all lists ends the cmdlet.
/// </summary>
public abstract class ContactListCmdlet : ServiceCallCmdlet
{
    /// <summary>The names of the lists. Blanks at the ends are cut. At most 30 characters each.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ListName")]
    [ListNameTransformation]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ListNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // All names are checked before the first request.
        foreach ((string name, ServiceRequest request) in Name.Select(MakeNamedRequest).ToArray())
        {
            string action = DescribeAction(name);
            if (ShouldProcess(CurrentAccount.ToString(), action) && FindError(Call(request), action) is { } error)
            {
                Write(error, name);
            }
        }
    }

    /// <summary>Makes the request for a list.</summary>
    /// <exception cref="ContactsException">The name is not valid.</exception>
    private protected abstract ServiceRequest MakeRequest(string name);

    /// <summary>Says what is done with a list, such as "Create list VIP".</summary>
    private protected abstract string DescribeAction(string name);

    private (string Name, ServiceRequest Request) MakeNamedRequest(string name)
    {
        string cut = GroupNames.Cut(this, name);
        try
        {
            return (cut, MakeRequest(cut));
        }
        catch (ContactsException error)
        {
            this.Fail(error, name);
            throw;
        }
    }

    /// <summary>
    /// Writes the error of a list. It ends the cmdlet when the next list would fail in the same way: when the account or the
    /// service is the cause.
    /// </summary>
    private void Write(ServiceException error, string name)
    {
        bool isOfList = error.ErrorId == ErrorIds.RequestRejected
            && error.StatusCode is not null
            && ServiceCode.Find(error.Code)?.Subject is null or RefusalSubject.List or RefusalSubject.Unknown;
        if (!isOfList)
        {
            this.Fail(error, name);
        }

        WriteError(ErrorRecords.From(error, name));
    }
}
