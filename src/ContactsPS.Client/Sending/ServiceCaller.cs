using System.Net;

namespace ContactsPS.Client;

/// <summary>
/// Sends requests that have no contacts, one after the other, with the retries of a run. A pause that the service requests
/// applies to the next request too.
/// </summary>
/// <param name="client">The client of the account.</param>
/// <param name="options">The options of retries. The others are not used.</param>
/// <param name="publish">Gets each request and retry as it happens, on any thread.</param>
public sealed class ServiceCaller(ContactsClient client, BulkSenderOptions options, Action<SendEvent> publish)
{
    private readonly RetryingCaller _caller = new(options, publish);

    /// <summary>
    /// Sends a request, and sends it again after a transient failure. When the answer to an attempt was lost, and the next
    /// attempt is refused because the list exists already, or doesn't exist any more, the first attempt was carried out. The
    /// answer is then a success (web-service.md, Retries of calls about lists).
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request and the waits.</param>
    /// <returns>The last answer. It can be a failure: <see cref="SendStop.For"/>.</returns>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public async Task<ServiceAnswer> CallAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        bool mayBeDone = false;
        ServiceAnswer answer = await _caller.CallAsync(
            async () =>
            {
                ServiceAnswer attempt = await client.CallAsync(request, cancellationToken);
                mayBeDone |= MayBeDone(attempt);
                return new RequestCompleted(request.Method, request.Path, Contacts: 0, request.Body?.Length ?? 0, attempt);
            },
            cancellationToken);
        bool isDone = mayBeDone && answer.Kind == AnswerKind.Refused && answer.Code is not null && answer.Code == request.DoneCode;
        return isDone ? new ServiceAnswer { Kind = AnswerKind.Succeeded, StatusCode = answer.StatusCode, Elapsed = answer.Elapsed } : answer;
    }

    /// <summary>
    /// Whether the service may have carried out a request that failed: there was no answer, or an error of the server. A
    /// request with too many attempts (429, or its code) was not carried out.
    /// </summary>
    private static bool MayBeDone(ServiceAnswer answer) =>
        answer is { Kind: AnswerKind.Transient, StatusCode: null or (int)HttpStatusCode.RequestTimeout or >= (int)HttpStatusCode.InternalServerError };
}
