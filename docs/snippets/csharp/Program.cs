using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Parties;

/// <summary>Plays what the guide shows against a server: <c>mono snippets.exe http://127.0.0.1:7350/</c></summary>
public static class Program
{
    private static readonly string Run = Guid.NewGuid().ToString("N").Substring(0, 8);
    private static int serverPort;
    private static int players;

    public static int Main(string[] args)
    {
        serverPort = new Uri(args[0]).Port;
        var scenes = new Dictionary<string, Func<Task>>
        {
            { "create", CreateAsync },
            { "join", JoinAsync },
            { "leave and promote", LeaveAsync },
            { "messages", MessagesAsync },
            { "matchmaking", MatchmakingAsync },
            { "update and close", UpdateAndCloseAsync },
            { "reconnecting", ReconnectAsync },
            { "errors", ErrorsAsync },
            { "find", FindAsync },
        };
        foreach (var scene in scenes)
        {
            Console.WriteLine("- " + scene.Key);
            if (!scene.Value().Wait(60000)) throw new TimeoutException(scene.Key + " has not ended");
        }
        return 0;
    }

    private static Task<PartySocket> PlayerAsync(int? port = null)
    {
        return Connecting.SignInAsync("device-" + Run + "-" + Interlocked.Increment(ref players), port ?? serverPort);
    }

    private static async Task CreateAsync()
    {
        var socket = await PlayerAsync();
        Expect.That(!(await Creating.ClosedAsync(socket)).Open, "a closed party");
        var open = await Creating.OpenAsync(socket);
        Expect.That(open.Open && open.MaxSize == 8 && open.Label.Contains("duo"), "an open party with a label");
        Expect.That((await Creating.LookAsync(socket)).IsLeader, "to lead");
        Expect.That(socket.Parties.Count == 3, "to be in three parties");
        await socket.CloseAsync();
    }

    private static async Task JoinAsync()
    {
        var leader = await PlayerAsync();
        var party = await Creating.ClosedAsync(leader);
        var friend = await PlayerAsync();
        var stranger = await PlayerAsync();
        Joining.Approve(party, name => name == friend.Session.Username);
        await Joining.AskAsync(stranger, party.Id);
        var joined = await Joining.WaitAsync(friend, party.Id);
        await Expect.SoonAsync(() => joined.Members.Count == 2 && party.Members.Count == 2, "two members");
        await Expect.SoonAsync(() => party.JoinRequests.Count == 0, "nobody who waits");
        Expect.That(stranger.Parties.Count == 0, "the stranger outside");

        var other = await Creating.ClosedAsync(leader);
        await Joining.AskAsync(stranger, other.Id);
        await Expect.SoonAsync(() => other.JoinRequests.Count == 1, "a request");
        await Joining.AcceptAllAsync(other);
        await Expect.SoonAsync(() => stranger.GetParty(other.Id) != null, "the stranger inside");
        await Task.WhenAll(leader.CloseAsync(), friend.CloseAsync(), stranger.CloseAsync());
    }

    private static async Task LeaveAsync()
    {
        var leader = await PlayerAsync();
        var friend = await PlayerAsync();
        var party = await Creating.OpenAsync(leader);
        var joined = await Joining.WaitAsync(friend, party.Id);
        await Expect.SoonAsync(() => party.Members.Count == 2, "two members");
        var seen = Leaving.Watch(joined);
        await Promoting.PromoteAsync(party, friend.Session.Username);
        await Expect.SoonAsync(() => joined.IsLeader, "the friend to lead");
        await Leaving.LeaveAsync(party);
        Expect.That(party.EndCause == PartyEnd.Left, "to have left");
        await Expect.SoonAsync(() => seen.Count == 3, "three lines");
        Expect.That(
            seen.SequenceEqual(new[]
            {
                leader.Session.Username + " led, now " + friend.Session.Username + " does",
                "that is me",
                leader.Session.Username + " went",
            }),
            "what happened, in order, not " + string.Join("; ", seen));
        await Task.WhenAll(leader.CloseAsync(), friend.CloseAsync());
    }

    private static async Task MessagesAsync()
    {
        var leader = await PlayerAsync();
        var friend = await PlayerAsync();
        var party = await Creating.OpenAsync(leader);
        var joined = await Joining.WaitAsync(friend, party.Id);
        var heard = Talking.Listen(joined);
        await Talking.TalkAsync(party);
        var name = leader.Session.Username;
        await Expect.SoonAsync(() => heard.Count == 3, "three messages");
        Expect.That(
            heard.SequenceEqual(new[] { name + ": ready? 👋", name + " is at 3", "3 bytes" }),
            "what was said, not " + string.Join("; ", heard));
        var shown = await Talking.EchoAsync(party);
        Expect.That(shown.SequenceEqual(new[] { "me: shown to me too" }), "an echo");
        var raw = await Talking.RawAsync(leader, friend, party.Id);
        await Expect.SoonAsync(() => raw.Contains(name + " (1): hello"), "a message by the socket");
        await Task.WhenAll(leader.CloseAsync(), friend.CloseAsync());
    }

    private static async Task MatchmakingAsync()
    {
        var leader = await PlayerAsync();
        var friend = await PlayerAsync();
        var party = await Creating.OpenAsync(leader);
        var state = Matchmaking.Follow(await Joining.WaitAsync(friend, party.Id));
        await Expect.SoonAsync(() => party.Members.Count == 2, "two members");
        var ticket = await Matchmaking.SearchAsync(party);
        await Expect.SoonAsync(() => state.Looking, "the friend to hear of the search");
        Expect.That(party.Tickets.Single() == ticket, "the ticket");
        await Matchmaking.CancelAsync(party);
        Expect.That(party.Tickets.Count == 0, "no ticket");
        await leader.CloseAsync();
        await Expect.SoonAsync(() => state.Text == "Somebody came or went: search again", "the end of the search");

        var alone = await PlayerAsync();
        var matches = await Matchmaking.AloneAsync(friend);
        await Matchmaking.AloneAsync(alone);
        await Expect.SoonAsync(() => matches.Count == 1 && matches[0].Length == 2, "a match of two");
        await Task.WhenAll(friend.CloseAsync(), alone.CloseAsync());
    }

    private static async Task UpdateAndCloseAsync()
    {
        var leader = await PlayerAsync();
        var friend = await PlayerAsync();
        var party = await Creating.OpenAsync(leader);
        var ending = Leading.Ending(await Joining.WaitAsync(friend, party.Id));
        await Expect.SoonAsync(() => party.Members.Count == 2, "two members");
        await Leading.UpdateAsync(party);
        Expect.That(party.Open && party.Label.Contains("squad"), "another label");
        await Leading.RemoveAsync(party, friend.Session.Username);
        await Expect.SoonAsync(() => ending.SequenceEqual(new[] { "The leader removed you." }), "a kick");
        var own = Leading.Ending(party);
        await Leading.CloseAsync(party);
        await Expect.SoonAsync(() => own.SequenceEqual(new[] { "The party is over." }), "the end");
        await Task.WhenAll(leader.CloseAsync(), friend.CloseAsync());
    }

    private static async Task ReconnectAsync()
    {
        using (var relay = new Relay(serverPort))
        {
            var leader = await PlayerAsync();
            var party = await Creating.OpenAsync(leader);
            var friend = await PlayerAsync(relay.Port);
            await Joining.WaitAsync(friend, party.Id);
            var banner = Reconnecting.Banner(friend);
            var rejoined = Reconnecting.Rejoined(friend);
            relay.Cut();
            await Expect.SoonAsync(() => rejoined.Count == 1, "to be back");
            Expect.That(rejoined[0].StartsWith("Back in the party of"), "to be back, not " + rejoined[0]);
            var said = string.Join(" ", banner);
            Expect.That(said == "No connection (connection_lost). Trying again. Connected again.", "the banner, not " + said);
            await Task.WhenAll(leader.CloseAsync(), friend.CloseAsync());
        }

        var client = new PartyClient("http", "127.0.0.1", serverPort, "defaultkey");
        var session = await client.AuthenticateDeviceAsync("device-" + Run + "-resume");
        var storage = new Dictionary<string, string>
        {
            { "token", session.AuthToken },
            { "refreshToken", session.RefreshToken },
        };
        var resumed = await Reconnecting.ResumeAsync(client, storage);
        Expect.That(resumed.IsConnected && resumed.Session.UserId == session.UserId, "the same player again");
        await resumed.CloseAsync();
        var patient = Reconnecting.Settings(client);
        await patient.ConnectAsync(session);
        await patient.CloseAsync();
    }

    private static async Task ErrorsAsync()
    {
        var socket = await PlayerAsync();
        Failing.Unsolicited(socket, text => { throw new Exception("nothing should have come: " + text); });
        var gone = await Failing.JoinAsync(socket, "00000000-0000-4000-8000-000000000000.nakama1");
        Expect.That(gone == "That party is over." || gone == "JoinParty failed: invalid_party_id", "no party, not " + gone);
        var party = await Creating.OpenAsync(await PlayerAsync());
        Expect.That(await Failing.JoinAsync(socket, party.Id) == "Asked to join.", "to be in");
        await Failing.LimitedAsync(socket, party.Id);
        await socket.CloseAsync();
        Expect.That(await Failing.JoinAsync(socket, party.Id) == "JoinParty failed: not_connected", "no connection");
    }

    private static async Task FindAsync()
    {
        var leader = await PlayerAsync();
        var friend = await PlayerAsync();
        Finding.ReceiveInvitations(friend);
        var party = await Finding.TellAsync(leader, friend, leader.Session.UserId);
        Expect.That(friend.GetParty(party.Id) != null, "the friend in the party");
        var invitations = Finding.Watch(friend);
        await leader.UpdateStatusAsync("elsewhere");
        await Expect.SoonAsync(() => invitations.Contains(leader.Session.Username + ": elsewhere"), "the new status");
        var open = await Creating.OpenAsync(leader);
        // A listing may be a second old.
        for (var tries = 0; tries < 10 && !(await Finding.ListAsync(friend)).Parties.Any(found => found.PartyId == open.Id); tries++)
        {
            await Task.Delay(300);
        }
        Expect.That((await Finding.ListAsync(friend)).Parties.Any(found => found.PartyId == open.Id), "the party in the list");
        var client = new PartyClient("http", "127.0.0.1", serverPort, "defaultkey");
        Expect.That((await Finding.MissedAsync(client, friend)).Count == 0, "nothing missed");
        await Task.WhenAll(leader.CloseAsync(), friend.CloseAsync());
    }
}
