using System.Globalization;
using ContactsPS.Sandbox.Faults;
using ContactsPS.Sandbox.Reading;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Api;

/// <summary>
/// Handles every service request. The request is read, waits for the latency, is processed or fails as simulated, and
/// is recorded. Its changes and its row in the log are one transaction, which is committed before the answer is sent.
/// </summary>
internal sealed class ServicePipeline(
    SandboxStore store, AccountAccess access, SettingsHolder settings, FaultPlan faults, IHostApplicationLifetime application)
{
    private static ServiceAnswer InjectedError { get; } =
        ServiceAnswer.Refused(StatusCodes.Status500InternalServerError, ErrorCode.Unknown, "Unknown error. Try again later.");

    /// <summary>Handles one request.</summary>
    public async Task HandleAsync(HttpContext context, ServiceCall call)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, application.ApplicationStopping);
        using var body = new RequestBody();
        var entry = new RequestEntry(context.Request.Method, context.Request.Path, context.Request.QueryString);
        Fault fault = faults.Next(settings.Current.FailureRate, settings.Current.FailureKind);
        PreparedCall prepared;
        try
        {
            await body.ReadAsync(context.Request, gone.Token);
            prepared = Prepare(context.Request, body, call, entry.Notes);
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
            tables.Requests.Add(sent
                ? entry.Answered(answer!, prepared, body, failure)
                : entry.Unanswered(body, failure, prepared));
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

    private ServiceAnswer TooManyRequests() => ServiceAnswer
        .Refused(StatusCodes.Status429TooManyRequests, ErrorCode.TooManyAttempts, "Too many attempts. Try again later.")
        .With("Retry-After", settings.Current.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture));

    private PreparedCall Prepare(HttpRequest request, RequestBody body, ServiceCall call, RequestNotes notes) =>
        (access.Refuse(request) ?? body.Refusal) is { } refusal
            ? PreparedCall.Answered(refusal)
            : call(request, body.Bytes, notes);
}
