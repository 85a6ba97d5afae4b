using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Parties;

public static class Leading
{
    public static async Task UpdateAsync(LiveParty party)
    {
        // #region update
        await party.UpdateAsync(open: true);
        await party.UpdateAsync(label: "{\"mode\":\"squad\"}");
        // #endregion update
    }

    public static async Task RemoveAsync(LiveParty party, string name)
    {
        // #region remove
        var member = party.Members.FirstOrDefault(
            candidate => candidate.Username == name);
        if (member != null) await party.RemoveAsync(member);
        // #endregion remove
    }

    public static async Task CloseAsync(LiveParty party)
    {
        // #region close
        await party.CloseAsync();
        // #endregion close
    }

    public static List<string> Ending(LiveParty party)
    {
        var lines = new List<string>();
        // #region ending
        party.Ended += cause =>
        {
            switch (cause)
            {
                case PartyEnd.Left:
                    lines.Add("You left.");
                    break;
                case PartyEnd.Kicked:
                    lines.Add("The leader removed you.");
                    break;
                case PartyEnd.Closed:
                    lines.Add("The party is over.");
                    break;
                case PartyEnd.Disconnected:
                    lines.Add("The connection was lost.");
                    break;
            }
        };
        // #endregion ending
        return lines;
    }
}
