using System;

namespace Parties
{
    /// <summary>
    /// Finds out that a peer is gone long before the platform does: a network that vanished sends no close frame. One
    /// ping is under way at a time; any answer but silence counts as life.
    /// </summary>
    internal sealed class Heartbeat
    {
        private readonly Loop loop;
        private readonly Func<double> random;
        private readonly TimeSpan interval;
        private readonly Action<Action<PartyException>> ping;
        private readonly Action onDead;
        private IDisposable timer;
        private int run;

        /// <param name="ping">Sends a ping, and calls back with null when it was answered, or with an error.</param>
        /// <param name="onDead">The peer has not answered in time.</param>
        public Heartbeat(
            Loop loop, Func<double> random, TimeSpan interval, Action<Action<PartyException>> ping, Action onDead)
        {
            this.loop = loop;
            this.random = random;
            this.interval = interval;
            this.ping = ping;
            this.onDead = onDead;
        }

        public void Start()
        {
            Stop();
            // Up to a tenth earlier: clients that came back together after a server restart do not ping together.
            timer = loop.After(TimeSpan.FromTicks((long)(interval.Ticks * (1 - random() / 10))), Beat);
        }

        public void Stop()
        {
            run++;
            if (timer != null) timer.Dispose();
            timer = null;
        }

        /// <summary>Sends the next ping now, unless one is under way. Does nothing while it is stopped.</summary>
        public void Hurry()
        {
            if (timer != null) Beat();
        }

        private void Beat()
        {
            Stop();
            var current = run;
            ping(error =>
            {
                if (current != run) return;
                if (error != null && error.Code == ErrorCode.Timeout) onDead();
                else Start();
            });
        }
    }
}
