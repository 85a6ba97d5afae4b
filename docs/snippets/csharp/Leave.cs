using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Parties;

public static class Leaving
{
    public static async Task LeaveAsync(LiveParty party)
    {
        // #region leave
        await party.LeaveAsync();
        Console.WriteLine(party.EndCause); // Left
        // #endregion leave
    }

    public static List<string> Watch(LiveParty party)
    {
        var lines = new List<string>();
        // #region watch
        party.LeaderChanged += change =>
        {
            lines.Add(change.Previous + " led, now " + change.Leader + " does");
            if (party.IsLeader) lines.Add("that is me");
        };
        party.MembersChanged += change =>
        {
            foreach (var member in change.Joins) lines.Add(member + " came");
            foreach (var member in change.Leaves) lines.Add(member + " went");
        };
        // #endregion watch
        return lines;
    }
}
