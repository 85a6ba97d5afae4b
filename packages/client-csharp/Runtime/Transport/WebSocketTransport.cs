using System;
using System.Collections.Generic;
using System.IO;
using System.Net.WebSockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>Connections by <c>ClientWebSocket</c>: everywhere that .NET is, but not in Unity's WebGL.</summary>
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
        /// <summary>How long the other side may take to agree to an end.</summary>
        private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(1);

        private readonly object gate = new object();
        private readonly Queue<ArraySegment<byte>> outgoing = new Queue<ArraySegment<byte>>();
        private readonly CancellationTokenSource ending = new CancellationTokenSource();
        private readonly ClientWebSocket socket = new ClientWebSocket();
        private readonly ITransportListener listener;
        private bool isSending;
        private bool isOver;

        public WebSocketTransport(ITransportListener listener)
        {
            this.listener = listener;
            // The SDK pings by itself, with an answer.
            socket.Options.KeepAliveInterval = TimeSpan.Zero;
        }

        public void Send(string message)
        {
            lock (gate)
            {
                if (isOver) return;
                outgoing.Enqueue(new ArraySegment<byte>(Encoding.UTF8.GetBytes(message)));
                if (isSending) return;
                isSending = true;
            }
            Forget(SendAllAsync());
        }

        public void Close()
        {
            lock (gate)
            {
                if (isOver) return;
                isOver = true;
                // It closes when it has sent everything.
                if (isSending) return;
            }
            Forget(CloseAsync());
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
                await socket.ConnectAsync(uri, ending.Token).ConfigureAwait(false);
                if (Tell()) listener.OnOpen();
                var close = await ReceiveAsync().ConfigureAwait(false);
                code = (int)(close.CloseStatus ?? (WebSocketCloseStatus)CloseCode.NoStatus);
                reason = close.CloseStatusDescription ?? "";
                Forget(CloseAsync());
            }
            catch (Exception error)
            {
                reason = error.GetBaseException().Message;
                Abort();
            }
            lock (gate)
            {
                if (isOver) return;
                isOver = true;
            }
            listener.OnClose(code, reason);
        }

        /// <summary>Receives until the other side closes the connection.</summary>
        private async Task<WebSocketReceiveResult> ReceiveAsync()
        {
            var buffer = new ArraySegment<byte>(new byte[16 * 1024]);
            var message = new MemoryStream();
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, ending.Token).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close) return part;
                message.Write(buffer.Array, 0, part.Count);
                if (!part.EndOfMessage) continue;
                var text = Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
                message.SetLength(0);
                if (Tell()) listener.OnMessage(text);
            }
        }

        /// <summary>One after the other, because a WebSocket takes no second message while it sends the first.</summary>
        private async Task SendAllAsync()
        {
            while (true)
            {
                ArraySegment<byte> next;
                lock (gate)
                {
                    if (outgoing.Count == 0)
                    {
                        isSending = false;
                        if (!isOver) return;
                        break;
                    }
                    next = outgoing.Dequeue();
                }
                await socket.SendAsync(next, WebSocketMessageType.Text, true, ending.Token).ConfigureAwait(false);
            }
            await CloseAsync().ConfigureAwait(false);
        }

        private async Task CloseAsync()
        {
            try
            {
                if (socket.State == WebSocketState.Open || socket.State == WebSocketState.CloseReceived)
                {
                    using (var deadline = new CancellationTokenSource(ClosingTime))
                    {
                        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", deadline.Token)
                            .ConfigureAwait(false);
                    }
                    // The receiving end sees the answer, and ends with it.
                    if (socket.State == WebSocketState.CloseSent) await Task.Delay(ClosingTime, ending.Token).ConfigureAwait(false);
                }
            }
            finally
            {
                Abort();
            }
        }

        private bool Tell()
        {
            lock (gate) return !isOver;
        }

        private void Abort()
        {
            ending.Cancel();
            socket.Dispose();
        }

        /// <summary>What goes wrong while sending is seen by the receiving end, which tells it.</summary>
        private void Forget(Task task)
        {
            task.ContinueWith(
                failed =>
                {
                    // Looked at, so that nobody else is told of it.
                    var seen = failed.Exception;
                    Abort();
                },
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously);
        }
    }
}
