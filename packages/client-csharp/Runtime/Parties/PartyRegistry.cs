using System;
using System.Collections.Generic;
using System.Linq;

namespace Parties
{
    /// <summary>
    /// Asks the server who waits to be let into a party, and calls back with the error; null if there is none.
    /// </summary>
    internal delegate void ListRequests(string partyId, Action<PartyException> onEnd);

    /// <summary>Keeps the parties of a socket. It lives in the loop.</summary>
    internal sealed class PartyRegistry
    {
        private const int MaxEarly = 100;

        private readonly Dictionary<string, LiveParty> parties = new Dictionary<string, LiveParty>();

        /// <summary>
        /// Data of parties that the player is about to be told of: the server does not always keep the order.
        /// </summary>
        private readonly Queue<PartyData> early = new Queue<PartyData>();
        private readonly Func<PartySnapshot, LiveParty> create;
        private readonly Action<Action> tell;
        private readonly Action onListChange;
        private readonly ListRequests listRequests;
        private volatile IReadOnlyList<LiveParty> list = Array.Empty<LiveParty>();

        /// <param name="tell">Runs what tells handlers, where they run.</param>
        /// <param name="onListChange">The player has entered a party, or one has ended.</param>
        public PartyRegistry(
            Func<PartySnapshot, LiveParty> create, Action<Action> tell, Action onListChange, ListRequests listRequests)
        {
            this.create = create;
            this.tell = tell;
            this.onListChange = onListChange;
            this.listRequests = listRequests;
        }

        /// <summary>
        /// The parties in the order of entering them: the same list until the player enters one or one ends. It can be
        /// used outside of the loop.
        /// </summary>
        public IReadOnlyList<LiveParty> List
        {
            get { return list; }
        }

        /// <summary>The party of this id; null if the player is not in it.</summary>
        public LiveParty Find(string partyId)
        {
            LiveParty party;
            return partyId != null && parties.TryGetValue(partyId, out party) ? party : null;
        }

        /// <summary>Takes what the server says, or what else there is to know of a party.</summary>
        public void Receive(object input)
        {
            Receive(input, PartyIdOf(input));
        }

        /// <summary>
        /// Takes a request that the server has granted, with the reply: what was asked for is so from now on.
        /// </summary>
        public void Replied(object request, object reply)
        {
            Receive(request);
            if (reply == null) return;
            var listed = reply as PartyJoinRequest;
            // As an event the message says who else has asked, as a reply who has asked at all.
            if (listed == null) Receive(reply);
            else Receive(new RequestsListed { Presences = listed.Presences }, listed.PartyId);
        }

        /// <summary>Takes the error of a call: the server may know better what the party is like.</summary>
        public void Refused(PartyException error)
        {
            var party = Find(error.PartyId);
            if (party == null || party.Stale) return;
            var isGone = error.Code == ErrorCode.PartyNotFound || error.Code == ErrorCode.PartyClosed;
            var isOut = error.Code == ErrorCode.PartyMemberNotFound && error.Operation == Operations.SendPartyData.Name;
            if (isGone) End(error.PartyId, PartyEnd.Closed);
            if (isOut) End(error.PartyId, PartyEnd.Left);
            if (error.Operation == Operations.AcceptPartyMember.Name) ListWaiting(error.PartyId);
        }

        /// <summary>The connection was lost. While it is made again the parties stay.</summary>
        public void Lost(bool willReconnect)
        {
            early.Clear();
            foreach (var party in list)
            {
                if (willReconnect) Receive(new ConnectionLost(), party.Id);
                else End(party.Id, PartyEnd.Disconnected);
            }
        }

        /// <summary>A party has ended for the player, who has not been told so.</summary>
        public void End(string partyId, PartyEnd cause)
        {
            Receive(new PartyEnded { Cause = cause }, partyId);
        }

        private void Receive(object input, string partyId)
        {
            var party = Find(partyId);
            var data = input as PartyData;
            if (data != null) ReceiveData(party, data);
            else if (party != null) Apply(party, input);
            else if (input is Party) Enter(PartyReducer.Apply(null, input));
        }

        private void ReceiveData(LiveParty party, PartyData data)
        {
            if (party != null)
            {
                tell(() => party.RaiseData(data));
                return;
            }
            early.Enqueue(data);
            if (early.Count > MaxEarly) early.Dequeue();
        }

        private void Enter(PartySnapshot snapshot)
        {
            parties.Add(snapshot.Id, create(snapshot));
            list = list.Concat(new[] { parties[snapshot.Id] }).ToArray();
            onListChange();
            var waiting = early.ToArray();
            early.Clear();
            foreach (var data in waiting) Receive(data);
        }

        private void Apply(LiveParty party, object input)
        {
            var before = party.Snapshot;
            var after = PartyReducer.Apply(before, input);
            var changes = before.EndCause == null ? PartyReducer.Differences(before, after, input) : new List<object>();
            party.Snapshot = after;
            if (after.EndCause != null || input is PartyClose) Forget(party);
            if (input is PartyClose && after.EndCause == null) AskForCause(party);
            if (Leads(after) && !Leads(before)) ListWaiting(after.Id);
            if (changes.Count == 0 && after == before) return;
            tell(() =>
            {
                foreach (var change in changes) party.Raise(change);
                if (after != before) party.RaiseChanged();
            });
        }

        private void Forget(LiveParty party)
        {
            // Another one is of a membership that has begun since.
            if (Find(party.Id) != party) return;
            parties.Remove(party.Id);
            list = list.Where(other => other != party).ToArray();
            onListChange();
        }

        /// <summary>
        /// A new leader is not told who has been waiting. What the list says is taken like every reply.
        /// </summary>
        private void ListWaiting(string partyId)
        {
            listRequests(partyId, error =>
            {
                var party = Find(partyId);
                // Without the answer whoever has been waiting would wait for ever.
                if (error != null && error.Code == ErrorCode.Timeout && party != null && Leads(party.Snapshot))
                {
                    ListWaiting(partyId);
                }
            });
        }

        /// <summary>
        /// Whether the player was removed or everyone: the server refuses the same request in another way. It is one
        /// that changes nothing, whoever may be in the party meanwhile.
        /// </summary>
        private void AskForCause(LiveParty party)
        {
            listRequests(party.Id, error =>
            {
                var isThere = error == null || error.Code == ErrorCode.PartyLeaderOnly;
                Apply(party, new PartyEnded { Cause = isThere ? PartyEnd.Kicked : PartyEnd.Closed });
            });
        }

        private static bool Leads(PartySnapshot party)
        {
            return party.IsLeader && !party.Stale;
        }

        private static string PartyIdOf(object input)
        {
            var message = input as IAboutParty;
            if (message != null) return message.PartyId;
            // A match names the party with the player.
            var matched = input as MatchmakerMatched;
            return matched == null ? null : matched.Self.PartyId;
        }
    }
}
