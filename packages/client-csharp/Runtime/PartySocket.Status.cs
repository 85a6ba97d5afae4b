using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    // Whose status a socket follows, and its player's own.
    public sealed partial class PartySocket
    {
        /// <summary>
        /// Begins to hear <c>ReceivedStatusPresence</c> about some users; it ends with those of them who are online now,
        /// once for each of their connections. Users who do not exist are ignored.
        /// </summary>
        /// <remarks>Ends also with <c>invalid_user_id</c>, <c>invalid_username</c>.</remarks>
        /// <param name="userIds">Ids; null for none.</param>
        /// <param name="usernames">Names; null for none.</param>
        public Task<Status> FollowUsersAsync(
            IEnumerable<string> userIds,
            IEnumerable<string> usernames = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.FollowUsers,
                null,
                () => new StatusFollow
                {
                    UserIds = Check.Names("userIds", userIds),
                    Usernames = Check.Names("usernames", usernames),
                },
                new CallBounds(timeout, cancellationToken),
                "userIds");
        }

        /// <summary>Hears no more about some users.</summary>
        /// <remarks>Ends also with <c>invalid_user_id</c>.</remarks>
        public Task UnfollowUsersAsync(
            IEnumerable<string> userIds,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.UnfollowUsers,
                null,
                () => new StatusUnfollow { UserIds = Check.Names("userIds", userIds) },
                new CallBounds(timeout, cancellationToken),
                "userIds");
        }

        /// <summary>
        /// Sets the player's status. Everyone who follows the player hears <c>ReceivedStatusPresence</c>, and so does the
        /// player.
        /// </summary>
        /// <remarks>Ends also with <c>status_too_long</c>.</remarks>
        /// <param name="status">At most 2048 bytes. Empty: online without a text. Null: appear offline.</param>
        public Task UpdateStatusAsync(
            string status,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.UpdateStatus,
                null,
                () => new StatusUpdate { Status = Check.Status(status) },
                new CallBounds(timeout, cancellationToken),
                "status");
        }
    }
}
