using System.Net;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Description;
using ContactsPS.Sandbox.Faults;
using ContactsPS.Sandbox.Inspection;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Hosting;

/// <summary>
/// The web server. It listens on loopback only, unless told otherwise, and uses no configuration files or variables. It writes nothing except
/// the announcement and errors.
/// </summary>
internal static class SandboxHost
{
    /// <summary>Runs the sandbox until it is stopped.</summary>
    /// <exception cref="SandboxStartException">The port or the data path can't be used.</exception>
    public static async Task RunAsync(SandboxOptions options, SandboxCredential credential)
    {
        WebApplication application = Build(options, credential);
        await using (application)
        {
            await StartAsync(application, options.Port);
            await Announcement.WriteAsync(new UriBuilder(application.Urls.Single()) { Host = "127.0.0.1" }.Uri, credential, options);
            await application.WaitForShutdownAsync();
        }
    }

    private static WebApplication Build(SandboxOptions options, SandboxCredential credential)
    {
        // The empty builder ignores any appsettings.json and ASPNETCORE_ variables on this machine.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBody.LargestRead;
            kestrel.Listen(options.AnyAddress ? IPAddress.Any : IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRoutingCore();

        // A web page must not reach the sandbox through its own host name that resolves to 127.0.0.1.
        builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", .. options.AllowedHosts]);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        if (options.StopWithStandardInput)
        {
            builder.Services.AddSingleton<IHostLifetime, StandardInputLifetime>();
        }

        // The container creates it, so that the container closes the database after the server has stopped.
        builder.Services.AddSingleton(services => SandboxStore.Open(options.DataPath, services.GetRequiredService<ChangeSignal>()));
        builder.Services.AddSingleton(credential);
        builder.Services.AddSingleton<ChangeSignal>();
        builder.Services.AddSingleton(services => new SettingsHolder(options.Settings, services.GetRequiredService<ChangeSignal>()));
        builder.Services.AddSingleton<FaultPlan>();
        builder.Services.AddSingleton<AccountAccess>();
        builder.Services.AddSingleton<ServicePipeline>();

        OpenApiDocuments.Add(builder.Services);

        WebApplication application = builder.Build();
        application.UseMiddleware<UnexpectedErrors>();
        application.UseHostFiltering();
        application.UseMiddleware<CrossSiteRequests>();
        ServiceRoutes.Map(application);
        InspectionRoutes.Map(application);
        OpenApiDocuments.Map(application);
        PageRoutes.Map(application);
        application.MapFallback("{**path}", context => UnknownCall.Answer(context.Request).WriteAsync(context));
        return application;
    }

    private static async Task StartAsync(WebApplication application, int port)
    {
        // The data file is opened first, because a sandbox that is ready must not fail at its first request.
        _ = application.Services.GetRequiredService<SandboxStore>();
        try
        {
            await application.StartAsync();
        }
        catch (Exception reason) when (reason is IOException or System.Net.Sockets.SocketException)
        {
            throw new SandboxStartException($"Can't listen on 127.0.0.1:{port}: {reason.GetBaseException().Message}.", reason);
        }
    }
}
