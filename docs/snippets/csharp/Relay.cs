using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

/// <summary>A way to the server that can be cut.</summary>
public sealed class Relay : IDisposable
{
    private readonly TcpListener listener = new TcpListener(IPAddress.Loopback, 0);
    private readonly List<TcpClient> lines = new List<TcpClient>();
    private readonly int serverPort;

    public Relay(int serverPort)
    {
        this.serverPort = serverPort;
        listener.Start();
        Task.Run(AcceptAsync);
    }

    public int Port
    {
        get { return ((IPEndPoint)listener.LocalEndpoint).Port; }
    }

    /// <summary>Breaks every connection; new ones can be made.</summary>
    public void Cut()
    {
        lock (lines)
        {
            foreach (var line in lines) line.Close();
            lines.Clear();
        }
    }

    public void Dispose()
    {
        listener.Stop();
        Cut();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var from = await listener.AcceptTcpClientAsync();
                var to = new TcpClient();
                await to.ConnectAsync(IPAddress.Loopback, serverPort);
                lock (lines) lines.AddRange(new[] { from, to });
                Start(PipeAsync(from, to), PipeAsync(to, from));
            }
        }
        catch (Exception)
        {
            // The listener was stopped.
        }
    }

    private static void Start(params Task[] pipes)
    {
    }

    private static async Task PipeAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception)
        {
            // It was cut.
        }
        to.Close();
    }
}
