using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Parties.Tests
{
    public sealed class ConnectionTests
    {
        private readonly World world = new World();
        private readonly List<string> steps = new List<string>();

        public ConnectionTests()
        {
            Watch(world);
        }

        private void Watch(World watched)
        {
            watched.Socket.StateChanged += step => steps.Add(step.To + ":" + step.Code);
        }

        [Test]
        public void TellsTheServerWhoConnects()
        {
            var connecting = world.Socket.ConnectAsync(world.Session, appearOnline: true, langTag: "de");
            var query = world.Line.Uri.Query;
            Expect.True(query.Contains("format=json&status=true&lang=de"), "format, status and language in " + query);
            Expect.True(query.Contains("token=" + Uri.EscapeDataString(world.Session.AuthToken)), "the token in " + query);
            world.Line.Open();
            Expect.Done(connecting);
            Expect.Sequence(steps, "Connecting:connect_called", "Open:connected");
        }

        [Test]
        public void EveryoneWaitsForTheSameConnection()
        {
            var first = world.Socket.ConnectAsync(world.Session);
            var impatient = new CancellationTokenSource();
            var second = world.Socket.ConnectAsync(world.Session, cancellationToken: impatient.Token);
            Expect.Equal(1, world.Transports.Opened.Count);
            impatient.Cancel();
            Expect.Failed(second, ErrorCode.Aborted);
            world.Line.Open();
            Expect.Done(first);
            Expect.Done(world.Socket.ConnectAsync(world.Session));
        }

        [Test]
        public void AnAttemptThatNobodyWaitsForEnds()
        {
            var connecting = world.Socket.ConnectAsync(world.Session);
            world.Clock.Advance(10);
            Expect.Failed(connecting, ErrorCode.Timeout);
            Expect.Equal(ConnectionState.Closed, world.Socket.State);
            Expect.Equal("close", world.Line.Ended);
            Expect.Equal(0, world.Clock.Count);
        }

        [Test]
        public void AFirstAttemptThatFailsIsNotRepeated()
        {
            var connecting = world.Socket.ConnectAsync(world.Session);
            world.Http.Always(400, "Bad Request");
            world.Line.Break();
            Expect.Failed(connecting, ErrorCode.ConnectionFailed);
            Expect.Sequence(steps, "Connecting:connect_called", "Closed:connect_failed");
        }

        [Test]
        public void ARefusedTokenIsReplacedOnce()
        {
            var session = world.SessionOf(30, 7200);
            var fresh = world.Token(3600);
            world.Http.Reply = (request, token) => System.Threading.Tasks.Task.FromResult(request.Method == "POST"
                ? new HttpReply(200, "{\"token\":\"" + fresh + "\",\"refresh_token\":\"" + world.Token(7200) + "\"}")
                : new HttpReply(401, "Missing or invalid token"));
            var connecting = world.Socket.ConnectAsync(session);
            world.Line.Break();
            Eventually(() => world.Transports.Opened.Count == 2);
            Expect.Equal(fresh, session.AuthToken);
            world.Line.Break();
            Eventually(() => connecting.IsCompleted);
            Expect.Failed(connecting, ErrorCode.Unauthenticated);
            Expect.Equal(2, world.Transports.Opened.Count);
        }

        [Test]
        public void ALostConnectionIsMadeAgain()
        {
            world.Connect();
            var closed = new List<bool>();
            world.Socket.Closed += end => closed.Add(end.WillReconnect);
            world.Line.Break();
            Expect.Equal(ConnectionState.Reconnecting, world.Socket.State);
            Expect.Failed(world.Socket.JoinPartyAsync("a"), ErrorCode.NotConnected);
            // Half of 500 ms: the random number is 0.5.
            world.Clock.Advance(0.249);
            Expect.Equal(1, world.Transports.Opened.Count);
            world.Clock.Advance(0.001);
            Expect.Equal(2, world.Transports.Opened.Count);
            world.Line.Open();
            Expect.True(world.Socket.IsConnected, "connected again");
            Expect.Sequence(closed, true);
        }

        [Test]
        public void WaitsGrowAndEndAfterFiveMinutes()
        {
            world.Connect();
            var waits = new List<double>();
            world.Socket.StateChanged += step =>
            {
                if (step.RetryIn != null) waits.Add(step.RetryIn.Value.TotalSeconds);
            };
            world.Line.Break();
            for (var seconds = 0; seconds < 320 && world.Socket.State != ConnectionState.Closed; seconds++)
            {
                if (world.Line.Ended == null) world.Line.Break();
                world.Clock.Advance(1);
            }
            Expect.Sequence(waits.Take(7), 0.25, 0.5, 1, 2, 4, 7.5, 7.5);
            Expect.Equal(ConnectionState.Closed, world.Socket.State);
            Expect.Equal(0, world.Clock.Count);
        }

        [Test]
        public void ReconnectNowDoesNotWait()
        {
            world.Connect();
            world.Line.Break();
            world.Socket.ReconnectNow();
            Expect.Equal(2, world.Transports.Opened.Count);
            world.Socket.ReconnectNow();
            Expect.Equal(2, world.Transports.Opened.Count);
        }

        [Test]
        public void WhoWasDisconnectedOnPurposeStaysOut()
        {
            world.Connect();
            world.Line.Say("{'notifications':{'notifications':[{'code':-7}]}}");
            world.Line.Break(1000, "server-side session disconnect");
            Expect.Equal("Closed:connected_elsewhere", steps.Last());

            world.Connect();
            world.Line.Break(1000, "server-side session disconnect");
            Expect.Equal("Closed:disconnected_by_server", steps.Last());
        }

        [Test]
        public void SaysWhyTheServerClosed()
        {
            world.Connect();
            world.Line.Break(1009);
            Expect.Equal("Reconnecting:message_too_large", steps.Last());
            world.Socket.ReconnectNow();
            world.Line.Open();
            world.Line.Break(1000, "session outgoing queue full");
            Expect.Equal("Reconnecting:server_closed", steps.Last());
        }

        [Test]
        public void APolicyOfTheGameDecides()
        {
            var attempts = new List<ReconnectAttempt>();
            var own = new World(options => options.Reconnect = attempt =>
            {
                attempts.Add(attempt);
                return attempts.Count < 2 ? TimeSpan.FromSeconds(3) : (TimeSpan?)null;
            });
            Watch(own);
            own.Connect();
            own.Line.Break();
            own.Clock.Advance(3);
            own.Line.Break();
            Expect.Equal("Closed:connect_failed", steps.Last());
            Expect.Equal(1, attempts[1].RetryCount);
            Expect.Equal(TimeSpan.FromSeconds(3), attempts[1].Elapsed);
        }

        [Test]
        public void APolicyThatThrowsGivesUp()
        {
            var own = new World(options => options.Reconnect = attempt => { throw new Exception("oh"); });
            own.Connect();
            own.Line.Break();
            Expect.Equal(ConnectionState.Closed, own.Socket.State);
            Expect.True(own.Log.Any(line => line.Contains("the reconnect policy failed")), "it is logged");
        }

        [Test]
        public void ASilentServerIsGivenUp()
        {
            world.Connect();
            // A twentieth earlier than after ten seconds: the random number is 0.5.
            world.Clock.Advance(9.5);
            Expect.Equal(1, world.Line.Count("ping"));
            world.Line.Answer("ping", "'pong':{}");
            world.Clock.Advance(9.5);
            Expect.Equal(2, world.Line.Count("ping"));
            var silent = world.Line;
            world.Clock.Advance(10);
            Expect.Equal("Reconnecting:heartbeat_timeout", steps.Last());
            Expect.Equal("abandon", silent.Ended);
        }

        [Test]
        public void AnotherPlayerHasToWaitForTheEnd()
        {
            world.Connect();
            var other = world.SessionOf(3600, 7200, "b");
            Expect.Equal("session", Expect.Failed(world.Socket.ConnectAsync(other), ErrorCode.InvalidArgument).Argument);
            world.Socket.CloseAsync();
            var connecting = world.Socket.ConnectAsync(other);
            world.Line.Open();
            Expect.Done(connecting);
        }

        [Test]
        public void WhatAnEndedConnectionSaysIsNotHeard()
        {
            world.Connect();
            var old = world.Line;
            world.Socket.CloseAsync();
            world.Connect();
            old.Break();
            old.Say("{" + World.Party("a", true, "a") + "}");
            Expect.True(world.Socket.IsConnected, "connected");
            Expect.Equal(0, world.Socket.Parties.Count);
        }

        private static void Eventually(Func<bool> condition)
        {
            Expect.True(SpinWait.SpinUntil(condition, 5000), "it to happen");
        }
    }
}
