using System;

namespace Parties
{
    /// <summary>How a socket behaves; every socket may have its own.</summary>
    public class SocketOptions
    {
        /// <summary>
        /// How long a call waits for its answer unless it says otherwise, connecting included. Default 10 s;
        /// <c>System.Threading.Timeout.InfiniteTimeSpan</c> for ever.
        /// </summary>
        public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

        /// <summary>Time between the answer to one ping and the next ping. Default 10 s; null for no pings.</summary>
        public TimeSpan? HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(10);

        /// <summary>How long a ping may stay unanswered before the connection counts as lost. Default 10 s.</summary>
        public TimeSpan HeartbeatTimeout { get; set; } = TimeSpan.FromSeconds(10);

        /// <summary>
        /// Decides when a connection that was lost is made again. Default <c>ReconnectPolicies.FullJitter()</c>; null
        /// for never. It is called by the SDK in the background: it must neither block nor use what only Unity's main
        /// thread may.
        /// </summary>
        public ReconnectPolicy Reconnect { get; set; } = ReconnectPolicies.FullJitter();

        /// <summary>
        /// Whether the player comes back into a party after the connection was made again: open ones are joined, and
        /// leaders of closed ones are asked. Default into all; null for none. It is called as <c>Reconnect</c> is.
        /// </summary>
        public Func<PartySnapshot, bool> Rejoin { get; set; } = party => true;

        /// <summary>
        /// Whether the player's status and those it follows are restored after the connection was made again. Default
        /// true.
        /// </summary>
        public bool RestoreStatus { get; set; } = true;

        /// <summary>
        /// The largest message the server takes, in bytes: its option <c>socket.max_message_size_bytes</c>. What is
        /// larger is refused before it is sent, because the server would close the connection. Default 4096.
        /// </summary>
        public int MaxMessageBytes { get; set; } = Limits.MaxMessageBytes;

        /// <summary>
        /// Whether handlers run in the synchronization context of the thread that makes the socket, if it has one:
        /// on Unity's main thread, for example. Default true. Without it they run on threads of the pool, one after
        /// the other.
        /// </summary>
        public bool UseSynchronizationContext { get; set; } = true;

        /// <summary>How connections are opened. Default by WebSocket.</summary>
        public ITransportFactory Transport { get; set; } = new WebSocketTransportFactory();

        /// <summary>The options as they are now: a game may change its own afterwards.</summary>
        internal SocketOptions Copy()
        {
            if (Transport == null) throw Failure.InvalidArgument("Transport", "must not be null");
            return (SocketOptions)MemberwiseClone();
        }
    }
}
