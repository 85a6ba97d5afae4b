using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

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
    public sealed class LiveParty
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

        /// <summary>Lets a player in who asks to join. Leader only. See <c>PartySocket.AcceptPartyMemberAsync</c>.</summary>
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

        /// <summary>Looks for a match for the whole party. Leader only. See <c>PartySocket.AddMatchmakerPartyAsync</c>.</summary>
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

        /// <summary>Withdraws a ticket of the party. Leader only. See <c>PartySocket.RemoveMatchmakerPartyAsync</c>.</summary>
        public Task CancelMatchmakingAsync(
            string ticket, CancellationToken cancellationToken = default(CancellationToken))
        {
            return socket.RemoveMatchmakerPartyAsync(Id, ticket, cancellationToken: cancellationToken);
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
