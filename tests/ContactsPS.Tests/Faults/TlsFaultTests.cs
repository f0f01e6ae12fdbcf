using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ContactsPS.Tests.Faults;

/// <summary>
/// Servers with faults of TLS. A shell of its own trusts an authority of the test, so that each certificate has one fault
/// only, and a server without a fault works.
/// </summary>
public sealed class TlsFaultTests
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    [Fact]
    public async Task Nothing_is_sent_to_a_server_whose_TLS_has_a_fault_and_each_contact_is_accounted_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a variable for the trusted authorities.");
        using var folder = new TemporaryFolder();
        using var authority = new TestAuthority();
        using var stranger = new TestAuthority();
        X509Certificate2[] certificates =
        [
            authority.Issue(),
            TestAuthority.SignItself(),
            stranger.Issue(),
            authority.Issue(fromDays: -20, toDays: -1),
            authority.Issue(fromDays: 2),
            authority.Issue(host: "contacts.example"),
            authority.Issue(usage: ClientAuthentication),
        ];
        string[] names = ["no fault", "self-signed", "an unknown authority", "expired", "not valid yet", "another name", "not for servers"];
        TlsServer[] servers =
        [
            .. names.Zip(certificates, TlsServer.With),
            TlsServer.Sending("protocol too old", [0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1, .. new byte[32], 0, 0xC0, 0x13, 0]),
            TlsServer.Sending("the alert that the protocol is too old", [0x15, 3, 1, 0, 2, 2, 70]),
            TlsServer.Sending("closed in the handshake", []),
            TlsServer.Sending("closed in a message of the handshake", [0x16, 3, 3, 0, 90, 2, 0]),
            TlsServer.Sending("not TLS", Encoding.ASCII.GetBytes("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")),
            TlsServer.Sending("random bytes", Encoding.ASCII.GetBytes(new string('x', 500))),
            TlsServer.Sending("silent in the handshake", [], hangs: true),
            new TlsServer("closed at once", (_, _) => Task.CompletedTask),
        ];
        try
        {
            ProgramRun run = await RunAsync(folder, authority, servers);

            Assert.Equal([Line(servers[0], accepted: 7), .. servers[1..].Select(server => Line(server, accepted: 0))], run.Lines.Where(line => line.Contains(':', StringComparison.Ordinal)));
            Assert.All(servers, server => Assert.True(server.Connections > 0, server.Name));
            Assert.Contains($"api-key: {ModuleShellExtensions.ScriptedKey}", servers[0].Received, StringComparison.OrdinalIgnoreCase);
            Assert.All(servers[1..], server => Assert.Equal(string.Empty, server.Received));
        }
        finally
        {
            Array.ForEach(servers, server => server.Dispose());
            Array.ForEach(certificates, certificate => certificate.Dispose());
        }
    }

    private static string Line(TlsServer server, int accepted) => string.Create(
        CultureInfo.InvariantCulture, $"{server.Name}: {accepted} accepted, {7 - accepted} not sent, {7 - accepted} errors");

    private static async Task<ProgramRun> RunAsync(TemporaryFolder folder, TestAuthority authority, TlsServer[] servers)
    {
        string script = $$"""
            Import-Module '{{Repository.Manifest}}'
            $key = ConvertTo-SecureString '{{ModuleShellExtensions.ScriptedKey}}' -AsPlainText -Force
            @'
            {{string.Join('\n', servers.Select(server => $"{server.Name}|{server.Endpoint}"))}}
            '@ -split '\n' | ForEach-Object {
                $name, $endpoint = $_.Trim() -split '\|'
                Connect-ContactsAccount -ApiLogin someone@example.com -ApiKey $key -Endpoint $endpoint -NoVerify -TimeoutSec ($name -like 'silent*' ? 1 : 30) -WarningAction Ignore
                $run = 1..7 | ForEach-Object { "+3361234560$_" } |
                    Add-Contact -BatchSize 3 -MaximumRetryCount 1 -RetryIntervalSec 0 -ErrorAction SilentlyContinue -WarningAction Ignore -ErrorVariable failures
                $unavailable = $failures.Where{ $_.FullyQualifiedErrorId -like 'ServiceUnavailable,*' }
                "${name}: $($run.Accepted) accepted, $($run.NotSent) not sent, $($unavailable.Count) errors"
            }
            """;
        ProcessStartInfo start = HostProgram.Prepare("-File", folder.Write("tls.ps1", script));
        start.Environment["SSL_CERT_FILE"] = folder.Write("authority.pem", authority.Pem);
        start.Environment["SSL_CERT_DIR"] = folder.Path;
        return await ProgramRun.WaitAsync(start, TimeSpan.FromMinutes(1));
    }
}
