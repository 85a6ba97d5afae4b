using System;
using System.Collections.Generic;
using System.Linq;

namespace Parties.Tests
{
    public sealed class RejoinTests
    {
        private readonly World world = new World(options => options.HeartbeatInterval = null).Connect();
        private readonly List<string> outcomes = new List<string>();

        public RejoinTests()
        {
            world.Socket.ReceivedPartyRejoin += rejoin =>
                outcomes.Add(rejoin.Outcome + (rejoin.Error == null ? "" : ":" + rejoin.Error.Code));
        }

        private void Reconnect()
        {
            world.Line.Break();
            world.Socket.ReconnectNow();
            world.Line.Open();
        }

        [Test]
        public void APartyStaysTheSameObject()
        {
            var party = world.Create();
            world.Line.Break();
            Expect.True(party.Stale, "stale while there is no connection");
            world.Socket.ReconnectNow();
            world.Line.Open();
            world.Line.Answer("party_join");
            world.Enter("b", "b", "a");
            Expect.Sequence(outcomes, "Rejoined");
            Expect.True(!party.Stale, "not stale any more");
            Expect.Equal("b", party.Leader.Username);
            Expect.Equal(party, world.Socket.Parties.Single());
        }

        [Test]
        public void TheLeaderOfAClosedOneIsAsked()
        {
            var party = world.Create(open: false);
            Reconnect();
            world.Line.Answer("party_join");
            world.Clock.Advance(0);
            Expect.Sequence(outcomes, "Requested");
            Expect.True(party.Stale, "stale until the leader says yes");
            world.Enter();
            Expect.Sequence(outcomes, "Requested", "Rejoined");
        }

        [Test]
        public void OneThatIsNoMoreHasEnded()
        {
            var party = world.Create();
            Reconnect();
            world.Line.Refuse("party_join", "party not found");
            Expect.Sequence(outcomes, "Gone:party_not_found");
            Expect.Equal(PartyEnd.Disconnected, party.EndCause);
        }

        [Test]
        public void AFullOneIsTriedAgainForHalfAMinute()
        {
            world.Create();
            Reconnect();
            for (var tries = 1; tries <= 7; tries++)
            {
                Expect.Equal(tries, world.Line.Count("party_join"));
                Expect.Equal(0, outcomes.Count);
                world.Line.Refuse("party_join", "party full");
                world.Clock.Advance(5);
            }
            Expect.Sequence(outcomes, "Failed:party_full");
        }

        [Test]
        public void AClosedOneThatEndsWhileItIsAskedIsFoundOut()
        {
            world.Create(open: false);
            Reconnect();
            world.Line.Answer("party_join");
            world.Clock.Advance(30);
            world.Line.Refuse("party_join_request_list", "party not found");
            Expect.Sequence(outcomes, "Requested", "Gone:party_not_found");
        }

        [Test]
        public void TheGameChooses()
        {
            var own = new World(options => options.Rejoin = party => false).Connect();
            var kept = own.Create();
            own.Line.Break();
            own.Socket.ReconnectNow();
            own.Line.Open();
            Expect.Equal(PartyEnd.Disconnected, kept.EndCause);
            Expect.Equal(0, own.Line.Count("party_join"));
        }

        [Test]
        public void WithoutAReconnectPartiesEnd()
        {
            var party = world.Create();
            world.Socket.CloseAsync();
            Expect.Equal(PartyEnd.Disconnected, party.EndCause);
            Expect.Equal(0, world.Socket.Parties.Count);
        }

        [Test]
        public void StatusAndFollowsAreRestored()
        {
            Status restored = null;
            world.Socket.StatusRestored += online => restored = online;
            var updating = world.Socket.UpdateStatusAsync("here");
            world.Line.Answer("status_update");
            var following = world.Socket.FollowUsersAsync(new[] { "u", "v" });
            world.Line.Answer("status_follow", "'status':{}");
            var unfollowing = world.Socket.UnfollowUsersAsync(new[] { "v" });
            world.Line.Answer("status_unfollow");
            Expect.Done(updating);
            Expect.Done(following);
            Expect.Done(unfollowing);
            Reconnect();
            Expect.Equal("here", (string)world.Line.Request("status_update")["status_update"]["status"]);
            Expect.Equal("[\"u\"]", world.Line.Request("status_follow")["status_follow"]["user_ids"].ToString(0));
            world.Line.Answer("status_follow", "'status':{'presences':[" + World.Presence("b") + "]}");
            Expect.Equal("b", restored.Presences.Single().Username);
        }

        [Test]
        public void AnEmptyStatusIsAskedForWithTheConnection()
        {
            var updating = world.Socket.UpdateStatusAsync("");
            world.Line.Answer("status_update");
            Expect.Done(updating);
            Reconnect();
            Expect.True(world.Line.Uri.Query.Contains("status=true"), "online from the start");
            Expect.Equal(0, world.Line.Count("status_update"));
        }
    }
}
