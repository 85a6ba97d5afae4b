using System;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    // What a socket can do with parties.
    public sealed partial class PartySocket
    {
        /// <summary>Creates a party that the player leads. See the form with <c>hidden</c>.</summary>
        public Task<LiveParty> CreatePartyAsync(
            bool open,
            int maxSize,
            string label = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return CreatePartyAsync(open, false, maxSize, label, timeout, cancellationToken);
        }

        /// <summary>
        /// Creates a party that the player leads. The player also hears <c>ReceivedParty</c> and
        /// <c>ReceivedPartyPresence</c> for it.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_size</c>, <c>party_label_too_long</c>, <c>party_label_invalid</c>,
        /// <c>party_create_failed</c>.
        /// </remarks>
        /// <param name="open">Whether anyone may join. If not, the leader lets each player in.</param>
        /// <param name="hidden">
        /// Whether listings leave the party out. Servers before 3.28 close the connection when it is true.
        /// </param>
        /// <param name="maxSize">At most how many members, 1 to 256, the creator included.</param>
        /// <param name="label">
        /// What listings can be searched by: a JSON object, as text of at most 2048 bytes. Default none. Servers before
        /// 3.28 close the connection when it is given.
        /// </param>
        public Task<LiveParty> CreatePartyAsync(
            bool open,
            bool hidden,
            int maxSize,
            string label = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.CreateParty,
                null,
                () => new PartyCreate
                {
                    Open = open,
                    Hidden = hidden,
                    MaxSize = Check.Range("maxSize", maxSize, 1, Limits.MaxPartySize),
                    Label = Check.Label(label),
                },
                new CallBounds(timeout, cancellationToken),
                "label",
                // The reply has been taken in by now.
                created => core.Registry.Find(created.PartyId));
        }

        /// <summary>
        /// Joins an open party, or asks to be let into a closed one. It ends in both cases as soon as the server has
        /// taken note. The player is in once <c>ReceivedParty</c> tells it and the party is among <c>Parties</c>.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_closed</c>, <c>party_full</c>,
        /// <c>party_join_requests_full</c>, <c>party_join_request_duplicate</c>, <c>party_already_member</c>,
        /// <c>party_join_failed</c>.
        /// </remarks>
        public Task JoinPartyAsync(
            string partyId,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.JoinParty,
                partyId,
                () => new PartyJoin { PartyId = Check.Name("partyId", partyId) },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Joins a party, and ends when the player is in, with the party: also after the leader of a closed party has
        /// said yes.
        /// </summary>
        /// <remarks>
        /// The server tells nobody that a request was refused, or that the party has ended meanwhile: both end with
        /// <c>timeout</c>, after a minute unless <c>timeout</c> says otherwise. The request then stays with the leader,
        /// and the player is still let in should the leader accept it. Ends also with what <c>JoinPartyAsync</c> ends
        /// with.
        /// </remarks>
        public Task<LiveParty> JoinPartyAndWaitAsync(
            string partyId,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            if (string.IsNullOrEmpty(partyId))
            {
                var error = Failure.InvalidArgument("partyId", "has to be a text that is not empty");
                return Refuse<LiveParty>(error, Operations.JoinParty.Name, partyId);
            }
            var bounds = new CallBounds(timeout ?? TimeSpan.FromMinutes(1), cancellationToken);
            return Run<LiveParty>(end => core.Enter(partyId, bounds, end));
        }

        /// <summary>
        /// Leaves a party. It ends well too if the player is not in it, or if there is none. The player hears no event
        /// of the server; the others do.
        /// </summary>
        /// <remarks>Ends also with <c>invalid_party_id</c>.</remarks>
        public Task LeavePartyAsync(
            string partyId,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.LeaveParty,
                partyId,
                () => new PartyLeave { PartyId = Check.Name("partyId", partyId) },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>Ends a party for everyone. Only the leader may. Everyone hears <c>ReceivedPartyClose</c>.</summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_closed</c>, <c>party_leader_only</c>.
        /// </remarks>
        public Task ClosePartyAsync(
            string partyId,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.CloseParty,
                partyId,
                () => new PartyClose { PartyId = Check.Name("partyId", partyId) },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Replaces what a party is like; it ends with what it is like now. Only the leader may. Everyone hears
        /// <c>ReceivedPartyUpdate</c>, the caller before this ends. Servers before 3.28 close the connection.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_leader_only</c>,
        /// <c>party_label_too_long</c>, <c>party_label_invalid</c>, <c>party_hidden_with_label</c>.
        /// </remarks>
        /// <param name="open">Whether anyone may join.</param>
        /// <param name="hidden">Whether listings leave the party out. A hidden party cannot have a label.</param>
        /// <param name="label">A JSON object, as text of at most 2048 bytes. What is left out is set back.</param>
        public Task<PartyUpdate> UpdatePartyAsync(
            string partyId,
            bool open,
            bool hidden = false,
            string label = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.UpdateParty,
                partyId,
                () => new PartyUpdate
                {
                    PartyId = Check.Name("partyId", partyId),
                    Open = open,
                    Hidden = hidden,
                    Label = Check.Label(label),
                },
                new CallBounds(timeout, cancellationToken),
                "label",
                _ => new PartyUpdate { PartyId = partyId, Open = open, Hidden = hidden, Label = label ?? "" });
        }
    }
}
