using System.Linq;

namespace Parties.Tests
{
    public sealed class LivePartyTests
    {
        private readonly World world = new World().Connect();

        private static string Names(LiveParty party)
        {
            return string.Join(" ", party.Members.Select(member => member.Username));
        }

        [Test]
        public void HasItsMembersInTheOrderOfJoining()
        {
            var party = world.Create();
            world.Say("party_presence_event", "'joins':[" + World.Presence("b") + "]");
            world.Say("party_presence_event", "'joins':[" + World.Presence("c") + "]");
            Expect.Equal("a b c", Names(party));
            world.Say("party_presence_event", "'leaves':[" + World.Presence("b") + "]");
            Expect.Equal("a c", Names(party));
        }

        [Test]
        public void DoesNotTellThePlayerOfItself()
        {
            var party = world.Create();
            var told = 0;
            party.MembersChanged += change => told++;
            world.Say("party_presence_event", "'joins':[" + World.Presence("a") + "]");
            Expect.Equal(0, told);
            world.Say("party_presence_event", "'joins':[" + World.Presence("b") + "]");
            Expect.Equal(1, told);
        }

        [Test]
        public void ShowsTheNewStateToItsHandlersAndBeforeThoseOfTheSocket()
        {
            var party = world.Create();
            var order = "";
            world.Socket.ReceivedPartyPresence += message => order += "socket ";
            party.MembersChanged += change => order += "party:" + party.Members.Count + " ";
            party.Changed += () => order += "changed ";
            world.Say("party_presence_event", "'joins':[" + World.Presence("b") + "]");
            Expect.Equal("party:2 changed socket ", order);
        }

        [Test]
        public void KeepsASnapshotUntilSomethingChanges()
        {
            var party = world.Create();
            var before = party.Snapshot;
            world.Say("party_update", "'open':true");
            Expect.True(ReferenceEquals(before, party.Snapshot), "the same snapshot");
            world.Say("party_update", "'label':'{}'");
            Expect.True(!ReferenceEquals(before, party.Snapshot), "another snapshot");
            Expect.Equal("", before.Label);
        }

        [Test]
        public void ANewLeaderListsWhoHasBeenWaiting()
        {
            var party = world.Enter();
            var asked = 0;
            party.JoinRequested += presences => asked += presences.Count;
            world.Say("party_leader", "'presence':" + World.Presence("a"));
            Expect.True(party.IsLeader, "the player leads");
            world.Line.Answer(
                "party_join_request_list",
                "'party_join_request':{'party_id':'" + World.PartyId + "','presences':[" + World.Presence("c") + "]}");
            Expect.Equal(1, asked);
            Expect.Equal("c", party.JoinRequests.Single().Username);
            world.Say("party_leader", "'presence':" + World.Presence("b"));
            Expect.Equal(0, party.JoinRequests.Count);
        }

        [Test]
        public void AnAcceptedRequestIsNoneAnyMore()
        {
            var party = world.Create(open: false);
            world.Say("party_join_request", "'presences':[" + World.Presence("b") + "]");
            Expect.Equal(1, party.JoinRequests.Count);
            var accepting = party.AcceptAsync(party.JoinRequests[0]);
            world.Line.Answer("party_accept");
            Expect.Done(accepting);
            Expect.Equal(0, party.JoinRequests.Count);
        }

        [Test]
        public void TicketsEndWhenMembersComeOrGo()
        {
            var party = world.Create();
            TicketEnd ended = null;
            party.MatchmakingCancelled += ticket => ended = ticket;
            var searching = party.MatchmakeAsync();
            world.Line.Answer("party_matchmaker_add", "'party_matchmaker_ticket':{'party_id':'" + World.PartyId + "','ticket':'t'}");
            Expect.Equal("t", Expect.Done(searching).Ticket);
            Expect.Sequence(party.Tickets, "t");
            world.Say("party_presence_event", "'joins':[" + World.Presence("b") + "]");
            Expect.Equal(0, party.Tickets.Count);
            Expect.Equal(MatchmakingEnd.Membership, ended.Cause);
        }

        [Test]
        public void AMatchEndsATicketWithoutCancellingIt()
        {
            var party = world.Enter();
            var told = "";
            party.MatchmakingStarted += ticket => told += "started:" + ticket + " ";
            party.MatchmakingCancelled += ticket => told += "cancelled ";
            party.Matched += match => told += "matched:" + match.Token;
            world.Say("party_matchmaker_ticket", "'ticket':'t'");
            world.Line.Say(
                "{'matchmaker_matched':{'ticket':'t','token':'x','self':{'presence':" + World.Presence("a")
                + ",'party_id':'" + World.PartyId + "'}}}");
            Expect.Equal("started:t matched:x", told);
        }

        [Test]
        public void TellsAKickFromACloseByAsking()
        {
            var party = world.Enter();
            PartyEnd? cause = null;
            party.Ended += end => cause = end;
            world.Say("party_close");
            Expect.Equal(null, cause);
            Expect.True(party.Stale, "stale until the answer is there");
            Expect.Equal(0, world.Socket.Parties.Count);
            world.Line.Refuse("party_join_request_list", "party leader only");
            Expect.Equal(PartyEnd.Kicked, cause);

            var other = world.Enter();
            world.Say("party_close");
            world.Line.Refuse("party_join_request_list", "party not found");
            Expect.Equal(PartyEnd.Closed, other.EndCause);
        }

        [Test]
        public void EndsForWhoLeavesAndIsAnotherObjectForWhoComesBack()
        {
            var party = world.Create();
            var leaving = party.LeaveAsync();
            world.Line.Answer("party_leave");
            Expect.Done(leaving);
            Expect.Equal(PartyEnd.Left, party.EndCause);
            Expect.True(!ReferenceEquals(party, world.Enter()), "another object");
        }

        [Test]
        public void EndsWhenACallShowsThatItIsGone()
        {
            var party = world.Create();
            var sending = party.SendAsync(1, "hello");
            world.Line.Refuse("party_data_send", "party not found");
            Expect.Failed(sending, ErrorCode.PartyNotFound);
            Expect.Equal(PartyEnd.Closed, party.EndCause);
        }

        [Test]
        public void KeepsMessagesForItsFirstHandler()
        {
            var party = world.Create();
            var heard = "";
            world.Say("party_data", "'op_code':'1','data':'aGk=','presence':" + World.Presence("b"));
            party.ReceivedData += message => heard += message.Presence.Username + ":" + message.Text + " ";
            world.Say("party_data", "'op_code':'1','data':'eW8=','presence':" + World.Presence("b"));
            Expect.Equal("b:hi b:yo ", heard);
        }

        [Test]
        public void TakesMessagesThatCameBeforeTheParty()
        {
            var heard = 0;
            world.Say("party_data", "'op_code':'1','data':'aGk=','presence':" + World.Presence("b"));
            world.Enter().ReceivedData += message => heard++;
            Expect.Equal(1, heard);
        }

        [Test]
        public void ReadsMessagesOfAKindAndEchoesThem()
        {
            var chat = PartyMessageType.Text(7);
            var party = world.Create();
            var heard = "";
            var listening = party.On(chat, message => heard += message.Data + (message.IsOwn ? "(own) " : " "));
            world.Say("party_data", "'op_code':'8','data':'aGk=','presence':" + World.Presence("b"));
            var sending = party.SendAsync(chat, "ready? 👋", echo: true);
            Expect.Equal("", heard);
            world.Line.Answer("party_data_send");
            Expect.Done(sending);
            Expect.Equal("ready? 👋(own) ", heard);
            listening.Dispose();
            world.Say("party_data", "'op_code':'7','data':'aGk=','presence':" + World.Presence("b"));
            Expect.Equal("ready? 👋(own) ", heard);
        }

        [Test]
        public void RejectsNobodyWhoIsAMember()
        {
            var party = world.Create();
            var error = Expect.Failed(party.RejectAsync(party.Self), ErrorCode.InvalidArgument);
            Expect.Equal("player", error.Argument);
            Expect.Equal(0, world.Line.Count("party_remove"));
        }
    }
}
