using ContactsPS.Sandbox.Api;

namespace ContactsPS.Sandbox.Hosting;

/// <summary>
/// The last resort for what no part of the sandbox expects: the caller gets a 500 with a JSON body, standard error a
/// line that holds nothing of the request.
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
            // The caller is gone, or is about to be: there is nobody to answer.
            context.Abort();
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await ServiceAnswer.Refused(refused.StatusCode, ErrorCode.InvalidRequest, "The request can't be read.").WriteAsync(context);
        }
#pragma warning disable CA1031 // Whatever it is, one broken request must not end the sandbox.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"Unexpected error: {unexpected.GetType().Name}: {unexpected.Message}");
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            await ServiceAnswer.Refused(500, ErrorCode.ServerError, "The sandbox failed; its standard error says more.").WriteAsync(context);
        }
    }
}
