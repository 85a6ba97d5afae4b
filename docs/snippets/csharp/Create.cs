using System;
using System.Threading.Tasks;
using Parties;

public static class Creating
{
    public static async Task<LiveParty> ClosedAsync(PartySocket socket)
    {
        // #region closed
        var party = await socket.CreatePartyAsync(open: false, maxSize: 4);
        Console.WriteLine("Tell your friends: {0}", party.Id);
        // #endregion closed
        return party;
    }

    public static async Task<LiveParty> OpenAsync(PartySocket socket)
    {
        // #region open
        var party = await socket.CreatePartyAsync(
            open: true,
            hidden: false,
            maxSize: 8,
            label: "{\"mode\":\"duo\",\"region\":\"eu\"}");
        // #endregion open
        return party;
    }

    public static async Task<LiveParty> LookAsync(PartySocket socket)
    {
        var party = await socket.CreatePartyAsync(open: true, maxSize: 4);
        // #region live
        Action show = () => Console.WriteLine(
            "{0} of {1}, {2} leads",
            party.Members.Count,
            party.MaxSize,
            party.Leader.Username);
        show();
        party.Changed += show;
        // #endregion live
        return party;
    }
}
