using System;
using System.Collections.Generic;
using System.Threading;

namespace Parties
{
    /// <summary>
    /// Brings what happened to the game, in order: events to their handlers, and calls to their end. With a
    /// synchronization context, that of Unity's main thread for example, handlers run there; without one, on a thread
    /// of the pool, one after the other. No lock is held meanwhile.
    /// </summary>
    internal sealed class Delivery
    {
        /// <summary>Whose handlers the present thread is running; null for nobody's.</summary>
        [ThreadStatic]
        private static Delivery running;

        private readonly object gate = new object();
        private readonly Queue<Action> waiting = new Queue<Action>();
        private readonly SynchronizationContext context;
        private readonly Platform platform;
        private bool isBusy;

        public Delivery(SynchronizationContext context, Platform platform)
        {
            this.context = context;
            this.platform = platform;
        }

        /// <summary>
        /// Whether the end of a call has to wait for the events before it. Not where a handler makes the call: it may
        /// block until the call has ended, and would then wait for itself.
        /// </summary>
        public bool IsInOrder
        {
            get { return context == null && running != this; }
        }

        /// <summary>Runs handlers.</summary>
        public void Event(Action run)
        {
            if (context == null) Enqueue(run);
            else context.Post(_ => Run(run), null);
        }

        /// <summary>
        /// Ends a call. What awaits it in a context goes on there, behind the events that came before; where there is
        /// no context the end itself has to wait for them.
        /// </summary>
        public void Completion(bool inOrder, Action complete)
        {
            if (inOrder) Enqueue(complete);
            else complete();
        }

        private void Enqueue(Action action)
        {
            lock (gate)
            {
                waiting.Enqueue(action);
                if (isBusy) return;
                isBusy = true;
            }
            platform.Background(Drain);
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
            var before = running;
            running = this;
            try
            {
                action();
            }
            catch (Exception error)
            {
                platform.Log(LogLevel.Error, "internal error", error);
            }
            finally
            {
                running = before;
            }
        }
    }
}
