using System;
using System.Collections.Generic;
using System.Linq;

namespace Parties.Tests
{
    /// <summary>Time that stands still until a test lets it pass.</summary>
    internal sealed class FakeClock : IClock
    {
        private readonly List<Timer> timers = new List<Timer>();

        public DateTime Now { get; private set; } = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        /// <summary>How many timers run.</summary>
        public int Count
        {
            get { lock (timers) return timers.Count; }
        }

        public IDisposable SetTimeout(TimeSpan delay, Action action)
        {
            var timer = new Timer { Clock = this, At = Now + delay, Action = action };
            lock (timers) timers.Add(timer);
            return timer;
        }

        public void Advance(double seconds)
        {
            var until = Now + TimeSpan.FromSeconds(seconds);
            while (true)
            {
                Timer next;
                lock (timers) next = timers.Where(timer => timer.At <= until).OrderBy(timer => timer.At).FirstOrDefault();
                if (next == null) break;
                next.Dispose();
                Now = next.At > Now ? next.At : Now;
                next.Action();
            }
            Now = until;
        }

        private sealed class Timer : IDisposable
        {
            public FakeClock Clock;
            public DateTime At;
            public Action Action;

            public void Dispose()
            {
                lock (Clock.timers) Clock.timers.Remove(this);
            }
        }
    }
}
