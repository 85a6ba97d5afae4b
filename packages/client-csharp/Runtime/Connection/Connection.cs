using System;
using System.Collections.Generic;
using System.Text;

namespace Parties
{
    /// <summary>What a connection tells, in the loop and in order.</summary>
    internal interface IConnectionListener
    {
        /// <summary>A message that is not a reply.</summary>
        void OnMessage(object message);

        void OnTransition(Transition transition);

        /// <summary>A frame that cannot be read, or an error of the server that belongs to no request.</summary>
        void OnError(PartyException error);

        /// <summary>The server has answered a ping.</summary>
        void OnAlive();
    }

    /// <summary>
    /// One connection to the server, over and over: its state, its transport, the requests that wait on it, and its
    /// heartbeat. Every change of state goes through <c>Move</c>, which ends what belongs to the state before. It lives
    /// in a loop.
    /// </summary>
    internal sealed class Connection
    {
        /// <summary>How long a connection has to hold before the next loss counts as a first one.</summary>
        private static readonly TimeSpan Steady = TimeSpan.FromSeconds(10);

        private readonly Loop loop;
        private readonly Platform platform;
        private readonly SocketOptions options;
        private readonly IConnectionListener listener;
        private readonly RequestTable requests;
        private readonly Heartbeat heartbeat;

        /// <summary>The callers of <c>Connect</c> that wait.</summary>
        private readonly List<Wait> waiting = new List<Wait>();
        private IConnectTarget target;
        private Dial transport;

        /// <summary>Ends the wait for the next attempt, or the attempt.</summary>
        private IDisposable timer;
        private string announced;
        private int retryCount;
        private DateTime openedAt;
        private DateTime lostAt;
        private volatile int state = (int)ConnectionState.Idle;

        public Connection(Loop loop, Platform platform, SocketOptions options, IConnectionListener listener)
        {
            this.loop = loop;
            this.platform = platform;
            this.options = options;
            this.listener = listener;
            requests = new RequestTable(loop);
            if (options.HeartbeatInterval == null) return;
            heartbeat = new Heartbeat(loop, platform.Random, options.HeartbeatInterval.Value, Ping, () =>
                Lost(TransitionCode.HeartbeatTimeout, "a ping was not answered", null));
        }

        /// <summary>Where the connection stands. The only member that can be used outside of the loop.</summary>
        public ConnectionState State
        {
            get { return (ConnectionState)state; }
        }

        /// <summary>
        /// Ends when the connection is open: at once if it is, with the others if an attempt is under way. Who gives up
        /// waiting takes only himself out; a first attempt ends when nobody waits for it any more.
        /// </summary>
        public void Connect(IConnectTarget to, CallBounds bounds, Action<PartyException> onEnd)
        {
            Wait waiter = null;
            waiter = new Wait(loop, bounds, (_, error) =>
            {
                waiting.Remove(waiter);
                onEnd(error);
                if (State == ConnectionState.Connecting && waiting.Count == 0)
                {
                    Move(ConnectionInput.End, TransitionCode.ConnectFailed, "nobody waits any more");
                }
            });
            if (waiter.HasEnded) return;
            target = to;
            waiting.Add(waiter);
            if (State == ConnectionState.Open) waiter.Resolve(null);
            else if (State == ConnectionState.Reconnecting) ReconnectNow();
            else Move(ConnectionInput.Connect, TransitionCode.ConnectCalled, "ConnectAsync was called");
        }

        /// <summary>Ends the connection, or the attempts to make one. Does nothing where there is neither.</summary>
        public void Disconnect()
        {
            Move(ConnectionInput.End, TransitionCode.DisconnectCalled, "CloseAsync was called");
        }

        /// <summary>Waits no longer for the next attempt, and tests a connection that is open.</summary>
        public void ReconnectNow()
        {
            if (heartbeat != null) heartbeat.Hurry();
            if (State != ConnectionState.Reconnecting || transport != null) return;
            BeginAnew();
            TryAgain();
        }

        /// <summary>Sends a request and waits for its reply.</summary>
        public void Request(Call call)
        {
            if (State != ConnectionState.Open)
            {
                call.OnEnd(null, Failure.NotConnected(State));
                return;
            }
            requests.Start(call, cid =>
            {
                var frame = JsonFieldWriter.Envelope(cid, call.Kind, call.Message);
                var size = Encoding.UTF8.GetByteCount(frame);
                if (size > options.MaxMessageBytes)
                {
                    throw Failure.MessageTooLarge(call.Largest, size, options.MaxMessageBytes);
                }
                transport.Send(frame);
            });
        }

        private void Ping(Action<PartyException> onEnd)
        {
            Request(new Call
            {
                Operation = Operations.Ping.Name,
                Kind = Operations.Ping.Request,
                Message = new Ping(),
                Bounds = new CallBounds { Timeout = options.HeartbeatTimeout },
                OnEnd = (_, error) =>
                {
                    if (error == null) listener.OnAlive();
                    onEnd(error);
                },
            });
        }

        /// <summary>
        /// The only place where the state changes. Inputs that mean nothing in the present state do nothing.
        /// </summary>
        private void Move(
            ConnectionInput input, string code, string reason, TimeSpan? retryIn = null, PartyException error = null)
        {
            var from = State;
            var to = ConnectionSteps.Next(from, input);
            if (to == null) return;
            var transition = new Transition { From = from, To = to.Value, Code = code, Reason = reason, RetryIn = retryIn };
            state = (int)to.Value;
            StopTimer();
            if (to == ConnectionState.Open)
            {
                announced = null;
                openedAt = platform.Clock.Now;
                if (heartbeat != null) heartbeat.Start();
            }
            else
            {
                EndTransport(code);
                requests.FailAll(reason);
            }
            if (to == ConnectionState.Connecting)
            {
                BeginAnew();
                Attempt();
            }
            if (to == ConnectionState.Reconnecting) timer = loop.After(retryIn ?? TimeSpan.Zero, TryAgain);
            platform.Log(LogLevel.Info, "connection " + from + " -> " + to + ": " + code + " (" + reason + ")", error);
            listener.OnTransition(transition);
            if (to == ConnectionState.Open) EndWaiting(waiter => waiter.Resolve(null));
            if (to == ConnectionState.Closed)
            {
                EndWaiting(waiter => waiter.Reject(error ?? Failure.Disconnected(reason)));
            }
        }

        private void EndWaiting(Action<Wait> end)
        {
            foreach (var waiter in waiting.ToArray()) end(waiter);
        }

        private void EndTransport(string code)
        {
            var ended = transport;
            transport = null;
            if (heartbeat != null) heartbeat.Stop();
            if (ended == null) return;
            if (code == TransitionCode.HeartbeatTimeout) ended.Abandon();
            else ended.Close();
        }

        private void StopTimer()
        {
            if (timer != null) timer.Dispose();
            timer = null;
        }

        /// <summary>There is a new reason to try.</summary>
        private void BeginAnew()
        {
            retryCount = 0;
            lostAt = platform.Clock.Now;
        }

        private void Attempt()
        {
            transport = new Dial(loop, target, options.Transport)
            {
                OnOpen = () => Move(ConnectionInput.Opened, TransitionCode.Connected, "the connection is open"),
                OnMessage = Receive,
                OnClose = Closed,
                OnFail = Failed,
            };
            transport.Start();
        }

        private void TryAgain()
        {
            StopTimer();
            timer = loop.After(options.Timeout, () => Failed(Failure.Timeout(options.Timeout)));
            Attempt();
        }

        private void Closed(int code, string reason)
        {
            var cause = announced ?? TransitionCode.OfClose(code, reason);
            Lost(cause, reason == "" ? "closed with " + code : reason, null);
        }

        private void Failed(PartyException error)
        {
            var isRefused = error.Code == ErrorCode.Unauthenticated;
            Lost(isRefused ? TransitionCode.Unauthenticated : TransitionCode.ConnectFailed, error.Message, error);
        }

        /// <summary>Decides what becomes of a connection that was lost, or that could not be made.</summary>
        private void Lost(string code, string reason, PartyException error)
        {
            if (State == ConnectionState.Open)
            {
                lostAt = platform.Clock.Now;
                // Only if it has held does the count begin anew: a server may let in and throw out.
                if (lostAt - openedAt >= Steady) retryCount = 0;
            }
            var retryIn = RetryIn(code, reason);
            if (retryIn == null) Move(ConnectionInput.End, code, reason, null, error);
            else Move(ConnectionInput.Retry, code, reason, retryIn, error);
        }

        private TimeSpan? RetryIn(string code, string reason)
        {
            if (State == ConnectionState.Connecting || TransitionCode.IsFinal(code) || options.Reconnect == null)
            {
                return null;
            }
            try
            {
                return options.Reconnect(new ReconnectAttempt
                {
                    RetryCount = retryCount++,
                    Elapsed = platform.Clock.Now - lostAt,
                    Code = code,
                    Reason = reason,
                    Random = platform.Random(),
                });
            }
            catch (Exception cause)
            {
                platform.Log(LogLevel.Error, "the reconnect policy failed", cause);
                return null;
            }
        }

        private void Receive(string frame)
        {
            var envelope = Envelope.Read(frame);
            var refusal = envelope.Message as RealtimeError;
            PartyException error = null;
            if (envelope.Problem != null) error = Failure.Malformed(envelope.Problem);
            else if (refusal != null) error = Failure.Realtime(refusal);

            if (requests.Settle(envelope.Cid, envelope.Message, error)) return;
            if (error != null)
            {
                listener.OnError(error);
                return;
            }
            if (envelope.Cid != "" || envelope.Message == null)
            {
                platform.Log(LogLevel.Debug, "ignored a message: " + frame, null);
                return;
            }
            var notifications = envelope.Message as Notifications;
            if (notifications != null)
            {
                foreach (var notification in notifications.Items) announced = announced ?? TransitionCode.Announced(notification);
            }
            listener.OnMessage(envelope.Message);
        }
    }
}
