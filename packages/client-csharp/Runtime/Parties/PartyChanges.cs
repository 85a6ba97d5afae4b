using System.Collections.Generic;

namespace Parties
{
    /// <summary>
    /// Members came or went. The player itself is not told of its own coming and going.
    /// </summary>
    public sealed class MembersChange
    {
        /// <summary>Who came.</summary>
        public IReadOnlyList<UserPresence> Joins { get; internal set; }

        /// <summary>Who left, was removed or was disconnected.</summary>
        public IReadOnlyList<UserPresence> Leaves { get; internal set; }
    }

    /// <summary>Somebody else leads.</summary>
    public sealed class LeaderChange
    {
        /// <summary>Who leads now.</summary>
        public UserPresence Leader { get; internal set; }

        /// <summary>Who led before.</summary>
        public UserPresence Previous { get; internal set; }
    }

    /// <summary>Why a ticket is no more.</summary>
    public enum MatchmakingEnd
    {
        /// <summary>The leader withdrew it.</summary>
        Removed,

        /// <summary>Members came or went.</summary>
        Membership,

        /// <summary>The player has left the party.</summary>
        Left,

        /// <summary>The leader has removed the player from the party.</summary>
        Kicked,

        /// <summary>The leader has closed the party.</summary>
        Closed,

        /// <summary>The connection was lost.</summary>
        Disconnected,
    }

    /// <summary>A ticket is no more. The server does not tell it: it follows from what it does tell.</summary>
    public sealed class TicketEnd
    {
        /// <summary>The ticket.</summary>
        public string Ticket { get; internal set; }

        /// <summary>Why.</summary>
        public MatchmakingEnd Cause { get; internal set; }
    }

    /// <summary>Label, openness or visibility are different.</summary>
    internal sealed class DetailsChange
    {
    }

    /// <summary>To the leader: these ask to join.</summary>
    internal sealed class NewRequests
    {
        public IReadOnlyList<UserPresence> Presences;
    }

    /// <summary>The party looks for a match.</summary>
    internal sealed class NewTicket
    {
        public string Ticket;
    }

    /// <summary>The party has ended for the player. Nothing follows.</summary>
    internal sealed class PartyEnded
    {
        public PartyEnd Cause;
    }
}
