using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>Connections over WebSocket: everywhere that .NET has sockets, but not in Unity's WebGL.</summary>
    internal sealed class WebSocketTransportFactory : ITransportFactory
    {
        public ITransport Open(Uri uri, ITransportListener listener)
        {
            var transport = new WebSocketTransport(listener);
            // Its own errors end it; there is nothing left for this task to say.
            Task.Run(() => transport.RunAsync(uri));
            return transport;
        }
    }

    internal sealed class WebSocketTransport : ITransport
    {
        /// <summary>How long the other side may take to agree to an end, in milliseconds.</summary>
        private const int ClosingMs = 1000;

        private static readonly byte[] NormalClosure = { 0x03, 0xe8 };

        private readonly object gate = new object();
        private readonly Queue<byte[]> outgoing = new Queue<byte[]>();
        private readonly CancellationTokenSource ending = new CancellationTokenSource();
        private readonly ITransportListener listener;
        private WebSocketLine line;
        private Timer deadline;
        private bool isSending;
        private bool isOver;

        public WebSocketTransport(ITransportListener listener)
        {
            this.listener = listener;
        }

        public void Send(string message)
        {
            if (!HasEnded()) Enqueue(WebSocketFrame.Write(FrameKind.Text, Encoding.UTF8.GetBytes(message)));
        }

        public void Close()
        {
            lock (gate)
            {
                if (isOver) return;
                isOver = true;
                if (line == null)
                {
                    Abort();
                    return;
                }
                // The receiving end sees the answer, and ends with it.
                deadline = new Timer(_ => Abort(), null, ClosingMs, Timeout.Infinite);
            }
            Enqueue(WebSocketFrame.Write(FrameKind.Close, NormalClosure));
        }

        public void Abandon()
        {
            lock (gate) isOver = true;
            Abort();
        }

        public async Task RunAsync(Uri uri)
        {
            var code = CloseCode.Abnormal;
            var reason = "";
            try
            {
                var opened = await WebSocketLine.OpenAsync(uri, ending.Token).ConfigureAwait(false);
                lock (gate)
                {
                    line = opened;
                    if (isOver) throw new OperationCanceledException();
                }
                listener.OnOpen();
                var close = await ReceiveAsync(opened).ConfigureAwait(false);
                code = close.Length < 2 ? CloseCode.NoStatus : (close[0] << 8) | close[1];
                reason = close.Length < 2 ? "" : Encoding.UTF8.GetString(close, 2, close.Length - 2);
            }
            catch (Exception error)
            {
                reason = error.GetBaseException().Message;
            }
            bool isOurs;
            lock (gate)
            {
                isOurs = isOver;
                isOver = true;
                // What answers a close of the server's is still on its way.
                if (!isSending) Abort();
                else if (deadline == null) deadline = new Timer(_ => Abort(), null, ClosingMs, Timeout.Infinite);
            }
            if (!isOurs) listener.OnClose(code, reason);
        }

        /// <summary>Receives until the other side closes the connection; returns what it says then.</summary>
        private async Task<byte[]> ReceiveAsync(WebSocketLine from)
        {
            var message = new MemoryStream();
            while (true)
            {
                var frame = await WebSocketFrame.ReadAsync(from).ConfigureAwait(false);
                switch (frame.Kind)
                {
                    case FrameKind.Ping:
                        Enqueue(WebSocketFrame.Write(FrameKind.Pong, frame.Payload));
                        break;
                    case FrameKind.Pong:
                        break;
                    case FrameKind.Close:
                        if (!HasEnded()) Enqueue(WebSocketFrame.Write(FrameKind.Close, NormalClosure));
                        return frame.Payload;
                    default:
                        message.Write(frame.Payload, 0, frame.Payload.Length);
                        if (!frame.IsLast) break;
                        Tell(Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length));
                        message.SetLength(0);
                        break;
                }
            }
        }

        private void Tell(string message)
        {
            if (!HasEnded()) listener.OnMessage(message);
        }

        private bool HasEnded()
        {
            lock (gate) return isOver;
        }

        private void Enqueue(byte[] frame)
        {
            lock (gate)
            {
                if (line == null) return;
                outgoing.Enqueue(frame);
                if (isSending) return;
                isSending = true;
            }
            Follow(SendAllAsync());
        }

        /// <summary>One frame after the other, whoever has asked for it.</summary>
        private async Task SendAllAsync()
        {
            while (true)
            {
                byte[] next;
                lock (gate)
                {
                    if (outgoing.Count == 0)
                    {
                        isSending = false;
                        return;
                    }
                    next = outgoing.Dequeue();
                }
                await line.WriteAsync(next).ConfigureAwait(false);
            }
        }

        /// <summary>What goes wrong while sending is seen by the receiving end, which tells it.</summary>
        private void Follow(Task sending)
        {
            sending.ContinueWith(
                ended =>
                {
                    // Looked at, so that nobody else is told of it.
                    var seen = ended.Exception;
                    Abort();
                },
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        private void Abort()
        {
            ending.Cancel();
            if (deadline != null) deadline.Dispose();
            if (line != null) line.Dispose();
        }
    }
}
