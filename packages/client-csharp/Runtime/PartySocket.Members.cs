using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    // What a socket can do with the members of a party.
    public sealed partial class PartySocket
    {
        /// <summary>Lists the players who ask to join, oldest request first. Only the leader may.</summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_leader_only</c>.
        /// </remarks>
        public Task<PartyJoinRequest> ListPartyJoinRequestsAsync(
            string partyId,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.ListPartyJoinRequests,
                partyId,
                () => new PartyJoinRequestList { PartyId = Check.Name("partyId", partyId) },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>Lets a player in who asked to join. Only the leader may.</summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>invalid_presence</c>, <c>party_not_found</c>,
        /// <c>party_leader_only</c>, <c>party_full</c>, <c>party_join_request_not_found</c>, <c>party_accept_failed</c>
        /// (the player has gone meanwhile).
        /// </remarks>
        /// <param name="presence">As in the join request.</param>
        public Task AcceptPartyMemberAsync(
            string partyId,
            UserPresence presence,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.AcceptPartyMember,
                partyId,
                () => new PartyAccept { PartyId = Check.Name("partyId", partyId), Presence = Check.Presence(presence) },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Removes a member, or refuses a player who asked to join. Only the leader may. A member who is removed hears
        /// <c>ReceivedPartyClose</c>; a player who is refused hears nothing.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>invalid_presence</c>, <c>party_not_found</c>,
        /// <c>party_leader_only</c>, <c>party_cannot_remove_self</c>, <c>party_member_not_found</c>,
        /// <c>party_remove_failed</c>.
        /// </remarks>
        /// <param name="presence">As in the party, or in the join request.</param>
        public Task RemovePartyMemberAsync(
            string partyId,
            UserPresence presence,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.RemovePartyMember,
                partyId,
                () => new PartyRemove { PartyId = Check.Name("partyId", partyId), Presence = Check.Presence(presence) },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Makes another member the leader; it ends with who leads now. Only the leader may. Everyone hears
        /// <c>ReceivedPartyLeader</c>, the caller before this ends.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>invalid_presence</c>, <c>party_not_found</c>,
        /// <c>party_leader_only</c>, <c>party_member_not_found</c>.
        /// </remarks>
        /// <param name="partyMember">As in the party.</param>
        public Task<PartyLeader> PromotePartyMemberAsync(
            string partyId,
            UserPresence partyMember,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.PromotePartyMember,
                partyId,
                () => new PartyPromote { PartyId = Check.Name("partyId", partyId), Presence = Check.Presence(partyMember) },
                new CallBounds(timeout, cancellationToken),
                null,
                // The server's answer is empty: it says that what was asked for is so.
                _ => new PartyLeader { PartyId = partyId, Presence = Check.Presence(partyMember) });
        }

        internal Task RejectAsync(LiveParty party, UserPresence player, CallBounds bounds)
        {
            return Call(
                Operations.RemovePartyMember,
                party.Id,
                () =>
                {
                    var presence = Check.Presence(player);
                    if (party.Members.Any(member => member.SessionId == presence.SessionId))
                    {
                        throw Failure.InvalidArgument("player", "is a member");
                    }
                    return new PartyRemove { PartyId = party.Id, Presence = presence };
                },
                bounds);
        }
    }
}
