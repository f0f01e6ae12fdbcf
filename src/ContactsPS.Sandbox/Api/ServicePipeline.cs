using System.Globalization;
using ContactsPS.Sandbox.Faults;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Api;

/// <summary>
/// Handles every service request. The request is read, waits for the latency, is processed or fails as simulated, and
/// is recorded. Its changes and its row in the log are one transaction, which is committed before the answer is sent.
/// </summary>
internal sealed class ServicePipeline(
    SandboxStore store, SandboxCredential credential, SettingsHolder settings, FaultPlan faults, IHostApplicationLifetime application)
{
    /// <summary>Handles one request.</summary>
    public async Task HandleAsync(HttpContext context, ServiceCall call)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, application.ApplicationStopping);
        using var body = new RequestBody();
        var entry = new RequestEntry(context.Request.Method, context.Request.Path);
        Fault fault = faults.Next(settings.Current.FailureRate);
        PreparedCall prepared;
        try
        {
            await body.ReadAsync(context.Request, gone.Token);
            prepared = Prepare(context.Request, body, call);
            await Task.Delay(settings.Current.LatencyMilliseconds, gone.Token);
        }
        catch (Exception reason) when (gone.IsCancellationRequested || reason is IOException)
        {
            // The client no longer waits for the answer. The request was not processed.
            await store.WriteAsync(tables => tables.Requests.Add(entry.Unanswered(body, failure: null)));
            context.Abort();
            return;
        }

        await CarryOutAsync(context, fault, prepared, body, entry);
    }

    private async Task CarryOutAsync(HttpContext context, Fault fault, PreparedCall prepared, RequestBody body, RequestEntry entry)
    {
        ServiceAnswer? answer = await store.WriteAsync(tables =>
        {
            ServiceAnswer? answer = fault switch
            {
                Fault.TooManyRequests => TooManyRequests(),
                Fault.ServerError => InjectedError,
                Fault.DroppedBefore => null,
                _ => Finished(prepared.CarryOut(tables)),
            };
            string? failure = fault.Name();
            bool sent = answer is not null && fault is not Fault.DroppedAfter;
            tables.Requests.Add(sent ? entry.Answered(answer!.Status, prepared.Contacts, body, failure) : entry.Unanswered(body, failure, prepared.Contacts));
            return sent ? answer : null;
        });

        if (answer is null)
        {
            context.Abort();
            return;
        }

        await answer.WriteAsync(context);
    }

    private ServiceAnswer Finished(ServiceAnswer answer) =>
        answer == ServiceAnswer.Created && settings.Current.SuccessBody ? ServiceAnswer.CreatedWithBody : answer;

    private static ServiceAnswer InjectedError { get; } =
        ServiceAnswer.Refused(StatusCodes.Status500InternalServerError, ErrorCode.Unknown, "Unknown error. Try again later.");

    private ServiceAnswer TooManyRequests() => ServiceAnswer
        .Refused(StatusCodes.Status429TooManyRequests, ErrorCode.TooManyAttempts, "Too many attempts. Try again later.")
        .With("Retry-After", settings.Current.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture));

    private PreparedCall Prepare(HttpRequest request, RequestBody body, ServiceCall call) =>
        (Refusal(request.Headers) ?? StandingRefusal(request.Method) ?? body.Refusal) is { } refusal
            ? PreparedCall.Answered(refusal)
            : call(request, body.Bytes);

    /// <summary>
    /// Returns 401 for a wrong or missing login or key, 403 for a blocked login with the right key, and otherwise null.
    /// </summary>
    private ServiceAnswer? Refusal(IHeaderDictionary headers)
    {
        string login = headers["api-login"].ToString();
        string key = headers["api-key"].ToString();
        if (login.Length == 0 || key.Length == 0)
        {
            return login.Length == 0
                ? Unauthorized(ErrorCode.LoginMissing, "The header api-login is missing.")
                : Unauthorized(ErrorCode.KeyMissing, "The header api-key is missing.");
        }

        bool keyIsRight = credential.HasKey(key);
        if (keyIsRight && settings.Current.BlockedLogins.Contains(login, StringComparer.OrdinalIgnoreCase))
        {
            return ServiceAnswer.Refused(StatusCodes.Status403Forbidden, ErrorCode.NoAccess, "This account has no access to this call.");
        }

        return keyIsRight && string.Equals(login, credential.Login, StringComparison.Ordinal)
            ? null
            : Unauthorized(ErrorCode.WrongCredentials, "The api-login or the api-key is wrong.");
    }

    /// <summary>Refuses calls that change something, unless the account is in good standing. The balance can be read.</summary>
    private ServiceAnswer? StandingRefusal(string method) => settings.Current.AccountStanding switch
    {
        AccountStanding.OutOfCredit when !HttpMethods.IsGet(method) => ServiceAnswer.BadRequest(ErrorCode.OutOfCredit, "The account is out of credit."),
        AccountStanding.NotValidated when !HttpMethods.IsGet(method) => ServiceAnswer.BadRequest(ErrorCode.NotValidated, "The account is not validated."),
        _ => null,
    };

    private static ServiceAnswer Unauthorized(int code, string message) =>
        ServiceAnswer.Refused(StatusCodes.Status401Unauthorized, code, message);
}
