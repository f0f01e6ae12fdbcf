using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ContactsPS.Tests.Faults;

/// <summary>A certificate authority in memory.</summary>
public sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset s_now = DateTimeOffset.UtcNow;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=Test authority", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _certificate = request.CreateSelfSigned(s_now.AddYears(-10), s_now.AddYears(10));
    }

    /// <summary>The certificate of the authority, as PEM.</summary>
    public string Pem => _certificate.ExportCertificatePem();

    /// <summary>Issues a certificate for loopback.</summary>
    /// <param name="fromDays">The first day on which it is valid, from today.</param>
    /// <param name="toDays">The last day on which it is valid, from today.</param>
    /// <param name="host">The host that it is for. Null for 127.0.0.1.</param>
    /// <param name="usage">The extended key usage. Default: server authentication.</param>
    public X509Certificate2 Issue(int fromDays = -1, int toDays = 30, string? host = null, string usage = "1.3.6.1.5.5.7.3.1")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = Make(key, host, usage);
        Span<byte> serial = stackalloc byte[8];
        RandomNumberGenerator.Fill(serial);
        using X509Certificate2 issued = request.Create(_certificate, s_now.AddDays(fromDays), s_now.AddDays(toDays), serial);
        return issued.CopyWithPrivateKey(key);
    }

    /// <summary>Makes a certificate for loopback that nobody issued.</summary>
    public static X509Certificate2 SignItself()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Make(key, host: null, "1.3.6.1.5.5.7.3.1").CreateSelfSigned(s_now.AddDays(-1), s_now.AddDays(30));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    private static CertificateRequest Make(ECDsa key, string? host, string usage)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (host is null)
        {
            names.AddIpAddress(IPAddress.Loopback);
        }
        else
        {
            names.AddDnsName(host);
        }

        var request = new CertificateRequest($"CN={host ?? "127.0.0.1"}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        return request;
    }
}
