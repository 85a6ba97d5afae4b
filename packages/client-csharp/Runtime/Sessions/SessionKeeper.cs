using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>
    /// Keeps sessions from lapsing. Who asks for new tokens while they are being bought waits for the same purchase,
    /// which ends when nobody waits for it any more. Where there is no new token the old one is tried: the server
    /// knows better than the clock of this machine.
    /// </summary>
    internal sealed class SessionKeeper
    {
        private readonly object gate = new object();
        private readonly Dictionary<Session, Run> runs = new Dictionary<Session, Run>();
        private readonly Settings settings;
        private readonly Func<Session, CancellationToken, Task> refresh;

        /// <param name="refresh">Buys new tokens and writes them into the session.</param>
        public SessionKeeper(Settings settings, Func<Session, CancellationToken, Task> refresh)
        {
            this.settings = settings;
            this.refresh = refresh;
        }

        /// <summary>
        /// Sees to it that a session has a token that will hold for a while, as far as can be. It does not throw.
        /// </summary>
        /// <param name="refused">A token that the server has refused; null for none.</param>
        /// <param name="cancellationToken">Says that nobody is interested any more.</param>
        public async Task KeepFreshAsync(Session session, string refused, CancellationToken cancellationToken)
        {
            if (cancellationToken.IsCancellationRequested || !IsNeeded(session, refused)) return;
            Run run;
            var isFirst = false;
            lock (gate)
            {
                if (!runs.TryGetValue(session, out run))
                {
                    run = new Run();
                    runs.Add(session, run);
                    isFirst = true;
                }
                run.Waiting++;
            }
            if (isFirst) Begin(session, run);
            using (cancellationToken.Register(() => Leave(session, run))) await run.Done.Task.ConfigureAwait(false);
        }

        private bool IsNeeded(Session session, string refused)
        {
            if (session.RefreshToken == "") return false;
            if (refused == session.AuthToken) return true;
            var now = settings.Platform.Clock.Now;
            return session.HasExpired(now + settings.RefreshMargin) && !session.HasRefreshExpired(now);
        }

        private async void Begin(Session session, Run run)
        {
            try
            {
                await refresh(session, run.Abort.Token).ConfigureAwait(false);
            }
            catch (Exception cause)
            {
                settings.Platform.Log(LogLevel.Debug, "the session was not refreshed", cause);
            }
            Forget(session, run);
            run.Done.TrySetResult(true);
        }

        private void Leave(Session session, Run run)
        {
            lock (gate)
            {
                if (--run.Waiting > 0) return;
            }
            Forget(session, run);
            run.Abort.Cancel();
        }

        private void Forget(Session session, Run run)
        {
            lock (gate)
            {
                Run current;
                if (runs.TryGetValue(session, out current) && current == run) runs.Remove(session);
            }
        }

        /// <summary>A purchase of new tokens, and how many wait for it.</summary>
        private sealed class Run
        {
            public readonly CancellationTokenSource Abort = new CancellationTokenSource();

            public readonly TaskCompletionSource<bool> Done =
                new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);

            public int Waiting;
        }
    }
}
