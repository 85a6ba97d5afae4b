using System;

namespace Parties
{
    /// <summary>One step of the connection, and why it was taken.</summary>
    public sealed class Transition
    {
        /// <summary>The state before.</summary>
        public ConnectionState From { get; internal set; }

        /// <summary>
        /// The state after. The same as <c>From</c> when an attempt to reconnect has failed and another will follow.
        /// </summary>
        public ConnectionState To { get; internal set; }

        /// <summary>Stable name of the cause: one of <c>TransitionCode</c>.</summary>
        public string Code { get; internal set; }

        /// <summary>The cause in words: what the server gave as its reason, or ours.</summary>
        public string Reason { get; internal set; }

        /// <summary>
        /// Whether the SDK is about to try again by itself: true exactly for steps to <c>Reconnecting</c>.
        /// </summary>
        public bool WillReconnect
        {
            get { return To == ConnectionState.Reconnecting; }
        }

        /// <summary>How long until it does; null if it does not.</summary>
        public TimeSpan? RetryIn { get; internal set; }
    }

    /// <summary>How a connection that was open has ended.</summary>
    public sealed class Disconnect
    {
        /// <summary>Stable name of the cause: one of <c>TransitionCode</c>.</summary>
        public string Code { get; }

        /// <summary>In words: what the server gave as its reason, or ours.</summary>
        public string Reason { get; }

        /// <summary>Whether the SDK is about to connect again by itself.</summary>
        public bool WillReconnect { get; }

        internal Disconnect(Transition transition)
        {
            Code = transition.Code;
            Reason = transition.Reason;
            WillReconnect = transition.WillReconnect;
        }

        /// <summary>The reason.</summary>
        public override string ToString()
        {
            return Reason;
        }
    }
}
