using System;

namespace Parties
{
    /// <summary>Where the server is, and what the SDK may use of the platform.</summary>
    public sealed class PartyClientOptions : SocketOptions
    {
        /// <summary>The server's key, which a game's clients share: its option <c>socket.server_key</c>.</summary>
        public string ServerKey { get; set; } = "defaultkey";

        /// <summary>Host name or address, without scheme and port. Default <c>127.0.0.1</c>.</summary>
        public string Host { get; set; } = "127.0.0.1";

        /// <summary>Port of HTTP and WebSocket. Default 7350.</summary>
        public int Port { get; set; } = 7350;

        /// <summary>Whether to speak <c>https</c> and <c>wss</c>. Default false.</summary>
        public bool Ssl { get; set; }

        /// <summary>
        /// How long before its end a session token is replaced when it is to be used. Nakama's tokens live for 60
        /// seconds unless it is told otherwise. Default 10 s.
        /// </summary>
        public TimeSpan RefreshMargin { get; set; } = TimeSpan.FromSeconds(10);

        /// <summary>How HTTP requests are sent. Default by <c>HttpClient</c>.</summary>
        public IHttpAdapter Http { get; set; } = new HttpClientAdapter();

        /// <summary>Time and timers. Default the machine's own.</summary>
        public IClock Clock { get; set; }

        /// <summary>
        /// A number from 0 up to 1, to spread what many clients would do at once. It is called on any thread.
        /// </summary>
        public Func<double> Random { get; set; }

        /// <summary>Told what the SDK does, on any thread. Default nobody.</summary>
        public Action<LogLevel, string, Exception> Log { get; set; }

        /// <summary>Runs something soon; tests bring their own.</summary>
        internal Action<Action> Background { get; set; }
    }
}
