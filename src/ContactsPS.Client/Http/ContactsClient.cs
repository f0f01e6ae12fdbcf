using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;

namespace ContactsPS.Client;

/// <summary>
/// The calls of the service, one method for each. A call sends one request. Errors of the service and of the network
/// are not thrown: they are in the <see cref="ServiceAnswer"/>. There are no retries: the caller decides on them. This
/// class is thread-safe.
/// </summary>
public sealed class ContactsClient
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    /// <summary>Creates a client for an account.</summary>
    public ContactsClient(ContactsAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        Account = account;
    }

    /// <summary>The account of this client.</summary>
    public ContactsAccount Account { get; }

    /// <summary>Sends contacts: POST contact/create or DELETE contact/delete (web-service.md).</summary>
    /// <param name="request">The request that the contacts are for.</param>
    /// <param name="body">UTF-8 JSON, as <see cref="ContactBatch.GetBody()"/> returns it.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ServiceAnswer> SendBatchAsync(BatchRequest request, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SendAsync(request.Method, request.Path, body, cancellationToken);
    }

    /// <summary>Sends a request of a call that takes no contacts (web-service.md, The other calls).</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ServiceAnswer> CallAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SendAsync(request.Method, $"{request.Path}{request.Query}", request.Body, cancellationToken);
    }

    /// <summary>GET wallet/check-balance: reads the balance of the account (web-service.md, The other calls).</summary>
    /// <returns>The answer. <see cref="WalletBalance.Read"/> reads the balance from it.</returns>
    public Task<ServiceAnswer> CheckBalanceAsync(CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, ServiceCalls.CheckBalance, body: null, cancellationToken);

    private async Task<ServiceAnswer> SendAsync(
        HttpMethod method, string call, ReadOnlyMemory<byte>? body, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Account.Timeout);
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(Account.Endpoint, call));
            Account.Authenticate(request);
            if (body is { } content)
            {
                request.Content = new ReadOnlyMemoryContent(content);
                request.Content.Headers.ContentType = s_json;
            }

            using HttpResponseMessage response = await Account.Invoker.SendAsync(request, timeout.Token);
            return await AnswerReader.ReadAsync(response, Account, () => Stopwatch.GetElapsedTime(start), timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            string what = timeout.IsCancellationRequested
                ? FormattableString.Invariant($"no answer within {Account.Timeout.TotalSeconds:0.###} seconds")
                : FormattableString.Invariant($"no connection within {ServiceTransport.ConnectTimeout.TotalSeconds:0.###} seconds");
            return NoAnswer(what, start);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return NoAnswer(Account.Clean(Describe(error)), start);
        }
    }

    private static ServiceAnswer NoAnswer(string message, long start) => new()
    {
        Kind = AnswerKind.Transient,
        Message = message,
        Elapsed = Stopwatch.GetElapsedTime(start),
    };

    /// <summary>
    /// Describes the innermost cause, such as a refused connection, an unknown host or a certificate. The outer
    /// exceptions don't name it.
    /// </summary>
    private static string Describe(Exception error)
    {
        Exception cause = error;
        while (cause is not (SocketException or AuthenticationException) && cause.InnerException is { } inner)
        {
            cause = inner;
        }

        return error.Message.Contains(cause.Message, StringComparison.Ordinal) ? error.Message : $"{error.Message} ({cause.Message})";
    }
}
