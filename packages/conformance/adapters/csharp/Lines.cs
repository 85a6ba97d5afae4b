using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartyAdapter
{
    /// <summary>One JSON object a line, on stdin and stdout.</summary>
    internal sealed class Lines
    {
        private readonly object gate = new object();
        private readonly SynchronizationContext context;
        private readonly TextReader input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));

        private readonly TextWriter output =
            new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };

        /// <param name="context">Where commands are taken; null for the thread that reads them.</param>
        public Lines(SynchronizationContext context)
        {
            this.context = context;
        }

        public void Write(JObject message)
        {
            var line = message.ToString(Formatting.None);
            lock (gate) output.WriteLine(line);
        }

        /// <summary>Hands over what comes in; ends when the input has ended and every command has its reply.</summary>
        public Task Read(Adapter adapter)
        {
            var ended = new TaskCompletionSource<bool>();
            var thread = new Thread(() =>
            {
                string line;
                while ((line = input.ReadLine()) != null)
                {
                    var command = Parse(line);
                    Do(() => adapter.Receive(command));
                }
                Do(() => ended.TrySetResult(true));
            });
            thread.IsBackground = true;
            thread.Start();
            return Finish(ended.Task, adapter);
        }

        private static async Task Finish(Task ended, Adapter adapter)
        {
            await ended;
            await adapter.Drain();
        }

        private void Do(Action action)
        {
            if (context == null) action();
            else context.Post(_ => action(), null);
        }

        private static JObject Parse(string line)
        {
            using (var reader = new JsonTextReader(new StringReader(line)) { DateParseHandling = DateParseHandling.None })
            {
                return JObject.Load(reader);
            }
        }
    }
}
