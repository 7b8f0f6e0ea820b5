using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PowerConnectors.Runtime.Tests.Authentication.Entra;

/// <summary>Self-signed certificates that live as long as a test.</summary>
internal static class Certificates
{
    /// <summary>One for a server on a loopback address, under whatever names it is asked for.</summary>
    public static X509Certificate2 CreateServer(params string[] names)
    {
        SubjectAlternativeNameBuilder alternatives = new();
        alternatives.AddIpAddress(IPAddress.Loopback);
        alternatives.AddDnsName("localhost");
        foreach (string name in names)
        {
            alternatives.AddDnsName(name);
        }

        return Create("CN=localhost", alternatives.Build());
    }

    /// <summary>One that an application proves with who it is.</summary>
    public static X509Certificate2 CreateClient() => Create("CN=orders-app");

    private static X509Certificate2 Create(string subject, params X509Extension[] extensions)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (X509Extension extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 created = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));

        // Not every platform's TLS takes a key that was never stored.
        return X509CertificateLoader.LoadPkcs12(created.Export(X509ContentType.Pkcs12), password: null);
    }
}
