using System;
using System.Threading;

namespace Parties
{
    /// <summary>Time and timers.</summary>
    public interface IClock
    {
        /// <summary>The time now, in UTC.</summary>
        DateTime Now { get; }

        /// <summary>
        /// Runs something once, after a delay, on any thread. Disposing of what is returned prevents that.
        /// </summary>
        IDisposable SetTimeout(TimeSpan delay, Action action);
    }

    /// <summary>The machine's own.</summary>
    internal sealed class SystemClock : IClock
    {
        public static readonly SystemClock Instance = new SystemClock();

        public DateTime Now
        {
            get { return DateTime.UtcNow; }
        }

        public IDisposable SetTimeout(TimeSpan delay, Action action)
        {
            // A timer that nobody holds may be collected before it is due: its own state holds it.
            var timer = new Holder();
            timer.Start(delay, action);
            return timer;
        }

        private sealed class Holder : IDisposable
        {
            private Timer timer;
            private Action action;

            public void Start(TimeSpan delay, Action action)
            {
                this.action = action;
                timer = new Timer(state => ((Holder)state).Fire(), this, Timeout.Infinite, Timeout.Infinite);
                var ms = Math.Min(int.MaxValue, Math.Max(0, Math.Ceiling(delay.TotalMilliseconds)));
                timer.Change((long)ms, Timeout.Infinite);
            }

            public void Dispose()
            {
                action = null;
                timer.Dispose();
            }

            private void Fire()
            {
                var due = action;
                Dispose();
                if (due != null) due();
            }
        }
    }
}
