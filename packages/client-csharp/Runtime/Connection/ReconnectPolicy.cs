using System;

namespace Parties
{
    /// <summary>
    /// Decides when to connect again: how long to wait, or null to give up. It is not asked where another attempt
    /// makes no sense: after <c>CloseAsync</c>, when the player was disconnected on purpose, when the token is refused.
    /// </summary>
    public delegate TimeSpan? ReconnectPolicy(ReconnectAttempt attempt);

    /// <summary>What there is to know when it has to be decided whether to connect again, and when.</summary>
    public sealed class ReconnectAttempt
    {
        /// <summary>How many attempts came before this one since the connection last held for 10 seconds.</summary>
        public int RetryCount { get; internal set; }

        /// <summary>Time since the connection was lost, or since <c>ReconnectNow</c>.</summary>
        public TimeSpan Elapsed { get; internal set; }

        /// <summary>
        /// Why the connection was lost, or why the attempt before has failed: one of <c>TransitionCode</c>.
        /// </summary>
        public string Code { get; internal set; }

        /// <summary>The same in words.</summary>
        public string Reason { get; internal set; }

        /// <summary>A number from 0 up to 1, drawn anew for every decision.</summary>
        public double Random { get; internal set; }
    }

    /// <summary>Policies that come with the SDK.</summary>
    public static class ReconnectPolicies
    {
        /// <summary>
        /// Exponential backoff with full jitter: each wait is drawn anew from the whole range between nothing and the
        /// longest wait, so that clients that lost a server together do not come back together.
        /// </summary>
        /// <param name="baseDelay">
        /// Longest wait before the first attempt; it doubles with each that fails. Default 500 ms.
        /// </param>
        /// <param name="maxDelay">Longest wait of all. Default 15 s.</param>
        /// <param name="giveUpAfter">
        /// After how long without a connection no further attempt is made. Default 5 min.
        /// </param>
        public static ReconnectPolicy FullJitter(
            TimeSpan? baseDelay = null, TimeSpan? maxDelay = null, TimeSpan? giveUpAfter = null)
        {
            var first = (baseDelay ?? TimeSpan.FromMilliseconds(500)).TotalMilliseconds;
            var longest = (maxDelay ?? TimeSpan.FromSeconds(15)).TotalMilliseconds;
            var patience = giveUpAfter ?? TimeSpan.FromMinutes(5);
            return attempt =>
            {
                if (attempt.Elapsed >= patience) return null;
                var wait = Math.Min(longest, first * Math.Pow(2, attempt.RetryCount));
                return TimeSpan.FromMilliseconds(attempt.Random * wait);
            };
        }
    }
}
