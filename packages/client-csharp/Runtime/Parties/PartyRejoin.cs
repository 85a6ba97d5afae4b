namespace Parties
{
    /// <summary>What became of a party that the player was in when the connection was lost.</summary>
    public enum RejoinOutcome
    {
        /// <summary>The player is in it again. The party has told before what is different in it.</summary>
        Rejoined,

        /// <summary>
        /// It is closed, and its leader was asked. <c>Rejoined</c> follows if the leader says yes; a no is not told, and
        /// the party stays <c>Stale</c> until the game leaves it.
        /// </summary>
        Requested,

        /// <summary>There is no such party any more. It has ended as <c>Disconnected</c>.</summary>
        Gone,

        /// <summary>
        /// The player could not come back, for the reason that <c>Error</c> gives. The party has ended as
        /// <c>Disconnected</c>.
        /// </summary>
        Failed,
    }

    /// <summary>What became of a party after the connection was made again.</summary>
    public sealed class PartyRejoin
    {
        /// <summary>Id of the party.</summary>
        public string PartyId
        {
            get { return Party.Id; }
        }

        /// <summary>The same object as before the connection was lost.</summary>
        public LiveParty Party { get; }

        /// <summary>What became of it.</summary>
        public RejoinOutcome Outcome { get; }

        /// <summary>With <c>Gone</c> and <c>Failed</c>: why.</summary>
        public PartyException Error { get; }

        internal PartyRejoin(LiveParty party, RejoinOutcome outcome, PartyException error)
        {
            Party = party;
            Outcome = outcome;
            Error = error;
        }
    }
}
