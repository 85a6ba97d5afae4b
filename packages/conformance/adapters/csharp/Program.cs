using System;
using System.Threading;
using Newtonsoft.Json.Linq;

namespace PartyAdapter
{
    internal static class Program
    {
        /// <summary>
        /// Plays over stdin and stdout, one JSON object a line, until the input ends. With <c>--threads</c> there is no
        /// main thread: handlers and what is awaited run wherever the SDK lets them.
        /// </summary>
        private static int Main(string[] args)
        {
            if (Array.IndexOf(args, "--threads") >= 0)
            {
                var lines = new Lines(null);
                lines.Read(new Adapter(lines.Write)).GetAwaiter().GetResult();
                return 0;
            }
            // As in Unity: what the game does happens on one thread, and what it awaits goes on there.
            var thread = new MainThread();
            SynchronizationContext.SetSynchronizationContext(thread);
            var output = new Lines(thread);
            thread.RunUntil(output.Read(new Adapter(output.Write)));
            return 0;
        }
    }
}
