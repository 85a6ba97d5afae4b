using System;

namespace Parties
{
    /// <summary>
    /// Why a connection took a step. After those that say so the SDK does not connect again by itself.
    /// </summary>
    public static class TransitionCode
    {
        /// <summary>The game called <c>ConnectAsync</c>.</summary>
        public const string ConnectCalled = "connect_called";

        /// <summary>The connection is open.</summary>
        public const string Connected = "connected";

        /// <summary>The game called <c>CloseAsync</c>. Final.</summary>
        public const string DisconnectCalled = "disconnect_called";

        /// <summary>
        /// The player has connected a second time, where the server allows one connection each
        /// (<c>session.single_socket</c>). Final.
        /// </summary>
        public const string ConnectedElsewhere = "connected_elsewhere";

        /// <summary>The player was banned. Final.</summary>
        public const string Banned = "banned";

        /// <summary>Code on the server has disconnected the player. Final.</summary>
        public const string DisconnectedByServer = "disconnected_by_server";

        /// <summary>The server does not take the token, nor gives a new one for the refresh token. Final.</summary>
        public const string Unauthenticated = "unauthenticated";

        /// <summary>The server closed it for another reason, which it gives.</summary>
        public const string ServerClosed = "server_closed";

        /// <summary>The server closed it because a message was larger than it takes.</summary>
        public const string MessageTooLarge = "message_too_large";

        /// <summary>It broke without a word.</summary>
        public const string ConnectionLost = "connection_lost";

        /// <summary>The server did not answer a ping in time.</summary>
        public const string HeartbeatTimeout = "heartbeat_timeout";

        /// <summary>An attempt to connect has failed.</summary>
        public const string ConnectFailed = "connect_failed";

        private static readonly string[] Final =
        {
            DisconnectCalled,
            ConnectedElsewhere,
            Banned,
            DisconnectedByServer,
            Unauthenticated,
        };

        /// <summary>Whether to connect again would undo what somebody meant to do, or fail in the same way.</summary>
        internal static bool IsFinal(string code)
        {
            return Array.IndexOf(Final, code) >= 0;
        }

        /// <summary>
        /// What the server announces by a notification, just before it closes the connection; else null.
        /// </summary>
        internal static string Announced(Notification notification)
        {
            if (notification.Code == NotificationCode.SingleSocket) return ConnectedElsewhere;
            return notification.Code == NotificationCode.UserBanned ? Banned : null;
        }

        /// <summary>Why an open connection ended, read from how its transport did.</summary>
        internal static string OfClose(int code, string reason)
        {
            // What Nakama gives as its reason when it closes a connection on purpose, whatever the purpose.
            if (reason == "server-side session disconnect") return DisconnectedByServer;
            if (code == CloseCode.MessageTooBig) return MessageTooLarge;
            return code == CloseCode.Abnormal ? ConnectionLost : ServerClosed;
        }
    }
}
