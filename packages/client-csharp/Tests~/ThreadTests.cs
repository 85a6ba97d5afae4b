using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Parties.Tests
{
    /// <summary>On real threads, as in a game.</summary>
    public sealed class ThreadTests
    {
        private readonly World world = new World(options => options.Background = null);

        [Test]
        public async Task AHandlerMayBlockUntilACallEnds()
        {
            await ConnectAsync(world);
            var done = new TaskCompletionSource<bool>();
            world.Socket.ReceivedPartyClose += message =>
            {
                var joining = world.Socket.JoinPartyAsync("a");
                SpinWait.SpinUntil(() => world.Line.Count("party_join") == 1, 5000);
                Task.Run(() => world.Line.Answer("party_join"));
                done.TrySetResult(joining.Wait(5000));
            };
            world.Say("party_close");
            Expect.True(await done.Task, "the call to end while its handler blocks");
        }

        [Test]
        public async Task WhatIsAwaitedMayBlockUntilAnotherCallEnds()
        {
            await ConnectAsync(world);
            var first = world.Socket.JoinPartyAsync("a");
            world.Line.Answer("party_join");
            await first;
            var second = world.Socket.LeavePartyAsync("a");
            Task.Run(() => world.Line.Answer("party_leave")).Wait();
            Expect.True(second.Wait(5000), "the second call to end");
        }

        [Test]
        public async Task ACallEndsAfterTheHandlersOfWhatCameBefore()
        {
            await ConnectAsync(world);
            for (var round = 0; round < 200; round++)
            {
                var heard = 0;
                Action<PartyLeader> handler = message =>
                {
                    Thread.Yield();
                    heard++;
                };
                world.Socket.ReceivedPartyLeader += handler;
                var promoting = world.Socket.PromotePartyMemberAsync("p", World.PresenceOf("b"));
                world.Say("party_leader", "'presence':" + World.Presence("b"));
                world.Line.Answer("party_promote");
                await promoting;
                Expect.Equal(1, heard);
                world.Socket.ReceivedPartyLeader -= handler;
            }
        }

        [Test]
        public async Task EventsKeepTheirOrderAndNeverOverlap()
        {
            await ConnectAsync(world);
            var heard = new ConcurrentQueue<string>();
            var running = 0;
            var overlaps = 0;
            world.Socket.ReceivedPartyMatchmakerTicket += message =>
            {
                if (Interlocked.Increment(ref running) != 1) overlaps++;
                heard.Enqueue(message.Ticket);
                Interlocked.Decrement(ref running);
            };
            for (var number = 0; number < 1000; number++) world.Say("party_matchmaker_ticket", "'ticket':'" + number + "'");
            var ping = world.Socket.PingAsync();
            world.Line.Answer("ping", "'pong':{}");
            await ping;
            Expect.Sequence(heard.ToArray(), Enumerable.Range(0, 1000).Select(number => number.ToString()).ToArray());
            Expect.Equal(0, overlaps);
        }

        [Test]
        public void ManyThreadsMayCallAtOnce()
        {
            ConnectAsync(world).Wait();
            var calls = new ConcurrentBag<Task>();
            Parallel.For(0, 200, number => calls.Add(world.Socket.JoinPartyAsync("p" + number)));
            SpinWait.SpinUntil(() => world.Line.Sent.Count == 200, 5000);
            var cids = world.Line.Sent.Select(message => (string)message["cid"]).Distinct().ToArray();
            Expect.Equal(200, cids.Length);
            foreach (var cid in cids) world.Line.Say("{'cid':'" + cid + "'}");
            Expect.True(Task.WaitAll(calls.ToArray(), 5000), "every call to end");
        }

        [Test]
        public void HandlersRunInTheContextOfWhoMadeTheSocket()
        {
            var context = new QueueContext();
            var before = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(context);
            PartySocket socket;
            try
            {
                socket = new PartyClient(OptionsWithContext()).NewSocket();
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(before);
            }
            var connecting = socket.ConnectAsync(world.Session);
            SpinWait.SpinUntil(() => world.Transports.Opened.Count > 0, 5000);
            world.Line.Open();
            Expect.True(connecting.Wait(5000), "the call to end without the context");
            var heard = 0;
            socket.Connected += () => heard++;
            socket.ReceivedPartyClose += message => heard++;
            world.Say("party_close");
            Expect.Equal(0, heard);
            context.RunAll();
            Expect.Equal(2, heard);
        }

        private PartyClientOptions OptionsWithContext()
        {
            world.Options.UseSynchronizationContext = true;
            return world.Options;
        }

        private static async Task ConnectAsync(World world)
        {
            var connecting = world.Socket.ConnectAsync(world.Session);
            SpinWait.SpinUntil(() => world.Transports.Opened.Count > 0, 5000);
            world.Line.Open();
            await connecting;
        }

        /// <summary>Keeps what is posted until the test runs it: a main thread that is busy.</summary>
        private sealed class QueueContext : SynchronizationContext
        {
            private readonly ConcurrentQueue<Action> posted = new ConcurrentQueue<Action>();

            public override void Post(SendOrPostCallback callback, object state)
            {
                posted.Enqueue(() => callback(state));
            }

            public void RunAll()
            {
                Action next;
                while (posted.TryDequeue(out next)) next();
            }
        }
    }
}
