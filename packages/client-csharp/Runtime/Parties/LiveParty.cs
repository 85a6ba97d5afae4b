using System;
using System.Collections.Generic;

namespace Parties
{
    /// <summary>
    /// A party that the player is in, as it is now: what is shown changes with every message of the server, before any
    /// handler hears of it. <c>Snapshot</c> keeps a moment. Every member can be used on any thread.
    /// </summary>
    /// <remarks>
    /// It stays the same object over a connection that was lost and made again, while the player comes back into it.
    /// Once the party has ended for the player it shows what was last known; who enters it again gets another object.
    /// Methods end with what the socket's method ends with that they stand for.
    /// </remarks>
    public sealed partial class LiveParty
    {
        private const int MaxKept = 100;

        private readonly object gate = new object();
        private readonly PartySocket socket;
        private Action<PartyData> dataHandlers;

        /// <summary>Messages that arrived before anybody listened; null from then on.</summary>
        private Queue<PartyData> kept = new Queue<PartyData>();
        private volatile PartySnapshot snapshot;

        internal LiveParty(PartySocket socket, PartySnapshot snapshot)
        {
            this.socket = socket;
            this.snapshot = snapshot;
        }

        /// <summary>Members came or went. The player itself is not told of its own coming and going.</summary>
        public event Action<MembersChange> MembersChanged;

        /// <summary>Somebody else leads.</summary>
        public event Action<LeaderChange> LeaderChanged;

        /// <summary>Label, openness or visibility are different.</summary>
        public event Action Updated;

        /// <summary>To the leader: players ask to join. A new leader hears so of those who have been waiting.</summary>
        public event Action<IReadOnlyList<UserPresence>> JoinRequested;

        /// <summary>The party looks for a match, with this ticket.</summary>
        public event Action<string> MatchmakingStarted;

        /// <summary>A ticket is no more, and no match was found for it.</summary>
        public event Action<TicketEnd> MatchmakingCancelled;

        /// <summary>A match was found for the party.</summary>
        public event Action<MatchmakerMatched> Matched;

        /// <summary>The party has ended for the player. Nothing follows.</summary>
        public event Action<PartyEnd> Ended;

        /// <summary>Anything that is shown is different. It follows the other events of the same change.</summary>
        public event Action Changed;

        /// <summary>
        /// A message from another member, or the player's own with <c>echo</c>. Messages wait until the first handler is
        /// added, at most the last 100.
        /// </summary>
        public event Action<PartyData> ReceivedData
        {
            add
            {
                bool isFirst;
                lock (gate)
                {
                    isFirst = dataHandlers == null && kept != null;
                    dataHandlers += value;
                }
                if (isFirst) socket.Tell(Release);
            }
            remove
            {
                lock (gate) dataHandlers -= value;
            }
        }

        /// <summary>What is known now: the same object until something changes.</summary>
        public PartySnapshot Snapshot
        {
            get { return snapshot; }
            internal set { snapshot = value; }
        }

        /// <inheritdoc cref="PartySnapshot.Id"/>
        public string Id
        {
            get { return snapshot.Id; }
        }

        /// <inheritdoc cref="PartySnapshot.Label"/>
        public string Label
        {
            get { return snapshot.Label; }
        }

        /// <inheritdoc cref="PartySnapshot.Open"/>
        public bool Open
        {
            get { return snapshot.Open; }
        }

        /// <inheritdoc cref="PartySnapshot.Hidden"/>
        public bool Hidden
        {
            get { return snapshot.Hidden; }
        }

        /// <inheritdoc cref="PartySnapshot.MaxSize"/>
        public int MaxSize
        {
            get { return snapshot.MaxSize; }
        }

        /// <inheritdoc cref="PartySnapshot.Self"/>
        public UserPresence Self
        {
            get { return snapshot.Self; }
        }

        /// <inheritdoc cref="PartySnapshot.Leader"/>
        public UserPresence Leader
        {
            get { return snapshot.Leader; }
        }

        /// <inheritdoc cref="PartySnapshot.Members"/>
        public IReadOnlyList<UserPresence> Members
        {
            get { return snapshot.Members; }
        }

        /// <summary>The same as <c>Members</c>.</summary>
        public IReadOnlyList<UserPresence> Presences
        {
            get { return snapshot.Members; }
        }

        /// <inheritdoc cref="PartySnapshot.JoinRequests"/>
        public IReadOnlyList<UserPresence> JoinRequests
        {
            get { return snapshot.JoinRequests; }
        }

        /// <inheritdoc cref="PartySnapshot.Tickets"/>
        public IReadOnlyList<string> Tickets
        {
            get { return snapshot.Tickets; }
        }

        /// <inheritdoc cref="PartySnapshot.IsLeader"/>
        public bool IsLeader
        {
            get { return snapshot.IsLeader; }
        }

        /// <inheritdoc cref="PartySnapshot.Stale"/>
        public bool Stale
        {
            get { return snapshot.Stale; }
        }

        /// <inheritdoc cref="PartySnapshot.EndCause"/>
        public PartyEnd? EndCause
        {
            get { return snapshot.EndCause; }
        }

        /// <summary>
        /// Calls the handler for every message of a kind, until what is returned is disposed of. Messages wait as they do
        /// for <c>ReceivedData</c>.
        /// </summary>
        public IDisposable On<T>(PartyMessageType<T> type, Action<PartyMessage<T>> handler)
        {
            Action<PartyData> listener = message =>
            {
                if (message.OpCode == type.OpCode) handler(new PartyMessage<T>(message, type.Decode(message.Data)));
            };
            ReceivedData += listener;
            return new Undo(() => ReceivedData -= listener);
        }

        /// <summary>The id.</summary>
        public override string ToString()
        {
            return Id;
        }

        /// <summary>Tells one change. Called where handlers run.</summary>
        internal void Raise(object change)
        {
            if (change is MembersChange) socket.Raise(MembersChanged, (MembersChange)change, nameof(MembersChanged));
            else if (change is LeaderChange) socket.Raise(LeaderChanged, (LeaderChange)change, nameof(LeaderChanged));
            else if (change is DetailsChange) socket.Raise(Updated, nameof(Updated));
            else if (change is NewRequests) socket.Raise(JoinRequested, ((NewRequests)change).Presences, nameof(JoinRequested));
            else if (change is NewTicket) socket.Raise(MatchmakingStarted, ((NewTicket)change).Ticket, nameof(MatchmakingStarted));
            else if (change is TicketEnd) socket.Raise(MatchmakingCancelled, (TicketEnd)change, nameof(MatchmakingCancelled));
            else if (change is MatchmakerMatched) socket.Raise(Matched, (MatchmakerMatched)change, nameof(Matched));
            else if (change is PartyEnded) socket.Raise(Ended, ((PartyEnded)change).Cause, nameof(Ended));
        }

        /// <summary>Tells that something has changed. Called where handlers run.</summary>
        internal void RaiseChanged()
        {
            socket.Raise(Changed, nameof(Changed));
        }

        /// <summary>Tells a message, or keeps it. Called where handlers run.</summary>
        internal void RaiseData(PartyData data)
        {
            Action<PartyData> handlers;
            lock (gate)
            {
                if (kept != null)
                {
                    kept.Enqueue(data);
                    if (kept.Count > MaxKept) kept.Dequeue();
                    return;
                }
                handlers = dataHandlers;
            }
            socket.Raise(handlers, data, nameof(ReceivedData));
        }

        private sealed class Undo : IDisposable
        {
            private readonly Action undo;

            public Undo(Action undo)
            {
                this.undo = undo;
            }

            public void Dispose()
            {
                undo();
            }
        }

        private void Release()
        {
            Queue<PartyData> released;
            lock (gate)
            {
                released = kept ?? new Queue<PartyData>();
                kept = null;
            }
            foreach (var data in released) RaiseData(data);
        }
    }
}
