using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;

namespace ContactsPS.Client;

/// <summary>
/// The calls of the service, a method each. A call sends one request and never throws for what the service or the
/// network answers: that is in the <see cref="ServiceAnswer"/>. Retrying is the caller's. Safe for use by many threads.
/// </summary>
public sealed class ContactsClient
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    /// <summary>Makes a client of an account.</summary>
    public ContactsClient(ContactsAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        Account = account;
    }

    /// <summary>The account it asks for.</summary>
    public ContactsAccount Account { get; }

    /// <summary>POST contact/create: keeps contacts, attaches them to lists and tags (web-service.md, contact/create).</summary>
    /// <param name="body">UTF-8 JSON, as <see cref="ContactBatch.GetBody()"/> gives it.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<ServiceAnswer> CreateContactsAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, ServiceCalls.CreateContacts, body, cancellationToken);

    /// <summary>GET wallet/check-balance: what is left to spend (web-service.md, The other calls).</summary>
    /// <returns>An answer that <see cref="WalletBalance.Read"/> reads.</returns>
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
            return NoAnswer(Account.Redact(Describe(error)), start);
        }
    }

    private static ServiceAnswer NoAnswer(string message, long start) => new()
    {
        Kind = AnswerKind.Transient,
        Message = message,
        Elapsed = Stopwatch.GetElapsedTime(start),
    };

    /// <summary>The innermost cause says what the outer ones only wrap: a refused connection, an unknown host, a certificate.</summary>
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
