using System;
using System.Collections.Generic;

namespace Parties
{
    /// <summary>How a party ended for the player.</summary>
    /// <remarks>
    /// On the wire a kick looks like a close. Whoever is not the leader therefore asks the server, with a request that
    /// changes nothing, whether the party is still there; <c>Ended</c> comes with the answer. It says <c>Closed</c>
    /// where that cannot be known: the party was closed right after the kick, or the answer did not come.
    /// </remarks>
    public enum PartyEnd
    {
        /// <summary>
        /// The player has left it, here or, on a server that allows one party each, by entering another one.
        /// </summary>
        Left,

        /// <summary>The leader has removed the player.</summary>
        Kicked,

        /// <summary>The leader has closed it.</summary>
        Closed,

        /// <summary>The connection was lost, and the player did not come back into it.</summary>
        Disconnected,
    }

    /// <summary>What is known of a party at one moment. It never changes.</summary>
    public sealed class PartySnapshot
    {
        /// <summary>What the others join by: <c>&lt;uuid&gt;.&lt;node&gt;</c>.</summary>
        public string Id { get; internal set; } = "";

        /// <summary>
        /// What listings can be searched by. Empty also where it is not known: the server tells it to the creator and,
        /// when it is changed, to everyone, but not to who joins.
        /// </summary>
        public string Label { get; internal set; } = "";

        /// <summary>Whether anyone may join.</summary>
        public bool Open { get; internal set; }

        /// <summary>
        /// Whether listings leave the party out. False also where it is not known, as with <c>Label</c>.
        /// </summary>
        public bool Hidden { get; internal set; }

        /// <summary>At most how many members, the leader included.</summary>
        public int MaxSize { get; internal set; }

        /// <summary>The player's own presence. It is another one after a reconnect.</summary>
        public UserPresence Self { get; internal set; }

        /// <summary>The leader.</summary>
        public UserPresence Leader { get; internal set; }

        /// <summary>Who is in the party, the player included: who has been in it longest first.</summary>
        public IReadOnlyList<UserPresence> Members { get; internal set; } = Array.Empty<UserPresence>();

        /// <summary>
        /// To the leader: who asks to join, oldest request first. Empty for everyone else, whom the server does not tell.
        /// </summary>
        public IReadOnlyList<UserPresence> JoinRequests { get; internal set; } = Array.Empty<UserPresence>();

        /// <summary>
        /// The party's matchmaker tickets, oldest first. When the leader withdraws one, the server does not tell the
        /// other members, who see it until the next change of members.
        /// </summary>
        public IReadOnlyList<string> Tickets { get; internal set; } = Array.Empty<string>();

        /// <summary>
        /// True while the server tells nothing about the party: what is shown is as it was when the connection was
        /// lost, or when the party came to an end whose cause is being asked for.
        /// </summary>
        public bool Stale { get; internal set; }

        /// <summary>How the party ended for the player; null while it has not.</summary>
        public PartyEnd? EndCause { get; internal set; }

        /// <summary>Whether the player leads the party.</summary>
        public bool IsLeader
        {
            get { return Leader != null && Self != null && Leader.SessionId == Self.SessionId; }
        }

        internal PartySnapshot()
        {
        }

        /// <summary>Another one, which is to be changed before anybody sees it.</summary>
        internal PartySnapshot Copy()
        {
            return (PartySnapshot)MemberwiseClone();
        }
    }
}
