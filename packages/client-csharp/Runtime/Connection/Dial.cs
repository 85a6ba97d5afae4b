using System;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>Where to connect to. Both have to end when their token is cancelled.</summary>
    internal interface IConnectTarget
    {
        /// <summary>The address, with a token that has not ended as far as that is known.</summary>
        /// <param name="refused">An address whose token the server has just refused: another one is wanted.</param>
        Task<Uri> AddressAsync(Uri refused, CancellationToken cancellationToken);

        /// <summary>Finds out why there is no connection; a WebSocket does not say.</summary>
        Task<PartyException> ExplainAsync(Uri uri, CancellationToken cancellationToken);
    }

    /// <summary>
    /// One attempt to connect. When the token is refused it asks for another one and tries once more: tokens live for a
    /// minute, and the clock of a player's device may be wrong. Once it is closed it tells nothing any more.
    /// </summary>
    internal sealed class Dial
    {
        private readonly CancellationTokenSource ending = new CancellationTokenSource();
        private readonly Loop loop;
        private readonly IConnectTarget target;
        private readonly ITransportFactory factory;
        private ITransport transport;

        public Action OnOpen;
        public Action<string> OnMessage;

        /// <summary>The connection was open, and has ended.</summary>
        public Action<int, string> OnClose;

        /// <summary>There is no connection, and why. Nothing follows.</summary>
        public Action<PartyException> OnFail;

        public Dial(Loop loop, IConnectTarget target, ITransportFactory factory)
        {
            this.loop = loop;
            this.target = target;
            this.factory = factory;
        }

        public void Start()
        {
            Attempt(null, null);
        }

        public void Send(string message)
        {
            if (transport != null) transport.Send(message);
        }

        public void Close()
        {
            ending.Cancel();
            if (transport != null) transport.Close();
        }

        public void Abandon()
        {
            ending.Cancel();
            if (transport != null) transport.Abandon();
        }

        private void Attempt(Uri before, PartyException error)
        {
            Follow(target.AddressAsync(before, ending.Token), uri =>
            {
                // There is no other token.
                if (error != null && before == uri) Fail(error);
                else Open(uri, error);
            });
        }

        private void Open(Uri uri, PartyException before)
        {
            try
            {
                transport = factory.Open(uri, new Listener(this, uri, before));
            }
            catch (Exception cause)
            {
                Fail(new PartyException(ErrorCode.ConnectionFailed, cause.Message, cause));
            }
        }

        private void Refused(Uri uri, PartyException before)
        {
            Follow(target.ExplainAsync(uri, ending.Token), error =>
            {
                if (before != null || error.Code != ErrorCode.Unauthenticated) Fail(error);
                else Attempt(uri, error);
            });
        }

        private void Follow<T>(Task<T> task, Action<T> done)
        {
            loop.When(task, result => WhileAlive(() => done(result)), Fail);
        }

        private void Fail(PartyException error)
        {
            WhileAlive(() => OnFail(error));
        }

        private void WhileAlive(Action action)
        {
            if (!ending.IsCancellationRequested) action();
        }

        private sealed class Listener : ITransportListener
        {
            private readonly Dial dial;
            private readonly Uri uri;
            private readonly PartyException before;
            private bool isOpen;

            public Listener(Dial dial, Uri uri, PartyException before)
            {
                this.dial = dial;
                this.uri = uri;
                this.before = before;
            }

            void ITransportListener.OnOpen()
            {
                Tell(() =>
                {
                    isOpen = true;
                    dial.OnOpen();
                });
            }

            void ITransportListener.OnMessage(string message)
            {
                Tell(() => dial.OnMessage(message));
            }

            void ITransportListener.OnClose(int code, string reason)
            {
                Tell(() =>
                {
                    if (isOpen) dial.OnClose(code, reason);
                    else dial.Refused(uri, before);
                });
            }

            private void Tell(Action action)
            {
                dial.loop.Post(() => dial.WhileAlive(action));
            }
        }
    }
}
