using System;
using System.Linq;
using System.Threading.Tasks;
using Parties;

public static class Joining
{
    public static async Task<LiveParty> WaitAsync(
        PartySocket socket, string partyId)
    {
        // #region wait
        var party = await socket.JoinPartyAndWaitAsync(
            partyId, TimeSpan.FromSeconds(30));
        var names = party.Members.Select(member => member.Username);
        Console.WriteLine("in, with {0}", string.Join(", ", names));
        // #endregion wait
        return party;
    }

    public static async Task AskAsync(PartySocket socket, string partyId)
    {
        // #region ask
        socket.ReceivedParty += party => Console.WriteLine("in {0}", party.Id);
        // The server has taken note; nothing more.
        await socket.JoinPartyAsync(partyId);
        // #endregion ask
    }

    public static void Approve(LiveParty party, Func<string, bool> isFriend)
    {
        // #region approve
        party.JoinRequested += async presences =>
        {
            foreach (var player in presences)
            {
                if (isFriend(player.Username)) await party.AcceptAsync(player);
                else await party.RejectAsync(player);
            }
        };
        // #endregion approve
    }

    public static async Task AcceptAllAsync(LiveParty party)
    {
        // #region pending
        foreach (var player in party.JoinRequests)
        {
            try
            {
                await party.AcceptAsync(player);
            }
            catch (PartyException error)
            {
                // The player has gone meanwhile, or the party is full.
                Console.WriteLine("{0}: {1}", player.Username, error.Code);
            }
        }
        // #endregion pending
    }
}
