using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>
    /// A TCP or TLS connection that speaks WebSocket from here on. Mono's <c>ClientWebSocket</c>, which is Unity's too,
    /// mixes up its buffer when it answers a ping of the server while something is sent, and breaks the connection.
    /// </summary>
    internal sealed class WebSocketLine : IDisposable
    {
        /// <summary>What a server may say before the first frame.</summary>
        private const int MaxHeadBytes = 16 * 1024;

        private readonly Socket socket;
        private readonly System.IO.Stream stream;
        private readonly byte[] buffer = new byte[16 * 1024];
        private int start;
        private int end;

        private WebSocketLine(Socket socket, System.IO.Stream stream)
        {
            this.socket = socket;
            this.stream = stream;
        }

        /// <summary>Connects and asks for the upgrade.</summary>
        /// <param name="uri"><c>ws://</c> or <c>wss://</c></param>
        public static async Task<WebSocketLine> OpenAsync(Uri uri, CancellationToken cancellationToken)
        {
            var socket = await ConnectAsync(uri, cancellationToken).ConfigureAwait(false);
            try
            {
                using (cancellationToken.Register(socket.Dispose))
                {
                    System.IO.Stream stream = new NetworkStream(socket, ownsSocket: true);
                    if (uri.Scheme == "wss")
                    {
                        var secured = new SslStream(stream, leaveInnerStreamOpen: false);
                        await secured.AuthenticateAsClientAsync(uri.DnsSafeHost).ConfigureAwait(false);
                        stream = secured;
                    }
                    var line = new WebSocketLine(socket, stream);
                    await line.UpgradeAsync(uri).ConfigureAwait(false);
                    return line;
                }
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        /// <summary>Reads so many bytes.</summary>
        /// <exception cref="EndOfStreamException">The other side has gone.</exception>
        public async Task ReadAsync(byte[] into, int count)
        {
            for (var filled = 0; filled < count;)
            {
                if (start == end) await FillAsync().ConfigureAwait(false);
                var part = Math.Min(count - filled, end - start);
                Buffer.BlockCopy(buffer, start, into, filled, part);
                start += part;
                filled += part;
            }
        }

        public Task WriteAsync(byte[] bytes)
        {
            return stream.WriteAsync(bytes, 0, bytes.Length);
        }

        public void Dispose()
        {
            // The socket itself, because a stream may wait for what it still wants to say.
            socket.Dispose();
        }

        private static async Task<Socket> ConnectAsync(Uri uri, CancellationToken cancellationToken)
        {
            Exception problem = null;
            foreach (var address in await Dns.GetHostAddressesAsync(uri.DnsSafeHost).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    using (cancellationToken.Register(socket.Dispose))
                    {
                        await Task.Factory.FromAsync(
                            (callback, state) => socket.BeginConnect(new IPEndPoint(address, uri.Port), callback, state),
                            socket.EndConnect,
                            null).ConfigureAwait(false);
                    }
                    return socket;
                }
                catch (Exception error)
                {
                    socket.Dispose();
                    problem = error;
                }
            }
            throw problem ?? new IOException(uri.Host + " has no address");
        }

        private async Task UpgradeAsync(Uri uri)
        {
            var key = Convert.ToBase64String(Guid.NewGuid().ToByteArray());
            var request = "GET " + uri.PathAndQuery + " HTTP/1.1\r\n"
                + "Host: " + uri.Authority + "\r\n"
                + "Upgrade: websocket\r\n"
                + "Connection: Upgrade\r\n"
                + "Sec-WebSocket-Key: " + key + "\r\n"
                + "Sec-WebSocket-Version: 13\r\n\r\n";
            await WriteAsync(Encoding.ASCII.GetBytes(request)).ConfigureAwait(false);
            var head = await ReadHeadAsync().ConfigureAwait(false);
            var lines = head.Split(new[] { "\r\n" }, StringSplitOptions.None);
            if (!lines[0].StartsWith("HTTP/1.1 101", StringComparison.Ordinal))
            {
                throw new IOException("no upgrade: " + lines[0]);
            }
            foreach (var line in lines)
            {
                var colon = line.IndexOf(':');
                var isAccept = colon > 0 && line.Substring(0, colon).Equals("Sec-WebSocket-Accept", StringComparison.OrdinalIgnoreCase);
                if (isAccept && line.Substring(colon + 1).Trim() == AcceptOf(key)) return;
            }
            throw new IOException("the server has not accepted the upgrade");
        }

        private async Task<string> ReadHeadAsync()
        {
            var head = new StringBuilder();
            var one = new byte[1];
            while (head.Length < MaxHeadBytes)
            {
                await ReadAsync(one, 1).ConfigureAwait(false);
                head.Append((char)one[0]);
                var length = head.Length;
                if (one[0] == '\n' && length >= 4 && head.ToString(length - 4, 4) == "\r\n\r\n") return head.ToString();
            }
            throw new IOException("the answer to the upgrade does not end");
        }

        private static string AcceptOf(string key)
        {
            // RFC 6455, section 1.3.
            using (var sha1 = SHA1.Create())
            {
                return Convert.ToBase64String(
                    sha1.ComputeHash(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
            }
        }

        private async Task FillAsync()
        {
            start = 0;
            end = await stream.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false);
            if (end == 0) throw new EndOfStreamException("the connection was lost");
        }
    }
}
