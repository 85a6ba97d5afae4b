using System;
using System.Linq;
using System.Threading.Tasks;
using Parties;

public static class Promoting
{
    public static async Task PromoteAsync(LiveParty party, string name)
    {
        // #region promote
        var member = party.Members.FirstOrDefault(
            candidate => candidate.Username == name);
        if (member != null && party.IsLeader)
        {
            await party.PromoteAsync(member);
            Console.WriteLine("{0} leads now", party.Leader.Username);
        }
        // #endregion promote
    }
}
