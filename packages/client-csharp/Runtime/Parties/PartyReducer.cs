using System;
using System.Collections.Generic;
using System.Linq;

namespace Parties
{
    /// <summary>The whole list of those who wait, as the leader asked for it.</summary>
    internal sealed class RequestsListed
    {
        public IReadOnlyList<UserPresence> Presences;
    }

    /// <summary>The connection was lost.</summary>
    internal sealed class ConnectionLost
    {
    }

    /// <summary>
    /// What a party is like after a message of the server, a request that the server has granted (it is so from then
    /// on), or something that only this side knows. It keeps nothing.
    /// </summary>
    internal static class PartyReducer
    {
        /// <summary>The same object if the input has changed nothing.</summary>
        /// <param name="before">Null: the player is not in the party.</param>
        public static PartySnapshot Apply(PartySnapshot before, object input)
        {
            if (before == null) return input is Party ? Enter(new PartySnapshot(), (Party)input) : null;
            if (before.EndCause != null) return before;
            var after = Change(before, input);
            return IsSame(before, after) ? before : after;
        }

        /// <summary>What an input has changed, in the order in which it is told.</summary>
        public static List<object> Differences(PartySnapshot before, PartySnapshot after, object input)
        {
            var changes = new List<object>();
            var selves = new[] { before.Self, after.Self };
            var joins = Without(Without(after.Members, before.Members), selves);
            var leaves = Without(Without(before.Members, after.Members), selves);
            if (joins.Count + leaves.Count > 0) changes.Add(new MembersChange { Joins = joins, Leaves = leaves });
            if (!IsSame(before.Leader, after.Leader))
            {
                changes.Add(new LeaderChange { Leader = after.Leader, Previous = before.Leader });
            }
            if (!HasSameDetails(before, after)) changes.Add(new DetailsChange());
            var requests = Without(after.JoinRequests, before.JoinRequests);
            if (requests.Count > 0) changes.Add(new NewRequests { Presences = requests });
            foreach (var ticket in after.Tickets.Except(before.Tickets)) changes.Add(new NewTicket { Ticket = ticket });
            var matched = input as MatchmakerMatched;
            if (matched == null) changes.AddRange(EndedTickets(before, after, input));
            else changes.Add(matched);
            if (after.EndCause != null) changes.Add(new PartyEnded { Cause = after.EndCause.Value });
            return changes;
        }

        private static PartySnapshot Change(PartySnapshot before, object input)
        {
            var after = before.Copy();
            if (input is Party) return Enter(after, (Party)input);
            if (input is PartyPresenceEvent) return ChangeMembers(after, (PartyPresenceEvent)input);
            if (input is PartyLeader) return ChangeLeader(after, (PartyLeader)input);
            if (input is PartyUpdate) return ChangeDetails(after, (PartyUpdate)input);
            if (input is PartyEnded) return End(after, ((PartyEnded)input).Cause);
            if (input is PartyLeave) return End(after, PartyEnd.Left);
            if (input is PartyClose && before.IsLeader) return End(after, PartyEnd.Closed);

            if (input is PartyClose) after.Stale = true;
            else if (input is PartyJoinRequest) after.JoinRequests = Union(before.JoinRequests, ((PartyJoinRequest)input).Presences);
            else if (input is RequestsListed) after.JoinRequests = ((RequestsListed)input).Presences;
            else if (input is PartyAccept) after.JoinRequests = Without(before.JoinRequests, One(((PartyAccept)input).Presence));
            else if (input is PartyRemove) Remove(after, ((PartyRemove)input).Presence);
            else if (input is PartyMatchmakerTicket) AddTicket(after, ((PartyMatchmakerTicket)input).Ticket);
            else if (input is PartyMatchmakerRemove) RemoveTicket(after, ((PartyMatchmakerRemove)input).Ticket);
            else if (input is MatchmakerMatched) RemoveTicket(after, ((MatchmakerMatched)input).Ticket);
            else if (input is PartyJoin) JoinAgain(after);
            else if (input is ConnectionLost) Lose(after);
            return after;
        }

        private static PartySnapshot Enter(PartySnapshot after, Party party)
        {
            after.Id = party.PartyId;
            after.Open = party.Open;
            after.MaxSize = party.MaxSize;
            after.Self = party.Self;
            after.Leader = party.Leader;
            after.Members = party.Presences;
            // Only the answer to the creator has these; the server knows them, but leaves them out.
            if (party.Label != "") after.Label = party.Label;
            if (party.Hidden) after.Hidden = true;
            after.Stale = false;
            return after;
        }

        private static PartySnapshot ChangeMembers(PartySnapshot after, PartyPresenceEvent change)
        {
            // Who has left and come back at once is told of its own leave.
            var leaves = Without(change.Leaves, One(after.Self));
            after.Members = Union(Without(after.Members, leaves), change.Joins);
            after.Tickets = Array.Empty<string>();
            return after;
        }

        private static PartySnapshot ChangeLeader(PartySnapshot after, PartyLeader change)
        {
            after.Leader = change.Presence;
            if (!after.IsLeader) after.JoinRequests = Array.Empty<UserPresence>();
            return after;
        }

        private static PartySnapshot ChangeDetails(PartySnapshot after, PartyUpdate change)
        {
            after.Label = change.Label;
            after.Open = change.Open;
            after.Hidden = change.Hidden;
            return after;
        }

        private static PartySnapshot End(PartySnapshot after, PartyEnd cause)
        {
            after.JoinRequests = Array.Empty<UserPresence>();
            after.Tickets = Array.Empty<string>();
            after.Stale = false;
            after.EndCause = cause;
            return after;
        }

        private static void Lose(PartySnapshot after)
        {
            after.JoinRequests = Array.Empty<UserPresence>();
            after.Tickets = Array.Empty<string>();
            after.Stale = true;
        }

        private static void Remove(PartySnapshot after, UserPresence presence)
        {
            // Of somebody who is a member and has asked to become one nevertheless, only the membership is removed.
            after.JoinRequests = Without(after.JoinRequests, Without(One(presence), after.Members));
        }

        private static void AddTicket(PartySnapshot after, string ticket)
        {
            if (!after.Tickets.Contains(ticket)) after.Tickets = after.Tickets.Concat(new[] { ticket }).ToArray();
        }

        private static void RemoveTicket(PartySnapshot after, string ticket)
        {
            after.Tickets = after.Tickets.Where(other => other != ticket).ToArray();
        }

        private static void JoinAgain(PartySnapshot after)
        {
            // To join an open party again changes nothing but that its tickets end.
            if (after.Open && !after.Stale) after.Tickets = Array.Empty<string>();
        }

        private static IEnumerable<object> EndedTickets(PartySnapshot before, PartySnapshot after, object input)
        {
            var cause = MatchmakingEnd.Membership;
            if (after.EndCause != null) cause = CauseOf(after.EndCause.Value);
            else if (input is ConnectionLost) cause = MatchmakingEnd.Disconnected;
            else if (input is PartyMatchmakerRemove) cause = MatchmakingEnd.Removed;
            return before.Tickets.Except(after.Tickets).Select(ticket => new TicketEnd { Ticket = ticket, Cause = cause });
        }

        private static MatchmakingEnd CauseOf(PartyEnd end)
        {
            switch (end)
            {
                case PartyEnd.Left:
                    return MatchmakingEnd.Left;
                case PartyEnd.Kicked:
                    return MatchmakingEnd.Kicked;
                case PartyEnd.Closed:
                    return MatchmakingEnd.Closed;
                default:
                    return MatchmakingEnd.Disconnected;
            }
        }

        private static bool IsSame(PartySnapshot a, PartySnapshot b)
        {
            return HasSameDetails(a, b)
                && a.MaxSize == b.MaxSize
                && a.Stale == b.Stale
                && a.EndCause == b.EndCause
                && IsSame(a.Self, b.Self)
                && IsSame(a.Leader, b.Leader)
                && Ids(a.Members).SequenceEqual(Ids(b.Members))
                && Ids(a.JoinRequests).SequenceEqual(Ids(b.JoinRequests))
                && a.Tickets.SequenceEqual(b.Tickets);
        }

        private static bool HasSameDetails(PartySnapshot a, PartySnapshot b)
        {
            return a.Label == b.Label && a.Open == b.Open && a.Hidden == b.Hidden;
        }

        /// <summary>Somebody is in a party by session: the same user may be in it twice.</summary>
        private static bool IsSame(UserPresence a, UserPresence b)
        {
            return a.SessionId == b.SessionId;
        }

        private static IEnumerable<string> Ids(IEnumerable<UserPresence> presences)
        {
            return presences.Select(presence => presence.SessionId);
        }

        private static UserPresence[] One(UserPresence presence)
        {
            return new[] { presence };
        }

        private static IReadOnlyList<UserPresence> Without(IEnumerable<UserPresence> list, IEnumerable<UserPresence> others)
        {
            return list.Where(item => !others.Any(other => IsSame(item, other))).ToArray();
        }

        private static IReadOnlyList<UserPresence> Union(IReadOnlyList<UserPresence> list, IReadOnlyList<UserPresence> others)
        {
            return list.Concat(Without(others, list)).ToArray();
        }
    }
}
