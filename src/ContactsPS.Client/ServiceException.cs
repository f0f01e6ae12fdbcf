namespace ContactsPS.Client;

/// <summary>The service refused, or could not be reached: carries what it said.</summary>
public sealed class ServiceException : ContactsException
{
    /// <summary>Makes a failure of an answer.</summary>
    public ServiceException(string errorId, string message, ServiceAnswer? answer)
        : base(errorId, message)
    {
        StatusCode = answer?.StatusCode;
        Code = answer?.Code;
        ServiceMessage = answer?.Message;
    }

    /// <summary>Makes the same failure with another message.</summary>
    public ServiceException(ServiceException failure, string message)
        : base((failure ?? throw new ArgumentNullException(nameof(failure))).ErrorId, message)
    {
        StatusCode = failure.StatusCode;
        Code = failure.Code;
        ServiceMessage = failure.ServiceMessage;
    }

    /// <summary>The service refused a contact that was sent alone.</summary>
    public static ServiceException ContactRejected(ServiceAnswer answer) =>
        new(ErrorIds.ContactRejected, $"The service refused this contact: {answer}", answer);

    /// <summary>The HTTP status; null where no answer came.</summary>
    public int? StatusCode { get; }

    /// <summary>The service's own number for the error (web-service.md, Every request: <c>code</c>); null where it gave none.</summary>
    public long? Code { get; }

    /// <summary>The service's sentence, or what went wrong on the way; null where nothing was sent.</summary>
    public string? ServiceMessage { get; }
}
