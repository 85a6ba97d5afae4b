using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;

namespace Parties.Tests
{
    /// <summary>A server on a port whose every byte the test chooses.</summary>
    internal sealed class RawServer : IDisposable
    {
        private readonly TcpListener listener = new TcpListener(IPAddress.Loopback, 0);
        private TcpClient client;
        private System.IO.Stream stream;

        public string Head = "";

        public RawServer()
        {
            listener.Start();
        }

        public Uri Uri
        {
            get { return new Uri("ws://127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port + "/ws?token=t"); }
        }

        /// <summary>Takes a connection and reads what it asks for.</summary>
        public async Task AcceptAsync()
        {
            client = await listener.AcceptTcpClientAsync();
            stream = client.GetStream();
            while (!Head.EndsWith("\r\n\r\n")) Head += (char)(await ReadAsync(1))[0];
        }

        /// <summary>Agrees to the upgrade, and says more in the same breath.</summary>
        public Task UpgradeAsync(params byte[] more)
        {
            var key = Head.Split('\n').Single(line => line.StartsWith("Sec-WebSocket-Key: ")).Substring(19).Trim();
            var accept = Convert.ToBase64String(SHA1.Create().ComputeHash(
                Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
            var head = "HTTP/1.1 101 Switching Protocols\r\nsec-websocket-accept: " + accept + "\r\n\r\n";
            return WriteAsync(Encoding.ASCII.GetBytes(head).Concat(more).ToArray());
        }

        public Task WriteAsync(byte[] bytes)
        {
            return stream.WriteAsync(bytes, 0, bytes.Length);
        }

        /// <summary>A frame as a server sends it.</summary>
        public static byte[] Frame(int first, byte[] payload)
        {
            var frame = new List<byte> { (byte)first };
            if (payload.Length < 126) frame.Add((byte)payload.Length);
            else if (payload.Length <= 65535) frame.AddRange(new byte[] { 126, (byte)(payload.Length >> 8), (byte)payload.Length });
            else frame.AddRange(new byte[] { 127, 0, 0, 0, 0 }.Concat(BitConverter.GetBytes(payload.Length).Reverse()));
            return frame.Concat(payload).ToArray();
        }

        public static byte[] Text(string text, int first = 0x81)
        {
            return Frame(first, Encoding.UTF8.GetBytes(text));
        }

        /// <summary>Reads a frame of the client, which has to be masked: its first byte, and what it says.</summary>
        public async Task<string> ReadFrameAsync()
        {
            var head = await ReadAsync(2);
            Expect.True((head[1] & 0x80) != 0, "a masked frame");
            var length = head[1] & 0x7f;
            if (length == 126) length = (await ReadAsync(2)).Aggregate(0, (sum, part) => (sum << 8) | part);
            else if (length == 127) length = (await ReadAsync(8)).Aggregate(0, (sum, part) => (sum << 8) | part);
            var mask = await ReadAsync(4);
            var payload = (await ReadAsync(length)).Select((part, index) => (byte)(part ^ mask[index % 4])).ToArray();
            return head[0].ToString("x2") + " " + Encoding.UTF8.GetString(payload);
        }

        /// <summary>Whether the client has closed the connection.</summary>
        public async Task<bool> IsAtEndAsync()
        {
            return await stream.ReadAsync(new byte[1], 0, 1) == 0;
        }

        public void Dispose()
        {
            if (client != null) client.Close();
            listener.Stop();
        }

        private async Task<byte[]> ReadAsync(int count)
        {
            var bytes = new byte[count];
            for (var filled = 0; filled < count;)
            {
                var part = await stream.ReadAsync(bytes, filled, count - filled);
                if (part == 0) throw new EndOfStreamException();
                filled += part;
            }
            return bytes;
        }
    }
}
