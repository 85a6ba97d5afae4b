using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace PartyAdapter
{
    /// <summary>A thread that does what is posted to it, in order: what Unity's main thread is to a game.</summary>
    internal sealed class MainThread : SynchronizationContext
    {
        private readonly BlockingCollection<Action> posted = new BlockingCollection<Action>();

        public override void Post(SendOrPostCallback callback, object state)
        {
            posted.Add(() => callback(state));
        }

        public override void Send(SendOrPostCallback callback, object state)
        {
            throw new NotSupportedException("nobody waits for the main thread");
        }

        /// <summary>Does what is posted until the task has ended.</summary>
        public void RunUntil(Task task)
        {
            task.ContinueWith(_ => posted.Add(() => { }), TaskScheduler.Default);
            while (!task.IsCompleted) posted.Take()();
            task.GetAwaiter().GetResult();
        }
    }
}
