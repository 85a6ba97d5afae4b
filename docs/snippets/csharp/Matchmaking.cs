using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Parties;

public sealed class SearchState
{
    public bool Looking;
    public string Text = "";
}

public static class Matchmaking
{
    public static async Task<string> SearchAsync(LiveParty party)
    {
        // #region party
        var search = await party.MatchmakeAsync(
            query: "+properties.region:eu +properties.rank:>=5",
            minCount: 4,
            maxCount: 4,
            stringProperties: new Dictionary<string, string>
            {
                { "region", "eu" },
            },
            numericProperties: new Dictionary<string, double>
            {
                { "rank", 8 },
            });
        // #endregion party
        return search.Ticket;
    }

    public static SearchState Follow(LiveParty party)
    {
        var state = new SearchState();
        // #region follow
        party.MatchmakingStarted += ticket => state.Looking = true;
        party.MatchmakingCancelled += ended =>
        {
            state.Looking = false;
            state.Text = ended.Cause == MatchmakingEnd.Membership
                ? "Somebody came or went: search again"
                : "Not looking any more";
        };
        party.Matched += match =>
        {
            state.Looking = false;
            var token = match.Token == null ? "none" : "given";
            state.Text = match.Users.Count + " players, token " + token;
        };
        // #endregion follow
        return state;
    }

    public static async Task CancelAsync(LiveParty party)
    {
        // #region cancel
        foreach (var ticket in party.Tickets)
        {
            await party.CancelMatchmakingAsync(ticket);
        }
        // #endregion cancel
    }

    public static async Task<List<string[]>> AloneAsync(PartySocket socket)
    {
        var matches = new List<string[]>();
        // #region alone
        socket.ReceivedMatchmakerMatched += match => matches.Add(
            match.Users.Select(user => user.Presence.Username).ToArray());
        var ticket = await socket.AddMatchmakerAsync(
            minCount: 2,
            maxCount: 4,
            countMultiple: 2,
            stringProperties: new Dictionary<string, string>
            {
                { "region", "eu" },
            });
        // #endregion alone
        Expect.That(ticket.Ticket != "", "a ticket");
        return matches;
    }
}
