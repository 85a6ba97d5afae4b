using System;
using System.IO;
using System.Net;
using System.Security.Cryptography;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>What a frame is, by the numbers of RFC 6455.</summary>
    internal enum FrameKind
    {
        Continuation = 0,
        Text = 1,
        Binary = 2,
        Close = 8,
        Ping = 9,
        Pong = 10,
    }

    /// <summary>One frame of a WebSocket.</summary>
    internal struct WebSocketFrame
    {
        /// <summary>Far more than a server says at once; a guard against nonsense.</summary>
        private const long MaxBytes = 64 * 1024 * 1024;

        private static readonly RandomNumberGenerator Random = RandomNumberGenerator.Create();

        public readonly FrameKind Kind;
        public readonly bool IsLast;
        public readonly byte[] Payload;

        private WebSocketFrame(FrameKind kind, bool isLast, byte[] payload)
        {
            Kind = kind;
            IsLast = isLast;
            Payload = payload;
        }

        /// <summary>Reads a frame of a server.</summary>
        public static async Task<WebSocketFrame> ReadAsync(WebSocketLine line)
        {
            var head = new byte[8];
            await line.ReadAsync(head, 2).ConfigureAwait(false);
            var kind = (FrameKind)(head[0] & 0x0f);
            var isLast = (head[0] & 0x80) != 0;
            var isControl = (int)kind >= 8;
            long length = head[1];
            if ((head[0] & 0x70) != 0 || length > 127 || (isControl && (!isLast || length > 125)))
            {
                throw new InvalidDataException("the server sends no frames of a WebSocket");
            }
            if (length == 126)
            {
                await line.ReadAsync(head, 2).ConfigureAwait(false);
                length = (ushort)IPAddress.NetworkToHostOrder(BitConverter.ToInt16(head, 0));
            }
            else if (length == 127)
            {
                await line.ReadAsync(head, 8).ConfigureAwait(false);
                length = IPAddress.NetworkToHostOrder(BitConverter.ToInt64(head, 0));
            }
            if (length < 0 || length > MaxBytes)
            {
                throw new InvalidDataException("the server sends " + length + " bytes at once");
            }
            var payload = new byte[length];
            await line.ReadAsync(payload, payload.Length).ConfigureAwait(false);
            return new WebSocketFrame(kind, isLast, payload);
        }

        /// <summary>The bytes of a whole message, or of a control frame, as a client sends it: masked.</summary>
        public static byte[] Write(FrameKind kind, byte[] payload)
        {
            var length = payload.Length;
            var extra = length < 126 ? 0 : length <= ushort.MaxValue ? 2 : 8;
            var frame = new byte[2 + extra + 4 + length];
            frame[0] = (byte)(0x80 | (int)kind);
            frame[1] = (byte)(0x80 | (extra == 0 ? length : extra == 2 ? 126 : 127));
            for (var index = 0; index < extra; index++) frame[1 + extra - index] = (byte)((long)length >> (8 * index));
            var mask = new byte[4];
            Random.GetBytes(mask);
            Buffer.BlockCopy(mask, 0, frame, 2 + extra, 4);
            for (var index = 0; index < length; index++) frame[6 + extra + index] = (byte)(payload[index] ^ mask[index % 4]);
            return frame;
        }
    }
}
