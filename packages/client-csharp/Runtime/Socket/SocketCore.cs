using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>
    /// What a socket is made of, and how its parts work together. All but <c>Post</c> is used in the loop.
    /// </summary>
    internal sealed class SocketCore : IConnectionListener, IRejoinSocket
    {
        /// <summary>Several heartbeats, should some refreshes fail.</summary>
        private static readonly TimeSpan RefreshTokenMargin = TimeSpan.FromMinutes(1);

        private readonly Settings settings;
        private readonly SocketOptions options;
        private readonly HttpCaller http;
        private readonly SessionKeeper keeper;
        private readonly PartySocket socket;
        private readonly Loop loop;
        private readonly Delivery delivery;
        private readonly Connection connection;
        private readonly PartyRegistry registry;
        private readonly Rejoiner rejoiner;

        /// <summary>Those who wait until the player is in a party.</summary>
        private readonly List<Entrance> entrances = new List<Entrance>();
        private volatile StatusMemory status = new StatusMemory();
        private volatile Session session;

        public SocketCore(
            PartySocket socket, Settings settings, SocketOptions options, HttpCaller http, SessionKeeper keeper)
        {
            this.socket = socket;
            this.settings = settings;
            this.options = options.Copy();
            this.http = http;
            this.keeper = keeper;
            var context = this.options.UseSynchronizationContext ? SynchronizationContext.Current : null;
            loop = new Loop(settings.Platform);
            delivery = new Delivery(context, settings.Platform);
            connection = new Connection(loop, settings.Platform, this.options, this);
            registry = new PartyRegistry(
                snapshot => new LiveParty(socket, snapshot),
                Tell,
                () => Tell(socket.RaisePartiesChanged),
                ListJoinRequests);
            rejoiner = new Rejoiner(loop, settings.Platform.Clock, this);
        }

        public ConnectionState State
        {
            get { return connection.State; }
        }

        /// <summary>The one last given to <c>Connect</c>.</summary>
        public Session Session
        {
            get { return session; }
        }

        public PartyRegistry Registry
        {
            get { return registry; }
        }

        public bool CompletesInOrder
        {
            get { return delivery.IsInOrder; }
        }

        public TimeSpan Timeout
        {
            get { return options.Timeout; }
        }

        public DateTime Now
        {
            get { return settings.Platform.Clock.Now; }
        }

        public void Post(Action action)
        {
            loop.Post(action);
        }

        /// <summary>Runs what tells handlers, where they run, behind everything that was told before.</summary>
        public void Tell(Action raise)
        {
            delivery.Event(raise);
        }

        public void Complete(bool inOrder, Action complete)
        {
            delivery.Completion(inOrder, complete);
        }

        public void Log(LogLevel level, string message, Exception cause)
        {
            settings.Platform.Log(level, message, cause);
        }

        public void Connect(
            Session player, bool appearOnline, string langTag, CallBounds bounds, Action<PartyException> onEnd)
        {
            var isFree = State == ConnectionState.Idle || State == ConnectionState.Closed;
            if (!isFree && player.UserId != session.UserId)
            {
                onEnd(Failure.InvalidArgument("session", "is of another player; close the socket first"));
                return;
            }
            session = player;
            var target = new ConnectTarget(
                settings, http, keeper, player, () => ShowsOnline() ?? appearOnline, langTag);
            connection.Connect(target, WithDefault(bounds), onEnd);
        }

        public void Disconnect()
        {
            connection.Disconnect();
        }

        public void ReconnectNow()
        {
            connection.ReconnectNow();
        }

        public void Request<TRequest, TReply>(
            Operation<TRequest, TReply> operation,
            TRequest message,
            string largest,
            CallBounds bounds,
            Action<TReply, PartyException> onEnd)
            where TRequest : IWritable
            where TReply : class
        {
            var about = message as IAboutParty;
            var partyId = about == null ? null : about.PartyId;
            connection.Request(new Call
            {
                Operation = operation.Name,
                PartyId = partyId,
                Kind = operation.Request,
                Message = message,
                Largest = largest ?? "the call",
                Bounds = WithDefault(bounds),
                OnReply = reply => Replied(message, reply),
                OnRefused = registry.Refused,
                OnEnd = (reply, error) =>
                {
                    var result = typeof(TReply) == typeof(Nothing) ? Nothing.Value as TReply : reply as TReply;
                    if (error == null && result == null) error = Failure.UnexpectedReply(typeof(TReply), reply);
                    if (error == null) onEnd(result, null);
                    else onEnd(null, error.During(operation.Name, partyId));
                },
            });
        }

        /// <summary>Joins a party, and waits until the player is in it.</summary>
        public void Enter(string partyId, CallBounds bounds, Action<LiveParty, PartyException> onEnd)
        {
            var entrance = new Entrance { PartyId = partyId };
            entrance.Wait = new Wait(loop, bounds, (party, error) =>
            {
                entrances.Remove(entrance);
                if (error == null) onEnd((LiveParty)party, null);
                else onEnd(null, error.During(Operations.JoinParty.Name, partyId));
            });
            if (entrance.Wait.HasEnded) return;
            entrances.Add(entrance);
            LookFor(partyId);
            // Asking once more would end the party's tickets, or leave a request that nobody needs.
            if (entrance.Wait.HasEnded) return;
            Request(Operations.JoinParty, new PartyJoin { PartyId = partyId }, null, bounds, (_, error) =>
            {
                if (error == null) LookFor(partyId);
                else entrance.Wait.Reject(error);
            });
        }

        void IConnectionListener.OnMessage(object message)
        {
            registry.Receive(message);
            Tell(() => socket.RaiseMessage(message));
            var party = message as Party;
            if (party == null) return;
            rejoiner.Entered(party.PartyId);
            LookFor(party.PartyId);
        }

        void IConnectionListener.OnError(PartyException error)
        {
            Tell(() => socket.RaiseError(error));
        }

        void IConnectionListener.OnTransition(Transition transition)
        {
            if (transition.To == ConnectionState.Connecting) status = new StatusMemory();
            if (transition.From == ConnectionState.Open || transition.To == ConnectionState.Closed)
            {
                rejoiner.Stop();
                registry.Lost(transition.WillReconnect);
            }
            // Before the game hears of the new connection, so that what it does then comes after.
            if (transition.From == ConnectionState.Reconnecting && transition.To == ConnectionState.Open)
            {
                RestoreStatus();
                rejoiner.Start(registry.List);
            }
            Tell(() => socket.RaiseTransition(transition));
            if (transition.To != ConnectionState.Closed) return;
            foreach (var entrance in entrances.ToArray()) entrance.Wait.Reject(Failure.Disconnected(transition.Reason));
        }

        void IConnectionListener.OnAlive()
        {
            // Without it a connection that held for longer than the refresh token could not be made again.
            var now = Now;
            if (session == null || !session.HasRefreshExpired(now + RefreshTokenMargin) || session.HasRefreshExpired(now)) return;
            Forget(keeper.KeepFreshAsync(session, session.AuthToken, CancellationToken.None));
        }

        bool IRejoinSocket.Wants(PartySnapshot party)
        {
            return options.Rejoin != null && options.Rejoin(party);
        }

        void IRejoinSocket.Join(string partyId, Action<PartyException> onEnd)
        {
            Request(Operations.JoinParty, new PartyJoin { PartyId = partyId }, null, new CallBounds(), (_, error) => onEnd(error));
        }

        void IRejoinSocket.Probe(string partyId, Action<PartyException> onEnd)
        {
            ListJoinRequests(partyId, onEnd);
        }

        void IRejoinSocket.EndParty(string partyId)
        {
            registry.End(partyId, PartyEnd.Disconnected);
        }

        void IRejoinSocket.Tell(PartyRejoin rejoin)
        {
            Tell(() => socket.RaiseRejoin(rejoin));
        }

        /// <summary>For what does not throw, and nobody waits for.</summary>
        private static void Forget(Task task)
        {
        }

        private CallBounds WithDefault(CallBounds bounds)
        {
            return new CallBounds(bounds.Timeout ?? options.Timeout, bounds.CancellationToken);
        }

        private void ListJoinRequests(string partyId, Action<PartyException> onEnd)
        {
            var message = new PartyJoinRequestList { PartyId = partyId };
            Request(Operations.ListPartyJoinRequests, message, null, new CallBounds(), (_, error) => onEnd(error));
        }

        private void Replied(object request, object reply)
        {
            if (options.RestoreStatus) status.Note(request);
            registry.Replied(request, reply);
        }

        private void LookFor(string partyId)
        {
            var party = registry.Find(partyId);
            if (party == null || party.Stale) return;
            foreach (var entrance in entrances.Where(candidate => candidate.PartyId == partyId).ToArray())
            {
                entrance.Wait.Resolve(party);
            }
        }

        /// <summary>How a new connection should show the player; null: as <c>Connect</c> was told.</summary>
        private bool? ShowsOnline()
        {
            var update = status.Update;
            return update == null ? (bool?)null : update.Status == "";
        }

        private void RestoreStatus()
        {
            var update = status.Update;
            // An empty status, or none, was asked for with the connection itself.
            if (update != null && !string.IsNullOrEmpty(update.Status))
            {
                Request(Operations.UpdateStatus, update, null, new CallBounds(), (_, error) => ReportLost(error));
            }
            var follows = status.Follows;
            if (follows == null) return;
            Request(Operations.FollowUsers, follows, null, new CallBounds(), (online, error) =>
            {
                if (error == null) Tell(() => socket.RaiseStatusRestored(online));
                else ReportLost(error);
            });
        }

        /// <summary>
        /// Reports what fails, unless it fails for the end of the connection: the next one will do it again.
        /// </summary>
        private void ReportLost(PartyException error)
        {
            if (error != null && error.Code != ErrorCode.Disconnected) Tell(() => socket.RaiseError(error));
        }

        private sealed class Entrance
        {
            public string PartyId;
            public Wait Wait;
        }
    }
}
