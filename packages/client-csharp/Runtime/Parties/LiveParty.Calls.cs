using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    // What a game can do with a party.
    public sealed partial class LiveParty
    {
        /// <summary>Sends the others a text, as UTF-8. See <c>PartySocket.SendPartyDataAsync</c>.</summary>
        /// <param name="echo">
        /// Whether the player's own handlers hear the message too, with <c>IsOwn</c>, once the server has taken it. The
        /// server sends it to the others only.
        /// </param>
        public Task SendAsync(
            long opCode,
            string data,
            bool echo = false,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return SendAsync(opCode, Payload.Of(data), echo, timeout, cancellationToken);
        }

        /// <inheritdoc cref="SendAsync(long, string, bool, TimeSpan?, CancellationToken)"/>
        public Task SendAsync(
            long opCode,
            byte[] data,
            bool echo = false,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            // Copied, because a caller may use its buffer again before the echo.
            return socket.SendDataAsync(
                Id, opCode, Payload.Of(data), echo ? this : null, new CallBounds(timeout, cancellationToken));
        }

        /// <summary>Sends the others a message of a kind.</summary>
        /// <inheritdoc cref="SendAsync(long, string, bool, TimeSpan?, CancellationToken)"/>
        public Task SendAsync<T>(
            PartyMessageType<T> type,
            T value,
            bool echo = false,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            byte[] data;
            try
            {
                data = type.Encode(value);
            }
            catch (Exception cause)
            {
                return Task.FromException(Failure.InvalidArgument("value", "has no form as data: " + cause.Message));
            }
            return SendAsync(type.OpCode, data, echo, timeout, cancellationToken);
        }

        /// <summary>Leaves the party. See <c>PartySocket.LeavePartyAsync</c>.</summary>
        public Task LeaveAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            return socket.LeavePartyAsync(Id, cancellationToken: cancellationToken);
        }

        /// <summary>Makes a member the leader. Leader only. See <c>PartySocket.PromotePartyMemberAsync</c>.</summary>
        public Task<PartyLeader> PromoteAsync(
            UserPresence member, CancellationToken cancellationToken = default(CancellationToken))
        {
            return socket.PromotePartyMemberAsync(Id, member, cancellationToken: cancellationToken);
        }

        /// <summary>
        /// Lets a player in who asks to join. Leader only. See <c>PartySocket.AcceptPartyMemberAsync</c>.
        /// </summary>
        public Task AcceptAsync(UserPresence player, CancellationToken cancellationToken = default(CancellationToken))
        {
            return socket.AcceptPartyMemberAsync(Id, player, cancellationToken: cancellationToken);
        }

        /// <summary>
        /// Refuses a player who asks to join, and who is not told. Leader only. It ends with <c>invalid_argument</c> for
        /// a player who is a member: <c>RemoveAsync</c> removes one.
        /// </summary>
        public Task RejectAsync(UserPresence player, CancellationToken cancellationToken = default(CancellationToken))
        {
            return socket.RejectAsync(this, player, new CallBounds(null, cancellationToken));
        }

        /// <summary>Removes a member. Leader only. See <c>PartySocket.RemovePartyMemberAsync</c>.</summary>
        public Task RemoveAsync(UserPresence member, CancellationToken cancellationToken = default(CancellationToken))
        {
            return socket.RemovePartyMemberAsync(Id, member, cancellationToken: cancellationToken);
        }

        /// <summary>Ends the party for everyone. Leader only. See <c>PartySocket.ClosePartyAsync</c>.</summary>
        public Task CloseAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            return socket.ClosePartyAsync(Id, cancellationToken: cancellationToken);
        }

        /// <summary>
        /// Changes what the party is like, and nothing that is left out. Leader only. A leader who has joined the party
        /// and does not know its label clears it, unless it is given. See <c>PartySocket.UpdatePartyAsync</c>.
        /// </summary>
        public Task<PartyUpdate> UpdateAsync(
            bool? open = null,
            bool? hidden = null,
            string label = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var now = snapshot;
            return socket.UpdatePartyAsync(
                now.Id, open ?? now.Open, hidden ?? now.Hidden, label ?? now.Label, cancellationToken: cancellationToken);
        }

        /// <summary>
        /// Asks who waits to be let in; <c>JoinRequests</c> is up to date by itself. Leader only. See
        /// <c>PartySocket.ListPartyJoinRequestsAsync</c>.
        /// </summary>
        public Task<PartyJoinRequest> ListJoinRequestsAsync(
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return socket.ListPartyJoinRequestsAsync(Id, cancellationToken: cancellationToken);
        }

        /// <summary>
        /// Looks for a match for the whole party. Leader only. See <c>PartySocket.AddMatchmakerPartyAsync</c>.
        /// </summary>
        public Task<PartyMatchmakerTicket> MatchmakeAsync(
            string query = "*",
            int minCount = 2,
            int? maxCount = null,
            IDictionary<string, string> stringProperties = null,
            IDictionary<string, double> numericProperties = null,
            int? countMultiple = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return socket.AddMatchmakerPartyAsync(
                Id,
                query,
                minCount,
                maxCount,
                stringProperties,
                numericProperties,
                countMultiple,
                cancellationToken: cancellationToken);
        }

        /// <summary>
        /// Withdraws a ticket of the party. Leader only. See <c>PartySocket.RemoveMatchmakerPartyAsync</c>.
        /// </summary>
        public Task CancelMatchmakingAsync(
            string ticket, CancellationToken cancellationToken = default(CancellationToken))
        {
            return socket.RemoveMatchmakerPartyAsync(Id, ticket, cancellationToken: cancellationToken);
        }
    }
}
