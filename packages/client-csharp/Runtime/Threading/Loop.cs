using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>
    /// Runs one thing at a time, in the order in which it was given them, on whatever thread is there: what only runs
    /// here needs no locks. Code of the game never runs here.
    /// </summary>
    internal sealed class Loop
    {
        private readonly object gate = new object();
        private readonly Queue<Action> waiting = new Queue<Action>();
        private readonly Platform platform;
        private bool isBusy;

        public Loop(Platform platform)
        {
            this.platform = platform;
        }

        /// <summary>Runs it on this thread and before this returns, unless something else is running.</summary>
        public void Post(Action action)
        {
            lock (gate)
            {
                if (isBusy)
                {
                    waiting.Enqueue(action);
                    return;
                }
                isBusy = true;
            }
            Run(action);
            lock (gate)
            {
                if (waiting.Count == 0)
                {
                    isBusy = false;
                    return;
                }
            }
            // What others gave meanwhile is not for this thread to do, which may be that of the game's screen.
            platform.Background(Drain);
        }

        /// <summary>Runs it after a while, unless what is returned is disposed of before.</summary>
        public IDisposable After(TimeSpan delay, Action action)
        {
            var timer = new Timer(this, action);
            timer.Handle = platform.Clock.SetTimeout(delay, timer.Fire);
            return timer;
        }

        /// <summary>Runs it when a task has ended.</summary>
        public void When<T>(Task<T> task, Action<T> done, Action<PartyException> failed)
        {
            task.ContinueWith(
                ended => Post(() =>
                {
                    if (ended.Status == TaskStatus.RanToCompletion) done(ended.Result);
                    else failed(ended.IsCanceled ? Failure.Aborted() : Failure.From(ended.Exception));
                }),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        private void Drain()
        {
            while (true)
            {
                Action next;
                lock (gate)
                {
                    if (waiting.Count == 0)
                    {
                        isBusy = false;
                        return;
                    }
                    next = waiting.Dequeue();
                }
                Run(next);
            }
        }

        private void Run(Action action)
        {
            try
            {
                action();
            }
            catch (Exception error)
            {
                // It is a mistake of this SDK; the others must run nevertheless.
                platform.Log(LogLevel.Error, "internal error", error);
            }
        }

        private sealed class Timer : IDisposable
        {
            public IDisposable Handle;
            private readonly Loop loop;
            private Action action;

            public Timer(Loop loop, Action action)
            {
                this.loop = loop;
                this.action = action;
            }

            public void Fire()
            {
                loop.Post(() =>
                {
                    var due = action;
                    action = null;
                    if (due != null) due();
                });
            }

            /// <summary>Called in the loop only: from then on it does not run, even if it was due already.</summary>
            public void Dispose()
            {
                action = null;
                if (Handle != null) Handle.Dispose();
            }
        }
    }
}
