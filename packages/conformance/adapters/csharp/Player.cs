using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;
using Parties;

namespace PartyAdapter
{
    /// <summary>One player of a case: a client, a socket, and what it hears.</summary>
    internal sealed class Player
    {
        private readonly object gate = new object();
        private readonly string actor;
        private readonly Action<JObject> send;
        private readonly HashSet<LiveParty> known = new HashSet<LiveParty>();
        private readonly JArray ended = new JArray();
        private readonly JArray cancelled = new JArray();
        private int lastSeq;

        public readonly PartyClient Client;
        public readonly PartySocket Socket;
        public Session Session;

        public Player(string actor, JObject open, Action<JObject> send)
        {
            this.actor = actor;
            this.send = send;
            var server = open["server"];
            Client = new PartyClient(new PartyClientOptions
            {
                Host = (string)server["host"],
                Port = (int)server["port"],
                Ssl = (bool)server["ssl"],
                ServerKey = (string)server["serverKey"],
                Reconnect = open["reconnect"] != null && (bool)open["reconnect"]
                    ? ReconnectPolicies.FullJitter(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100))
                    : null,
            });
            Socket = Client.NewSocket();
            Listen();
        }

        /// <summary>What live parties have told of what is over.</summary>
        public JObject Past()
        {
            lock (gate) return new JObject { { "ended", ended.DeepClone() }, { "cancelled", cancelled.DeepClone() } };
        }

        private void Listen()
        {
            Socket.ReceivedParty += message => Tell("party", Values.Of(message));
            Socket.ReceivedPartyPresence += message => Tell("partyPresence", Values.Of(message));
            Socket.ReceivedPartyJoinRequest += message => Tell("partyJoinRequest", Values.Of(message));
            Socket.ReceivedPartyLeader += message => Tell("partyLeader", Values.Of(message));
            Socket.ReceivedPartyData += message => Tell("partyData", Values.Of(message));
            Socket.ReceivedPartyClose += message => Tell("partyClose", Values.Of(message));
            Socket.ReceivedPartyUpdate += message => Tell("partyUpdate", Values.Of(message));
            Socket.ReceivedPartyMatchmakerTicket += message => Tell("partyMatchmakerTicket", Values.Of(message));
            Socket.ReceivedMatchmakerMatched += message => Tell("matchmakerMatched", Values.Of(message));
            Socket.ReceivedStatusPresence += message => Tell("statusPresence", Values.Of(message));
            Socket.ReceivedNotifications += message => Tell("notifications", Values.Of(message));
            Socket.ReceivedStreamData += message => Tell("streamData", Values.Of(message));
            Socket.ReceivedStreamPresence += message => Tell("streamPresence", Values.Of(message));
            Socket.ReceivedError += error => Tell("error", Values.Of(error));
            Socket.ReceivedPartyRejoin += rejoin => Tell("partyRejoin", new JObject
            {
                { "partyId", rejoin.PartyId },
                { "outcome", rejoin.Outcome.ToString().ToLowerInvariant() },
            });
            Socket.Closed += closed => Tell("disconnect", new JObject
            {
                { "code", closed.Code },
                { "reason", closed.Reason },
                { "willReconnect", closed.WillReconnect },
            });
            Socket.StateChanged += transition =>
            {
                var isAgain = transition.From == ConnectionState.Reconnecting && transition.To == ConnectionState.Open;
                if (isAgain) Tell("reconnected", new JObject());
            };
            Socket.PartiesChanged += KeepPast;
        }

        private void KeepPast()
        {
            foreach (var party in Socket.Parties)
            {
                if (!known.Add(party)) continue;
                party.Ended += cause => Note(ended, new JObject
                {
                    { "partyId", party.Id },
                    { "cause", cause.ToString().ToLowerInvariant() },
                });
                party.MatchmakingCancelled += ticket => Note(cancelled, new JObject
                {
                    { "partyId", party.Id },
                    { "ticket", ticket.Ticket },
                    { "cause", ticket.Cause.ToString().ToLowerInvariant() },
                });
            }
        }

        private void Note(JArray past, JObject entry)
        {
            lock (gate) past.Add(entry);
        }

        private void Tell(string name, JObject value)
        {
            lock (gate)
            {
                lastSeq++;
                send(new JObject
                {
                    { "type", "event" },
                    { "actor", actor },
                    { "seq", lastSeq },
                    { "name", name },
                    { "value", value },
                });
            }
        }
    }
}
