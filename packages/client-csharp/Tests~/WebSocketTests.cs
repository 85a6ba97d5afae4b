using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace Parties.Tests
{
    public sealed class WebSocketTests
    {
        private readonly RawServer server = new RawServer();
        private readonly Listener listener = new Listener();
        private ITransport transport;

        private async Task OpenAsync(params byte[] more)
        {
            transport = new WebSocketTransportFactory().Open(server.Uri, listener);
            await server.AcceptAsync();
            await server.UpgradeAsync(more);
            Expect.Equal("open", await listener.NextAsync());
        }

        [Test]
        public async Task AsksForAnUpgrade()
        {
            using (server)
            {
                await OpenAsync();
                Expect.True(server.Head.StartsWith("GET /ws?token=t HTTP/1.1\r\n"), "the path in " + server.Head);
                var lines = new[]
                {
                    "Host: " + server.Uri.Authority,
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Version: 13",
                };
                foreach (var line in lines)
                {
                    Expect.True(server.Head.Contains("\r\n" + line + "\r\n"), line);
                }
                transport.Abandon();
            }
        }

        [Test]
        public async Task ReadsMessagesOfEverySizeWholeOrInParts()
        {
            using (server)
            {
                // What comes in one piece with the upgrade is not lost.
                await OpenAsync(RawServer.Text("early"));
                Expect.Equal("early", await listener.NextAsync());
                foreach (var size in new[] { 0, 125, 126, 65535, 65536, 200000 })
                {
                    await server.WriteAsync(RawServer.Text(new string('x', size)));
                    Expect.Equal(size, (await listener.NextAsync()).Length);
                }
                await server.WriteAsync(RawServer.Text("wa", 0x01));
                await server.WriteAsync(RawServer.Frame(0x89, new byte[0]));
                await server.WriteAsync(RawServer.Text("v", 0x00));
                await server.WriteAsync(RawServer.Text("e 👋", 0x80));
                Expect.Equal("wave 👋", await listener.NextAsync());
                transport.Abandon();
            }
        }

        [Test]
        public async Task WritesMaskedMessagesOfEverySizeInOrder()
        {
            using (server)
            {
                await OpenAsync();
                foreach (var size in new[] { 0, 125, 126, 65535, 65536 }) transport.Send(new string('x', size));
                foreach (var size in new[] { 0, 125, 126, 65535, 65536 })
                {
                    Expect.Equal("81 " + new string('x', size), await server.ReadFrameAsync());
                }
                transport.Abandon();
            }
        }

        [Test]
        public async Task AnswersPingsWhileItSends()
        {
            using (server)
            {
                await OpenAsync();
                const int count = 2000;
                var sending = Task.Run(() =>
                {
                    for (var number = 0; number < count; number++) transport.Send("m" + number);
                });
                var pinging = Task.Run(async () =>
                {
                    for (var number = 0; number < count; number++)
                    {
                        await server.WriteAsync(RawServer.Frame(0x89, Encoding.UTF8.GetBytes("p" + number)));
                    }
                });
                var frames = new ConcurrentQueue<string>();
                while (frames.Count < 2 * count) frames.Enqueue(await server.ReadFrameAsync());
                await Task.WhenAll(sending, pinging);
                var numbers = Enumerable.Range(0, count).ToArray();
                var messages = frames.Where(frame => frame.StartsWith("81"));
                var pongs = frames.Where(frame => frame.StartsWith("8a"));
                Expect.Sequence(messages, numbers.Select(number => "81 m" + number).ToArray());
                Expect.Sequence(pongs, numbers.Select(number => "8a p" + number).ToArray());
                transport.Abandon();
            }
        }

        [Test]
        public async Task TellsHowTheServerCloses()
        {
            using (server)
            {
                await OpenAsync();
                await server.WriteAsync(RawServer.Frame(0x88, new byte[] { 0x03, 0xe8, (byte)'b', (byte)'y', (byte)'e' }));
                Expect.Equal("closed 1000 bye", await listener.NextAsync());
                Expect.True((await server.ReadFrameAsync()).StartsWith("88 "), "an answer");
                Expect.True(await server.IsAtEndAsync(), "the end");
            }
        }

        [Test]
        public async Task TellsThatTheConnectionWasLost()
        {
            using (server) await OpenAsync();
            Expect.True((await listener.NextAsync()).StartsWith("closed 1006 "), "an abnormal end");
        }

        [Test]
        public async Task ClosesAfterWhatWasSentBefore()
        {
            using (server)
            {
                await OpenAsync();
                for (var number = 0; number < 100; number++) transport.Send("m" + number);
                transport.Close();
                transport.Send("too late");
                for (var number = 0; number < 100; number++) Expect.Equal("81 m" + number, await server.ReadFrameAsync());
                Expect.True((await server.ReadFrameAsync()).StartsWith("88 "), "a close frame");
                await server.WriteAsync(RawServer.Frame(0x88, new byte[0]));
                Expect.True(await server.IsAtEndAsync(), "the end");
                Expect.Equal(0, listener.Count);
            }
        }

        [Test]
        public async Task DoesNotWaitLongForAServerThatDoesNotAgreeToTheEnd()
        {
            using (server)
            {
                await OpenAsync();
                transport.Close();
                Expect.True((await server.ReadFrameAsync()).StartsWith("88 "), "a close frame");
                Expect.True(await server.IsAtEndAsync(), "the end");
                Expect.Equal(0, listener.Count);
            }
        }

        [Test]
        public async Task RefusesWhatIsNoWebSocket()
        {
            var all = new[]
            {
                new byte[] { 0xf1, 0 }, // bits of an extension that nobody has asked for
                new byte[] { 0x81, 0x80 }, // a mask
                new byte[] { 0x89, 126, 0, 200 }, // a long ping
                new byte[] { 0x09, 0 }, // a ping in parts
            };
            foreach (var nonsense in all)
            {
                var test = new WebSocketTests();
                using (test.server)
                {
                    await test.OpenAsync(nonsense);
                    Expect.True((await test.listener.NextAsync()).StartsWith("closed 1006 "), "an abnormal end");
                }
            }
        }

        [Test]
        public async Task AServerThatDoesNotUpgradeIsNoWebSocket()
        {
            var answers = new[]
            {
                "HTTP/1.1 401 Unauthorized\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: x\r\n\r\n",
            };
            foreach (var answer in answers)
            {
                var test = new WebSocketTests();
                using (test.server)
                {
                    test.transport = new WebSocketTransportFactory().Open(test.server.Uri, test.listener);
                    await test.server.AcceptAsync();
                    await test.server.WriteAsync(Encoding.ASCII.GetBytes(answer));
                    Expect.True((await test.listener.NextAsync()).StartsWith("closed 1006 "), "an abnormal end");
                }
            }
        }

        [Test]
        public async Task NobodyThereIsToldToo()
        {
            var uri = server.Uri;
            server.Dispose();
            new WebSocketTransportFactory().Open(uri, listener);
            Expect.True((await listener.NextAsync()).StartsWith("closed 1006 "), "an abnormal end");
        }

        [Test]
        public async Task AnAttemptCanBeCalledOff()
        {
            using (server)
            {
                transport = new WebSocketTransportFactory().Open(server.Uri, listener);
                await server.AcceptAsync();
                transport.Close();
                Expect.True(await server.IsAtEndAsync(), "the end");
                Expect.Equal(0, listener.Count);
            }
        }

        /// <summary>What a transport tells, in order.</summary>
        private sealed class Listener : ITransportListener
        {
            private readonly ConcurrentQueue<string> told = new ConcurrentQueue<string>();

            public int Count
            {
                get { return told.Count; }
            }

            public void OnOpen()
            {
                told.Enqueue("open");
            }

            public void OnMessage(string message)
            {
                told.Enqueue(message);
            }

            public void OnClose(int code, string reason)
            {
                told.Enqueue("closed " + code + " " + reason);
            }

            public async Task<string> NextAsync()
            {
                string next;
                for (var tries = 0; tries < 1000; tries++)
                {
                    if (told.TryDequeue(out next)) return next;
                    await Task.Delay(5);
                }
                throw new TimeoutException("nothing was told");
            }
        }
    }
}
