using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Parties;

namespace PartyAdapter
{
    /// <summary>
    /// Lets the runner play with the SDK: it takes commands, calls the SDK, and sends replies and events. How the
    /// messages travel is for whoever made it to know.
    /// </summary>
    internal sealed class Adapter
    {
        private readonly Action<JObject> send;
        private readonly ConcurrentDictionary<string, Player> players = new ConcurrentDictionary<string, Player>();
        private readonly ConcurrentDictionary<int, CancellationTokenSource> calls =
            new ConcurrentDictionary<int, CancellationTokenSource>();

        private readonly ConcurrentDictionary<int, Task> pending = new ConcurrentDictionary<int, Task>();

        public Adapter(Action<JObject> send)
        {
            this.send = send;
            send(new JObject
            {
                { "type", "hello" },
                { "contract", 1 },
                { "name", "com.party.client" },
                { "version", "0.1.0" },
                { "language", "C#" },
                { "features", new JArray(Features.All) },
            });
        }

        public void Receive(JObject command)
        {
            var id = (int)command["id"];
            var task = Reply(id, command);
            pending[id] = task;
            Task ignored;
            if (task.IsCompleted) pending.TryRemove(id, out ignored);
        }

        /// <summary>Ends when every command has its reply, and disconnects everyone.</summary>
        public async Task Drain()
        {
            await Task.WhenAll(pending.Values);
            foreach (var player in players.Values) await player.Socket.CloseAsync();
        }

        private async Task Reply(int id, JObject command)
        {
            JObject reply;
            try
            {
                reply = new JObject { { "type", "result" }, { "value", await Obey(id, command) } };
            }
            catch (PartyException error)
            {
                reply = Values.Of(error);
                reply.Add("type", "error");
            }
            catch (Exception error)
            {
                reply = new JObject { { "type", "fault" }, { "message", error.ToString() } };
            }
            reply.Add("id", id);
            Task ignored;
            pending.TryRemove(id, out ignored);
            send(reply);
        }

        private async Task<JObject> Obey(int id, JObject command)
        {
            var actor = (string)command["actor"];
            switch ((string)command["type"])
            {
                case "open":
                    players[actor] = new Player(actor, command, send);
                    return null;
                case "call":
                    return await Call(id, PlayerOf(actor), command);
                case "abort":
                    CancellationTokenSource call;
                    if (calls.TryGetValue((int)command["call"], out call)) call.Cancel();
                    return null;
                case "barrier":
                    var socket = PlayerOf(actor).Socket;
                    if (socket.IsConnected) await socket.PingAsync();
                    return null;
                case "close":
                    Player player;
                    if (players.TryRemove(actor, out player)) await player.Socket.CloseAsync();
                    return null;
                default:
                    throw new InvalidOperationException(command["type"] + " is not a command");
            }
        }

        private async Task<JObject> Call(int id, Player player, JObject command)
        {
            Operation operation;
            var name = (string)command["operation"];
            if (!Operations.All.TryGetValue(name, out operation))
            {
                throw new InvalidOperationException(name + " is not an operation");
            }
            var timeoutMs = command["timeoutMs"];
            using (var cancellation = new CancellationTokenSource())
            {
                calls[id] = cancellation;
                try
                {
                    return await operation(player, new Arguments(
                        (JObject)command["arguments"],
                        timeoutMs == null ? (TimeSpan?)null : TimeSpan.FromMilliseconds((int)timeoutMs),
                        cancellation.Token));
                }
                finally
                {
                    CancellationTokenSource ended;
                    calls.TryRemove(id, out ended);
                }
            }
        }

        private Player PlayerOf(string actor)
        {
            Player player;
            if (players.TryGetValue(actor, out player)) return player;
            throw new InvalidOperationException("there is no actor " + actor);
        }
    }
}
