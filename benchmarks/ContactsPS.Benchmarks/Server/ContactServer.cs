using System.Buffers;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ContactsPS.Benchmarks;

/// <summary>
/// The least that can stand in for the service: it reads a body, counts the contacts in it and answers 201. So what it
/// costs is small beside what is measured, and the same for both sides. Its first line of output is its address; it ends
/// when its input does.
/// </summary>
internal static class ContactServer
{
    private static long s_contacts;
    private static long s_requests;
    private static long s_bytes;

    public static async Task RunAsync(TimeSpan latency)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        await using WebApplication application = builder.Build();
        application.Run(context => AnswerAsync(context, latency));
        await application.StartAsync();
        Console.WriteLine(application.Urls.First());
        await Console.In.ReadLineAsync();
        await application.StopAsync();
    }

    private static async Task AnswerAsync(HttpContext context, TimeSpan latency)
    {
        switch (context.Request.Method, context.Request.Path.Value)
        {
            case ("POST", "/v1/public/contact/create"):
                await CountAsync(context.Request);
                if (latency > TimeSpan.Zero)
                {
                    await Task.Delay(latency, context.RequestAborted);
                }

                context.Response.StatusCode = StatusCodes.Status201Created;
                context.Response.ContentLength = 0;
                break;
            case ("GET", "/v1/public/wallet/check-balance"):
                await WriteAsync(context.Response, """{"amount":12.54,"unit":"euros"}"""u8.ToArray());
                break;
            case ("GET", "/count"):
                var delivery = new Delivery(Interlocked.Read(ref s_contacts), Interlocked.Read(ref s_requests), Interlocked.Read(ref s_bytes));
                await WriteAsync(context.Response, JsonSerializer.SerializeToUtf8Bytes(delivery));
                break;
            case ("DELETE", "/count"):
                Interlocked.Exchange(ref s_contacts, 0);
                Interlocked.Exchange(ref s_requests, 0);
                Interlocked.Exchange(ref s_bytes, 0);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private static async Task CountAsync(HttpRequest request)
    {
        int length = (int)request.ContentLength!.Value;
        byte[] body = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await request.Body.ReadExactlyAsync(body.AsMemory(0, length));
            Interlocked.Add(ref s_contacts, body.AsSpan(0, length).Count("\"phone_number\""u8));
            Interlocked.Add(ref s_bytes, length);
            Interlocked.Increment(ref s_requests);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    private static async Task WriteAsync(HttpResponse response, byte[] json)
    {
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json);
    }
}
