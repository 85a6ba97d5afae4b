using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Parties.Tests
{
    public sealed class SocketTests
    {
        private readonly World world = new World();

        [Test]
        public void SendsOnlyWhatIsSet()
        {
            world.Connect();
            var first = world.Socket.CreatePartyAsync(open: false, maxSize: 4);
            Expect.Equal("{\"max_size\":4}", world.Line.Request("party_create")["party_create"].ToString(0));
            var second = world.Socket.CreatePartyAsync(open: true, hidden: true, maxSize: 5, label: "");
            Expect.Equal(
                "{\"open\":true,\"max_size\":5,\"hidden\":true}", world.Line.Request("party_create")["party_create"].ToString(0));
            Expect.Pending(first);
            Expect.Pending(second);
        }

        [Test]
        public void EndsCallsInAnyOrder()
        {
            world.Connect();
            var first = world.Socket.JoinPartyAsync("a");
            var second = world.Socket.LeavePartyAsync("b");
            world.Line.Answer("party_leave");
            Expect.Done(second);
            Expect.Pending(first);
            world.Line.Refuse("party_join", "Error joining party: party full");
            var error = Expect.Failed(first, ErrorCode.PartyFull);
            Expect.Equal("JoinParty", error.Operation);
            Expect.Equal("a", error.PartyId);
            Expect.Equal(3, error.RealtimeCode);
        }

        [Test]
        public void ACallThatIsNotAnsweredEndsInTime()
        {
            world.Connect();
            var usual = world.Socket.JoinPartyAsync("a");
            var hasty = world.Socket.JoinPartyAsync("b", TimeSpan.FromSeconds(1));
            world.Clock.Advance(1);
            Expect.Failed(hasty, ErrorCode.Timeout);
            Expect.Pending(usual);
            world.Clock.Advance(9);
            Expect.Failed(usual, ErrorCode.Timeout);
        }

        [Test]
        public void ACallMayWaitForEver()
        {
            var patient = new World(options => options.HeartbeatInterval = null).Connect();
            var joining = patient.Socket.JoinPartyAsync("a", Timeout.InfiniteTimeSpan);
            patient.Clock.Advance(3600);
            Expect.Pending(joining);
            patient.Line.Answer("party_join");
            Expect.Done(joining);
        }

        [Test]
        public void ASocketKeepsTheOptionsItWasMadeWith()
        {
            world.Options.MaxMessageBytes = 1;
            world.Connect();
            Expect.Pending(world.Socket.JoinPartyAsync("a"));
            Expect.Throws(ErrorCode.InvalidArgument, () => world.Client.NewSocket(new SocketOptions { Transport = null }));
            Expect.Throws(ErrorCode.InvalidArgument, () => new PartyClient("ws", "127.0.0.1", 7350, "k"));
            Expect.Throws(ErrorCode.InvalidArgument, () => new PartyClient("http", "http://127.0.0.1", 7350, "k"));
        }

        [Test]
        public void WhatTheServerDidForACallThatWasGivenUpIsTakenInAllTheSame()
        {
            world.Connect();
            var creating = world.Socket.CreatePartyAsync(true, 4);
            world.Clock.Advance(10);
            Expect.Failed(creating, ErrorCode.Timeout);
            world.Line.Answer("party_create", World.Party("a", true, "a"));
            Expect.Equal(1, world.Socket.Parties.Count);
        }

        [Test]
        public void ACallEndsWhenItsTokenIsCancelled()
        {
            world.Connect();
            var leaving = new CancellationTokenSource();
            var joining = world.Socket.JoinPartyAsync("a", cancellationToken: leaving.Token);
            leaving.Cancel();
            Expect.Failed(joining, ErrorCode.Aborted);
            Expect.Failed(world.Socket.LeavePartyAsync("a", cancellationToken: leaving.Token), ErrorCode.Aborted);
            Expect.Equal(0, world.Line.Count("party_leave"));
        }

        [Test]
        public void WithoutAConnectionACallEndsAtOnce()
        {
            Expect.Failed(world.Socket.JoinPartyAsync("a"), ErrorCode.NotConnected);
            Expect.Failed(world.Socket.ListPartiesAsync(), ErrorCode.NotConnected);
        }

        [Test]
        public void EverythingThatWaitsEndsWithTheConnection()
        {
            world.Connect();
            var joining = world.Socket.JoinPartyAsync("a");
            var entering = world.Socket.JoinPartyAndWaitAsync("b");
            world.Socket.CloseAsync();
            Expect.Failed(joining, ErrorCode.Disconnected);
            Expect.Failed(entering, ErrorCode.Disconnected);
            Expect.Equal(0, world.Clock.Count);
            Expect.Equal("close", world.Line.Ended);
        }

        [Test]
        public void RefusesArgumentsBeforeAnythingIsSent()
        {
            world.Connect();
            var socket = world.Socket;
            var notANumber = new Dictionary<string, double> { { "x", double.NaN } };
            var refused = new Dictionary<string, Task>
            {
                { "maxSize", socket.CreatePartyAsync(true, 257) },
                { "label", socket.CreatePartyAsync(true, 4, "[]") },
                { "partyId", socket.JoinPartyAsync("") },
                { "presence", socket.AcceptPartyMemberAsync("a", new UserPresence("u", "", "n")) },
                { "data", socket.SendPartyDataAsync("a", 1, (string)null) },
                { "minCount", socket.AddMatchmakerAsync(minCount: 1) },
                { "maxCount", socket.AddMatchmakerAsync(minCount: 4, maxCount: 3) },
                { "countMultiple", socket.AddMatchmakerPartyAsync("a", minCount: 2, maxCount: 4, countMultiple: 3) },
                { "numericProperties", socket.AddMatchmakerAsync(numericProperties: notANumber) },
                { "ticket", socket.RemoveMatchmakerAsync((MatchmakerTicket)null) },
                { "status", socket.UpdateStatusAsync(new string('x', 2049)) },
                { "userIds", socket.FollowUsersAsync(new[] { "" }) },
                { "id", socket.RpcAsync(null) },
                { "session", socket.ConnectAsync(null) },
            };
            foreach (var call in refused) Expect.Equal(call.Key, Expect.Failed(call.Value, ErrorCode.InvalidArgument).Argument);
            Expect.Equal(0, world.Line.Sent.Count);
        }

        [Test]
        public void RefusesAMessageThatIsLargerThanTheServerTakes()
        {
            world.Connect();
            var error = Expect.Failed(world.Socket.SendPartyDataAsync("a", 1, new byte[4000]), ErrorCode.MessageTooLarge);
            Expect.Equal("data", error.Argument);
            Expect.Equal(0, world.Line.Sent.Count);
        }

        [Test]
        public void SendsExactlyTheBytesOfASegment()
        {
            world.Connect();
            var buffer = new byte[] { 9, 1, 2, 9 };
            var sending = world.Socket.SendPartyDataAsync("a", long.MaxValue, new ArraySegment<byte>(buffer, 1, 2));
            var message = world.Line.Request("party_data_send")["party_data_send"];
            Expect.Equal("AQI=", (string)message["data"]);
            Expect.Equal("9223372036854775807", (string)message["op_code"]);
            Expect.Pending(sending);
        }

        [Test]
        public void TellsEventsOfTheServer()
        {
            world.Connect();
            var heard = "";
            world.Socket.ReceivedPartyLeader += message => heard += message.Presence.Username + " ";
            world.Socket.ReceivedStatusPresence += message => heard += message.Joins.Single().Status ?? "none";
            world.Say("party_leader", "'presence':" + World.Presence("b"));
            world.Line.Say("{'status_presence_event':{'joins':[{'user_id':'u','status':'here'}]}}");
            Expect.Equal("b here", heard);
        }

        [Test]
        public void AHandlerThatThrowsStopsNobody()
        {
            world.Connect();
            PartyException told = null;
            var heard = 0;
            world.Socket.ReceivedError += error => told = error;
            world.Socket.ReceivedPartyClose += message => { throw new InvalidOperationException("oh"); };
            world.Socket.ReceivedPartyClose += message => heard++;
            world.Say("party_close");
            Expect.Equal(1, heard);
            Expect.Equal(ErrorCode.HandlerFailed, told.Code);
            Expect.Equal("oh", told.InnerException.Message);
        }

        [Test]
        public void TellsWhatCannotBeReadAndGoesOn()
        {
            world.Connect();
            var codes = new List<string>();
            world.Socket.ReceivedError += error => codes.Add(error.Code);
            world.Line.Say("{'party_close':{'party_id':3}}");
            world.Line.Say("nonsense");
            world.Line.Say("{'error':{'message':'oh'}}");
            world.Line.Say("{'news_of_tomorrow':{}}");
            Expect.Sequence(codes, ErrorCode.MalformedMessage, ErrorCode.MalformedMessage, ErrorCode.ServerError);
            Expect.True(world.Socket.IsConnected, "still connected");
        }

        [Test]
        public void AnAnswerThatIsNoneOfItsCallIsAnError()
        {
            world.Connect();
            var creating = world.Socket.CreatePartyAsync(true, 4);
            world.Line.Answer("party_create", "'pong':{}");
            Expect.Failed(creating, ErrorCode.UnexpectedReply);
        }

        [Test]
        public void WaitsUntilThePlayerIsIn()
        {
            world.Connect();
            var entering = world.Socket.JoinPartyAndWaitAsync(World.PartyId);
            world.Line.Answer("party_join");
            Expect.Pending(entering);
            var party = world.Enter();
            Expect.Equal(party, Expect.Done(entering));
            Expect.Equal(party, Expect.Done(world.Socket.JoinPartyAndWaitAsync(World.PartyId)));
            Expect.Equal(1, world.Line.Count("party_join"));
        }

        [Test]
        public void TheWaitForAPartyEndsAfterAMinute()
        {
            var patient = new World(options => options.HeartbeatInterval = null).Connect();
            var entering = patient.Socket.JoinPartyAndWaitAsync(World.PartyId);
            patient.Line.Answer("party_join");
            patient.Clock.Advance(59);
            Expect.Pending(entering);
            patient.Clock.Advance(1);
            Expect.Failed(entering, ErrorCode.Timeout);
        }

        [Test]
        public void SaysWhoLeadsNowAndWhatThePartyIsLike()
        {
            world.Connect();
            var promoting = world.Socket.PromotePartyMemberAsync("p", World.PresenceOf("b"));
            world.Line.Answer("party_promote");
            Expect.Equal("b", Expect.Done(promoting).Presence.Username);
            var updating = world.Socket.UpdatePartyAsync("p", open: true, label: "{\"x\":1}");
            world.Line.Answer("party_update");
            Expect.Equal("{\"x\":1}", Expect.Done(updating).Label);
        }
    }
}
