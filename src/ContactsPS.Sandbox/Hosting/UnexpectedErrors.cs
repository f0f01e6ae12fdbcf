using ContactsPS.Sandbox.Api;

namespace ContactsPS.Sandbox.Hosting;

/// <summary>
/// Handles exceptions that no other part of the sandbox handles. The client gets a 500 with a JSON body. Standard error
/// gets a line, which contains no data of the request.
/// </summary>
internal sealed class UnexpectedErrors(RequestDelegate next, IHostApplicationLifetime application)
{
    /// <summary>Runs the rest of the pipeline.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested || application.ApplicationStopping.IsCancellationRequested)
        {
            // The client is disconnected, or will be soon, so no answer is sent.
            context.Abort();
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await ServiceAnswer.Refused(refused.StatusCode, ErrorCode.Unreadable, "The request can't be read.").WriteAsync(context);
        }
#pragma warning disable CA1031 // A failed request must not end the sandbox, for any exception.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"Unexpected error: {unexpected.GetType().Name}: {unexpected.Message}");
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            await ServiceAnswer.Refused(500, ErrorCode.Unknown, "The sandbox failed. See its standard error.").WriteAsync(context);
        }
    }
}
