using System;

namespace Parties
{
    /// <summary>The options with every default filled in.</summary>
    internal sealed class Settings
    {
        public readonly Platform Platform = new Platform();
        public readonly IHttpAdapter Http;
        public readonly string ServerKey;

        /// <summary><c>127.0.0.1:7350</c></summary>
        public readonly string Authority;

        /// <summary><c>http://127.0.0.1:7350</c></summary>
        public readonly string HttpUrl;

        /// <summary><c>ws://127.0.0.1:7350/ws</c></summary>
        public readonly string SocketUrl;

        public readonly TimeSpan Timeout;
        public readonly TimeSpan RefreshMargin;

        /// <exception cref="PartyException"><c>invalid_argument</c></exception>
        public Settings(PartyClientOptions options)
        {
            var host = options.Host;
            if (string.IsNullOrEmpty(host) || host.IndexOfAny(new[] { '/', '@', '?', '#', ' ' }) >= 0)
            {
                throw Failure.InvalidArgument("host", "has to be without scheme and port");
            }
            if (options.Port < 1 || options.Port > 65535)
            {
                throw Failure.InvalidArgument("port", "has to be from 1 to 65535");
            }
            var isIpv6 = host.Contains(":") && !host.StartsWith("[", StringComparison.Ordinal);
            Authority = (isIpv6 ? "[" + host + "]" : host) + ":" + options.Port;
            HttpUrl = (options.Ssl ? "https://" : "http://") + Authority;
            SocketUrl = (options.Ssl ? "wss://" : "ws://") + Authority + "/ws";
            ServerKey = options.ServerKey ?? "";
            Http = options.Http;
            if (Http == null) throw Failure.InvalidArgument("Http", "must not be null");
            Timeout = options.Timeout;
            RefreshMargin = options.RefreshMargin;
            Platform.Clock = options.Clock ?? Platform.Clock;
            Platform.Random = options.Random ?? Platform.Random;
            Platform.Log = options.Log ?? Platform.Log;
            Platform.Background = options.Background ?? Platform.Background;
        }
    }
}
