using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using PowerConnectors.Emulator.Requests;

namespace PowerConnectors.Emulator.Faults;

/// <summary>The connection beneath HTTP: the web server itself sends no broken answers. Nothing of an answer may have been sent before.</summary>
internal sealed class Wire(HttpContext context, Socket socket)
{
    private RecordedRequest Request => context.Features.GetRequiredFeature<RecordedRequest>();

    public static Wire Of(HttpContext context) => new(context, context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        Request.Status = context.Response.StatusCode;
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, cancellationToken)..];
        }
    }

    public void End(ConnectionEnd end)
    {
        if (end == ConnectionEnd.Close)
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        else
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        Request.ConnectionEnded = true;
        context.Abort();
    }
}
