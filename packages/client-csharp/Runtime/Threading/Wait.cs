using System;
using System.Threading;

namespace Parties
{
    /// <summary>How long a call waits.</summary>
    internal struct CallBounds
    {
        /// <summary>Null: the default of whoever makes the call. <c>InfiniteTimeSpan</c>: without a limit.</summary>
        public TimeSpan? Timeout;

        public CancellationToken CancellationToken;

        public CallBounds(TimeSpan? timeout, CancellationToken cancellationToken)
        {
            Timeout = timeout;
            CancellationToken = cancellationToken;
        }
    }

    /// <summary>
    /// Something that ends exactly once: by its result, an error, its deadline, or its token. From then on it holds no
    /// timer and no registration. It lives in a loop.
    /// </summary>
    internal sealed class Wait
    {
        private readonly Action<object, PartyException> onEnd;
        private IDisposable timer;
        private CancellationTokenRegistration registration;

        public bool HasEnded { get; private set; }

        /// <param name="onEnd">Called once, with the result or with the error.</param>
        public Wait(Loop loop, CallBounds bounds, Action<object, PartyException> onEnd)
        {
            this.onEnd = onEnd;
            var token = bounds.CancellationToken;
            if (token.IsCancellationRequested)
            {
                Reject(Failure.Aborted());
                return;
            }
            var timeout = bounds.Timeout ?? Timeout.InfiniteTimeSpan;
            if (timeout != Timeout.InfiniteTimeSpan)
            {
                timer = loop.After(timeout, () => Reject(Failure.Timeout(timeout)));
            }
            if (token.CanBeCanceled) registration = token.Register(() => loop.Post(() => Reject(Failure.Aborted())));
            // A token that was cancelled just now has ended it before there was a registration to dispose of.
            if (HasEnded) registration.Dispose();
        }

        public void Resolve(object result)
        {
            End(result, null);
        }

        public void Reject(PartyException error)
        {
            End(null, error);
        }

        private void End(object result, PartyException error)
        {
            if (HasEnded) return;
            HasEnded = true;
            if (timer != null) timer.Dispose();
            registration.Dispose();
            onEnd(result, error);
        }
    }
}
