using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>
    /// A player's connection to the server: everything a party does, and everything it hears. Made by
    /// <c>PartyClient.NewSocket</c>. Every member can be used on any thread.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Every call ends exactly once, with a result or with a <c>PartyException</c>. Besides the codes that each method
    /// names, each can end with <c>invalid_argument</c> (an argument is refused before anything is sent),
    /// <c>not_connected</c>, <c>timeout</c>, <c>aborted</c> (its token was cancelled), <c>disconnected</c> (as with a
    /// timeout, whether the server has done it is not known), <c>message_too_large</c> (nothing was sent),
    /// <c>unexpected_reply</c>, <c>server_error</c> and, where a server runs code of its own around requests,
    /// <c>disabled_by_server</c> and <c>server_function_failed</c>. Each takes a <c>timeout</c>, by default that of the
    /// socket's options, and a <c>cancellationToken</c>; what was sent before it is cancelled may still take effect.
    /// </para>
    /// <para>
    /// Handlers run one after the other, in the order of the server's messages. If the thread that made the socket has
    /// a synchronization context, as Unity's main thread has, they run there; otherwise on a thread of the pool. A call
    /// ends after the handlers of what the server has said before its answer. A handler that throws stops nobody else:
    /// <c>ReceivedError</c> tells it. No handler and no continuation runs under a lock.
    /// </para>
    /// </remarks>
    public sealed partial class PartySocket : ServerEvents
    {
        private readonly SocketCore core;
        private readonly PartyClient client;

        /// <summary>The connection is open, for the first time or again.</summary>
        public event Action Connected;

        /// <summary>
        /// A connection that was open has ended, whoever ended it. With <c>WillReconnect</c> it is about to be made
        /// again, and a second <c>Closed</c>, without, tells if that is given up: the last event of a connection is always
        /// one without. An attempt of <c>ConnectAsync</c> that fails is told by <c>ConnectAsync</c> alone.
        /// </summary>
        public event Action<Disconnect> Closed;

        /// <summary>
        /// Every step of the connection, in order: why it was taken, and whether the SDK is about to try again.
        /// </summary>
        public event Action<Transition> StateChanged;

        /// <summary>
        /// What belongs to no call: an error of the server without a request that waits for it, a message that cannot be
        /// read (<c>malformed_message</c>), a handler of the game that has thrown (<c>handler_failed</c>). The connection
        /// stays as it is.
        /// </summary>
        public event Action<PartyException> ReceivedError;

        /// <summary>
        /// The connection was made again, and this is what became of a party that the player was in: once for each, and
        /// once more for each that let the player in only later.
        /// </summary>
        public event Action<PartyRejoin> ReceivedPartyRejoin;

        /// <summary>
        /// The connection was made again, and those the player follows are followed again: these of them are online now,
        /// the others are not. What they did meanwhile is not told.
        /// </summary>
        public event Action<Status> StatusRestored;

        /// <summary>The player has entered a party, or one has ended: <c>Parties</c> is another list.</summary>
        public event Action PartiesChanged;

        internal PartySocket(
            PartyClient client, Settings settings, SocketOptions options, HttpCaller http, SessionKeeper keeper)
        {
            this.client = client;
            core = new SocketCore(this, settings, options, http, keeper);
        }

        /// <summary>Where the connection stands.</summary>
        public ConnectionState State
        {
            get { return core.State; }
        }

        /// <summary>Whether the connection is open.</summary>
        public bool IsConnected
        {
            get { return State == ConnectionState.Open; }
        }

        /// <summary>Whether the connection is being made, or made again.</summary>
        public bool IsConnecting
        {
            get { return State == ConnectionState.Connecting || State == ConnectionState.Reconnecting; }
        }

        /// <summary>The session of the connection: the one last given to <c>ConnectAsync</c>; null before.</summary>
        public Session Session
        {
            get { return core.Session; }
        }

        /// <summary>
        /// The parties that the player is in, in the order of entering them. The list itself never changes.
        /// </summary>
        public IReadOnlyList<LiveParty> Parties
        {
            get { return core.Registry.List; }
        }

        /// <summary>The party of this id; null if the player is not in it.</summary>
        public LiveParty GetParty(string partyId)
        {
            foreach (var party in Parties)
            {
                if (party.Id == partyId) return party;
            }
            return null;
        }

        /// <summary>
        /// Connects the player; it ends when the connection is open. Calling it again while it connects, or connects
        /// again, waits for the same; while it is open it ends at once. Add handlers before: what the server says first
        /// comes right after.
        /// </summary>
        /// <remarks>
        /// <para>
        /// A first attempt that fails is not repeated; once it was open, a connection that is lost is made again (option
        /// <c>Reconnect</c>). Each attempt uses the tokens that the session has by then. Who gives up waiting takes only
        /// himself out.
        /// </para>
        /// <para>
        /// Ends also with <c>unauthenticated</c> (the server takes neither the token nor, where there is one, the refresh
        /// token: sign in again), <c>connection_failed</c> (the server cannot be reached, or opens no WebSocket) and
        /// <c>disconnected</c> (<c>CloseAsync</c> was called meanwhile).
        /// </para>
        /// </remarks>
        /// <param name="appearOnline">
        /// Whether followers see the player come online, with an empty status. Without it the player is invisible until
        /// <c>UpdateStatusAsync</c>.
        /// </param>
        /// <param name="langTag">
        /// Language of the player, for server code to read: a BCP 47 tag. Default the server's.
        /// </param>
        public Task ConnectAsync(
            Session session,
            bool appearOnline = false,
            string langTag = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string operation = "Connect";
            if (session == null)
            {
                return Refuse<Nothing>(Failure.InvalidArgument("session", "must not be null"), operation, null);
            }
            var bounds = new CallBounds(timeout, cancellationToken);
            return Run<Nothing>(end => core.Connect(session, appearOnline, langTag, bounds, error =>
                end(Nothing.Value, error == null ? null : error.During(operation))));
        }

        /// <summary>
        /// Ends the connection, or the attempts to make one. Calls under way end with <c>disconnected</c>, and
        /// <c>Closed</c> follows if there was a connection. Handlers stay, for the next <c>ConnectAsync</c>. The server
        /// takes the player out of all parties.
        /// </summary>
        public Task CloseAsync()
        {
            return Run<Nothing>(end =>
            {
                core.Disconnect();
                end(Nothing.Value, null);
            });
        }

        /// <summary>
        /// While the socket reconnects: makes the next attempt now, and counts the attempts anew. While it is open: tests
        /// now whether the server still answers. Else it does nothing. For a game that comes back from the background, or
        /// hears that the network is there again.
        /// </summary>
        public void ReconnectNow()
        {
            core.Post(core.ReconnectNow);
        }

        /// <summary>Runs what tells handlers, where they run.</summary>
        internal void Tell(Action raise)
        {
            core.Tell(raise);
        }

        internal void RaiseTransition(Transition transition)
        {
            Raise(StateChanged, transition, nameof(StateChanged));
            if (transition.To == ConnectionState.Open) Raise(Connected, nameof(Connected));
            var wasGivenUp = transition.From == ConnectionState.Reconnecting && transition.To == ConnectionState.Closed;
            if (transition.From == ConnectionState.Open || wasGivenUp)
            {
                Raise(Closed, new Disconnect(transition), nameof(Closed));
            }
        }

        internal void RaiseError(PartyException error)
        {
            if (ReceivedError == null) core.Log(LogLevel.Warning, "nobody listens to this error", error);
            Raise(ReceivedError, error, nameof(ReceivedError));
        }

        internal void RaiseRejoin(PartyRejoin rejoin)
        {
            Raise(ReceivedPartyRejoin, rejoin, nameof(ReceivedPartyRejoin));
        }

        internal void RaiseStatusRestored(Status online)
        {
            Raise(StatusRestored, online, nameof(StatusRestored));
        }

        internal void RaisePartiesChanged()
        {
            Raise(PartiesChanged, nameof(PartiesChanged));
        }

        internal override void Raise<T>(Action<T> handlers, T payload, string eventName)
        {
            if (handlers == null) return;
            foreach (var handler in handlers.GetInvocationList()) Guard(() => ((Action<T>)handler)(payload), eventName);
        }

        internal void Raise(Action handlers, string eventName)
        {
            if (handlers == null) return;
            foreach (var handler in handlers.GetInvocationList()) Guard((Action)handler, eventName);
        }

        private void Guard(Action handler, string eventName)
        {
            try
            {
                handler();
            }
            catch (Exception cause)
            {
                var error = new PartyException(ErrorCode.HandlerFailed, eventName + ": " + cause.Message, cause);
                core.Log(LogLevel.Error, error.Message, cause);
                // A failing error handler would be told of itself, for ever.
                if (eventName != nameof(ReceivedError)) Raise(ReceivedError, error, nameof(ReceivedError));
            }
        }

        /// <summary>Starts something in the loop, and makes a task of how it ends.</summary>
        private Task<T> Run<T>(Action<Action<T, PartyException>> start)
        {
            var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            var inOrder = core.CompletesInOrder;
            Action<T, PartyException> end = (result, error) => core.Complete(inOrder, () =>
            {
                if (error == null) done.TrySetResult(result);
                else done.TrySetException(error);
            });
            core.Post(() =>
            {
                try
                {
                    start(end);
                }
                catch (Exception error)
                {
                    end(default(T), Failure.From(error));
                }
            });
            return done.Task;
        }

        private Task<TReply> Call<TRequest, TReply>(
            Operation<TRequest, TReply> operation,
            string partyId,
            Func<TRequest> build,
            CallBounds bounds,
            string largest = null)
            where TRequest : IWritable
            where TReply : class
        {
            return Call(operation, partyId, build, bounds, largest, reply => reply);
        }

        /// <summary>Sends a request and waits for its reply.</summary>
        /// <param name="partyId">The party it is about, for errors; null for none.</param>
        /// <param name="build">Makes the request; it refuses what is wrong with it.</param>
        /// <param name="largest">The argument to blame when the message is too large.</param>
        /// <param name="map">Makes the result of the reply, in the loop.</param>
        private Task<TResult> Call<TRequest, TReply, TResult>(
            Operation<TRequest, TReply> operation,
            string partyId,
            Func<TRequest> build,
            CallBounds bounds,
            string largest,
            Func<TReply, TResult> map)
            where TRequest : IWritable
            where TReply : class
        {
            TRequest request;
            try
            {
                request = build();
            }
            catch (PartyException error)
            {
                return Refuse<TResult>(error, operation.Name, partyId);
            }
            return Run<TResult>(end => core.Request(operation, request, largest, bounds, (reply, error) =>
                end(error == null ? map(reply) : default(TResult), error)));
        }

        private static Task<T> Refuse<T>(PartyException error, string operation, string partyId)
        {
            return Task.FromException<T>(error.During(operation, partyId));
        }
    }
}
