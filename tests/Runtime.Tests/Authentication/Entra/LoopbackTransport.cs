using System.Net;
using System.Net.Sockets;
using Azure.Core.Pipeline;

namespace PowerConnectors.Runtime.Tests.Authentication.Entra;

/// <summary>Connects to one port of the loopback address, whatever host is asked for, and trusts one certificate.</summary>
internal sealed class LoopbackTransport(int port, string thumbprint) : HttpClientTransport(new HttpClient(CreateHandler(port, thumbprint)))
{
    private static SocketsHttpHandler CreateHandler(int port, string thumbprint) =>
        new()
        {
            UseProxy = false,
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == thumbprint },
            ConnectCallback = async (_, cancellationToken) =>
            {
                Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
}
