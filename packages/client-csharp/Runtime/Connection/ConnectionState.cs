namespace Parties
{
    /// <summary>Where a connection stands.</summary>
    public enum ConnectionState
    {
        /// <summary>Never connected.</summary>
        Idle,

        /// <summary><c>ConnectAsync</c> was called, and its attempt is under way.</summary>
        Connecting,

        /// <summary>Messages flow.</summary>
        Open,

        /// <summary>
        /// An open connection was lost, and the SDK makes a new one by itself. Calls are refused with
        /// <c>not_connected</c> meanwhile.
        /// </summary>
        Reconnecting,

        /// <summary>Over; <c>ConnectAsync</c> begins anew.</summary>
        Closed,
    }

    /// <summary>What can happen to a connection.</summary>
    internal enum ConnectionInput
    {
        /// <summary>The game asks for one.</summary>
        Connect,

        /// <summary>It comes to be.</summary>
        Opened,

        /// <summary>It fails in a way that is worth another try.</summary>
        Retry,

        /// <summary>It ends.</summary>
        End,
    }

    internal static class ConnectionSteps
    {
        /// <summary>
        /// The state that follows; null where an input means nothing (a second <c>CloseAsync</c>, say).
        /// </summary>
        public static ConnectionState? Next(ConnectionState state, ConnectionInput input)
        {
            var isOver = state == ConnectionState.Idle || state == ConnectionState.Closed;
            switch (input)
            {
                case ConnectionInput.Connect:
                    return isOver ? ConnectionState.Connecting : (ConnectionState?)null;
                case ConnectionInput.Opened:
                    return isOver || state == ConnectionState.Open ? (ConnectionState?)null : ConnectionState.Open;
                case ConnectionInput.Retry:
                    var wasOpen = state == ConnectionState.Open || state == ConnectionState.Reconnecting;
                    return wasOpen ? ConnectionState.Reconnecting : (ConnectionState?)null;
                default:
                    return isOver ? (ConnectionState?)null : ConnectionState.Closed;
            }
        }
    }
}
