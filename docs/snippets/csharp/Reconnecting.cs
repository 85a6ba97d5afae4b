using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Parties;

public static class Reconnecting
{
    public static List<string> Banner(PartySocket socket)
    {
        var lines = new List<string>();
        // #region banner
        socket.StateChanged += step =>
        {
            if (step.To == ConnectionState.Reconnecting)
            {
                lines.Add("No connection (" + step.Code + "). Trying again.");
            }
            if (step.From == ConnectionState.Reconnecting
                && step.To == ConnectionState.Open)
            {
                lines.Add("Connected again.");
            }
            if (step.To == ConnectionState.Closed) lines.Add("Offline.");
        };
        // #endregion banner
        return lines;
    }

    public static List<string> Rejoined(PartySocket socket)
    {
        var lines = new List<string>();
        // #region rejoin
        socket.ReceivedPartyRejoin += rejoin =>
        {
            switch (rejoin.Outcome)
            {
                case RejoinOutcome.Rejoined:
                    var count = rejoin.Party.Members.Count;
                    lines.Add("Back in the party of " + count + ".");
                    break;
                case RejoinOutcome.Requested:
                    lines.Add("The leader was asked to let you in again.");
                    break;
                default:
                    lines.Add("The party went on without you.");
                    break;
            }
        };
        // #endregion rejoin
        return lines;
    }

    public static PartySocket Settings(PartyClient client)
    {
        // #region settings
        var socket = client.NewSocket(new SocketOptions
        {
            Reconnect = ReconnectPolicies.FullJitter(
                baseDelay: TimeSpan.FromMilliseconds(250),
                maxDelay: TimeSpan.FromSeconds(5),
                giveUpAfter: TimeSpan.FromMinutes(1)),
            Rejoin = party => party.Open,
        });
        // #endregion settings
        return socket;
    }

    public static async Task<PartySocket> ResumeAsync(
        PartyClient client, IDictionary<string, string> storage)
    {
        var socket = client.NewSocket();
        // #region resume
        string token;
        string refreshToken;
        if (storage.TryGetValue("token", out token)
            && storage.TryGetValue("refreshToken", out refreshToken))
        {
            await socket.ConnectAsync(Session.Restore(token, refreshToken));
        }
        // #endregion resume
        return socket;
    }
}
