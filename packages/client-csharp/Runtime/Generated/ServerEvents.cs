// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

using System;

namespace Parties
{
    /// <summary>What a server says unasked.</summary>
    public abstract class ServerEvents
    {
        /// <summary>A match was found for one of the session's tickets or its party's.</summary>
        public event Action<MatchmakerMatched> ReceivedMatchmakerMatched;

        /// <summary>Notifications for the user. Also the last words before the server disconnects the session.</summary>
        public event Action<Notifications> ReceivedNotifications;

        /// <summary>Followed users came online, went offline or changed their status.</summary>
        public event Action<StatusPresenceEvent> ReceivedStatusPresence;

        /// <summary>Data on a stream that server code has put the session on.</summary>
        public event Action<StreamData> ReceivedStreamData;

        /// <summary>Presences joined or left a stream that server code has put the session on.</summary>
        public event Action<StreamPresenceEvent> ReceivedStreamPresence;

        /// <summary>The session is a member of this party now.</summary>
        public event Action<Party> ReceivedParty;

        /// <summary>A party has a new leader.</summary>
        public event Action<PartyLeader> ReceivedPartyLeader;

        /// <summary>
        /// Request of the leader: end the party. Event: the party has ended, or the session was removed
        /// from it.
        /// </summary>
        public event Action<PartyClose> ReceivedPartyClose;

        /// <summary>Somebody asks to join. Reply to <c>PartyJoinRequestList</c>.</summary>
        public event Action<PartyJoinRequest> ReceivedPartyJoinRequest;

        /// <summary>The party looks for a match.</summary>
        public event Action<PartyMatchmakerTicket> ReceivedPartyMatchmakerTicket;

        /// <summary>Data from another member.</summary>
        public event Action<PartyData> ReceivedPartyData;

        /// <summary>Members came or went.</summary>
        public event Action<PartyPresenceEvent> ReceivedPartyPresence;

        /// <summary>Request of the leader: replace label, open and hidden. Event: the leader has done so.</summary>
        public event Action<PartyUpdate> ReceivedPartyUpdate;

        /// <summary>Tells a message to the handlers of its event. What is no event has none.</summary>
        internal void RaiseMessage(object message)
        {
            if (message is MatchmakerMatched)
            {
                Raise(ReceivedMatchmakerMatched, (MatchmakerMatched)message, nameof(ReceivedMatchmakerMatched));
            }

            if (message is Notifications)
            {
                Raise(ReceivedNotifications, (Notifications)message, nameof(ReceivedNotifications));
            }

            if (message is StatusPresenceEvent)
            {
                Raise(ReceivedStatusPresence, (StatusPresenceEvent)message, nameof(ReceivedStatusPresence));
            }

            if (message is StreamData)
            {
                Raise(ReceivedStreamData, (StreamData)message, nameof(ReceivedStreamData));
            }

            if (message is StreamPresenceEvent)
            {
                Raise(ReceivedStreamPresence, (StreamPresenceEvent)message, nameof(ReceivedStreamPresence));
            }

            if (message is Party)
            {
                Raise(ReceivedParty, (Party)message, nameof(ReceivedParty));
            }

            if (message is PartyLeader)
            {
                Raise(ReceivedPartyLeader, (PartyLeader)message, nameof(ReceivedPartyLeader));
            }

            if (message is PartyClose)
            {
                Raise(ReceivedPartyClose, (PartyClose)message, nameof(ReceivedPartyClose));
            }

            if (message is PartyJoinRequest)
            {
                Raise(ReceivedPartyJoinRequest, (PartyJoinRequest)message, nameof(ReceivedPartyJoinRequest));
            }

            if (message is PartyMatchmakerTicket)
            {
                Raise(ReceivedPartyMatchmakerTicket, (PartyMatchmakerTicket)message, nameof(ReceivedPartyMatchmakerTicket));
            }

            if (message is PartyData)
            {
                Raise(ReceivedPartyData, (PartyData)message, nameof(ReceivedPartyData));
            }

            if (message is PartyPresenceEvent)
            {
                Raise(ReceivedPartyPresence, (PartyPresenceEvent)message, nameof(ReceivedPartyPresence));
            }

            if (message is PartyUpdate)
            {
                Raise(ReceivedPartyUpdate, (PartyUpdate)message, nameof(ReceivedPartyUpdate));
            }
        }

        internal abstract void Raise<T>(Action<T> handlers, T payload, string eventName);
    }
}
