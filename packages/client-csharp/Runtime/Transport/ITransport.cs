using System;

namespace Parties
{
    /// <summary>
    /// Opens connections. The default is a WebSocket over a socket of .NET; a platform without those brings its own.
    /// </summary>
    public interface ITransportFactory
    {
        /// <summary>
        /// Begins to open a connection. It returns at once, and tells the listener nothing before it has returned.
        /// </summary>
        /// <param name="uri">Address with token: <c>ws://127.0.0.1:7350/ws?token=…</c></param>
        ITransport Open(Uri uri, ITransportListener listener);
    }

    /// <summary>One connection, being made or made.</summary>
    public interface ITransport
    {
        /// <summary>
        /// Sends one message; only after <c>OnOpen</c>. It does not block, and messages keep their order.
        /// </summary>
        void Send(string message);

        /// <summary>
        /// Ends the connection, in whatever state it is; what was sent before still goes out. A peer that does not
        /// agree to it is not waited for longer than a second.
        /// </summary>
        void Close();

        /// <summary>Ends a connection whose peer no longer answers, without waiting for it.</summary>
        void Abandon();
    }

    /// <summary>
    /// What a transport tells, on any thread, one thing at a time. Nothing is told any more once <c>OnClose</c> was
    /// called or the transport was closed.
    /// </summary>
    public interface ITransportListener
    {
        /// <summary>The connection is open.</summary>
        void OnOpen();

        /// <summary>One message, whole.</summary>
        void OnMessage(string message);

        /// <summary>The connection ended or could not be made, not by <c>Close</c> or <c>Abandon</c>.</summary>
        /// <param name="code">
        /// WebSocket close code; 1006 when the connection broke, or never came to be, without a close frame.
        /// </param>
        /// <param name="reason">What the other side gave as its reason; mostly empty.</param>
        void OnClose(int code, string reason);
    }
}
