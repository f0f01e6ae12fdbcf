namespace ContactsPS.Client;

/// <summary>
/// The service refused a request, or could not be reached. The exception has the answer of the service.
/// </summary>
public sealed class ServiceException : ContactsException
{
    /// <summary>Creates an exception for an answer.</summary>
    public ServiceException(string errorId, string message, ServiceAnswer? answer)
        : base(errorId, message)
    {
        StatusCode = answer?.StatusCode;
        Code = answer?.Code;
        ServiceMessage = answer?.Message;
    }

    /// <summary>Creates the same exception with another message.</summary>
    public ServiceException(ServiceException failure, string message)
        : base((failure ?? throw new ArgumentNullException(nameof(failure))).ErrorId, message)
    {
        StatusCode = failure.StatusCode;
        Code = failure.Code;
        ServiceMessage = failure.ServiceMessage;
    }

    /// <summary>Creates an exception for a contact that was sent alone and that the service refused.</summary>
    public static ServiceException ContactRejected(ServiceAnswer answer) =>
        new(ErrorIds.ContactRejected, $"The service refused this contact: {answer}", answer);

    /// <summary>The HTTP status. Null when there was no answer.</summary>
    public int? StatusCode { get; }

    /// <summary>The error code of the service (web-service.md, Error codes). Null when it gave none.</summary>
    public long? Code { get; }

    /// <summary>The message of the service, or the network error. Null when nothing was sent.</summary>
    public string? ServiceMessage { get; }
}
