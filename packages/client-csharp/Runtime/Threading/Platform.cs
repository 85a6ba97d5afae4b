using System;
using System.Threading;

namespace Parties
{
    /// <summary>What the SDK uses of the platform beside the network. Tests bring their own.</summary>
    internal sealed class Platform
    {
        public IClock Clock = SystemClock.Instance;

        /// <summary>A number from 0 up to 1.</summary>
        public Func<double> Random = SharedRandom.Next;

        /// <summary>Runs something soon, on another thread.</summary>
        public Action<Action> Background = InThreadPool;

        public Action<LogLevel, string, Exception> Log = Silent;

        private static void InThreadPool(Action action)
        {
            ThreadPool.QueueUserWorkItem(_ => action());
        }

        private static void Silent(LogLevel level, string message, Exception cause)
        {
        }

        private static class SharedRandom
        {
            private static readonly Random Source = new Random();

            public static double Next()
            {
                // Of one Random for all threads, because many that are made at once give the same numbers.
                lock (Source) return Source.NextDouble();
            }
        }
    }
}
