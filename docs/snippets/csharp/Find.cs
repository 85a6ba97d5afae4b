using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Parties;

public static class Finding
{
    public static async Task<LiveParty> TellAsync(
        PartySocket leader, PartySocket friend, string leaderId)
    {
        // #region tell
        // The leader: the id of the party becomes the status.
        var party = await leader.CreatePartyAsync(open: true, maxSize: 4);
        var words = new JObject { { "party", party.Id } };
        await leader.UpdateStatusAsync(words.ToString());
        // #endregion tell

        // #region read
        // A friend: follows the leader, and joins what the status names.
        var online = await friend.FollowUsersAsync(new[] { leaderId });
        var status = online.Presences.Select(user => user.Status)
            .FirstOrDefault();
        if (!string.IsNullOrEmpty(status))
        {
            var partyId = (string)JObject.Parse(status)["party"];
            await friend.JoinPartyAndWaitAsync(partyId);
        }
        // #endregion read
        return party;
    }

    public static List<string> Watch(PartySocket friend)
    {
        var invitations = new List<string>();
        // #region watch
        friend.ReceivedStatusPresence += change =>
        {
            foreach (var user in change.Joins)
            {
                if (string.IsNullOrEmpty(user.Status)) continue;
                invitations.Add(user.Username + ": " + user.Status);
            }
        };
        // #endregion watch
        return invitations;
    }

    public static async Task<PartyList> ListAsync(PartySocket socket)
    {
        // #region list
        var page = await socket.ListPartiesAsync(
            open: true,
            query: "+label.mode:duo +label.region:eu",
            limit: 20);
        foreach (var party in page.Parties)
        {
            Console.WriteLine(
                "{0} {1} {2}", party.PartyId, party.MaxSize, party.Label);
        }
        // #endregion list
        return page;
    }

    public static void ReceiveInvitations(PartySocket socket)
    {
        // #region receive
        socket.ReceivedNotifications += async message =>
        {
            foreach (var invitation in message.Items)
            {
                if (invitation.Code != 1) continue;
                var content = JObject.Parse(invitation.Content);
                var partyId = (string)content["partyId"];
                await socket.JoinPartyAndWaitAsync(partyId);
            }
        };
        // #endregion receive
    }

    public static async Task<IReadOnlyList<Notification>> MissedAsync(
        PartyClient client, PartySocket socket)
    {
        // #region missed
        var page = await client.ListNotificationsAsync(
            socket.Session, limit: 100);
        // #endregion missed
        return page.Notifications;
    }
}
