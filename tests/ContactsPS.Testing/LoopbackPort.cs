using System.Net;
using System.Net.Sockets;

namespace ContactsPS.Testing;

/// <summary>TCP ports of this machine.</summary>
public static class LoopbackPort
{
    /// <summary>A port on which nothing listens.</summary>
    public static int FindFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
