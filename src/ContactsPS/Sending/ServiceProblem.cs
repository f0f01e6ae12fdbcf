using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Sending;

/// <summary>Says why a contact that was sent, or was to be sent, was not accepted.</summary>
internal static class ServiceProblem
{
    /// <summary>The service refused it.</summary>
    public static ServiceException Rejected(ServiceAnswer answer) =>
        new(ErrorIds.ContactRejected, Messages.ContactRejected(answer), answer);

    /// <summary>The run stopped before it was acknowledged.</summary>
    public static ServiceException NotSent(SendStop stop, ServiceAnswer? answer) =>
        new(stop.ErrorId, Messages.NotSent(answer ?? stop.Answer), answer ?? stop.Answer);
}
