using System;
using System.Collections.Generic;
using System.Linq;

namespace Parties
{
    /// <summary>What is needed of a socket to bring its player back into parties.</summary>
    internal interface IRejoinSocket
    {
        /// <summary>How long an open party takes to let the player in.</summary>
        TimeSpan Timeout { get; }

        /// <summary>Whether the player comes back into this party; it may throw.</summary>
        bool Wants(PartySnapshot party);

        /// <summary>Joins, and calls back when the server has taken note, or with an error.</summary>
        void Join(string partyId, Action<PartyException> onEnd);

        /// <summary>Asks for anything about a party; what counts is whether it is found.</summary>
        void Probe(string partyId, Action<PartyException> onEnd);

        /// <summary>Takes a party out that the player is not in any more.</summary>
        void EndParty(string partyId);

        void Tell(PartyRejoin rejoin);
    }

    /// <summary>Brings the player back into its parties after a reconnect. It lives in the loop.</summary>
    internal sealed class Rejoiner
    {
        /// <summary>
        /// How long a server may take a lost connection for alive, and so for a member: Nakama waits 25 seconds for its
        /// pong. For so long a full party is tried again.
        /// </summary>
        private static readonly TimeSpan GhostTime = TimeSpan.FromSeconds(30);

        /// <summary>How long to wait before each try.</summary>
        private static readonly TimeSpan RetryTime = TimeSpan.FromSeconds(5);

        /// <summary>The parties that the player is not back in yet.</summary>
        private readonly List<Absence> absences = new List<Absence>();
        private readonly Loop loop;
        private readonly IClock clock;
        private readonly IRejoinSocket socket;

        public Rejoiner(Loop loop, IClock clock, IRejoinSocket socket)
        {
            this.loop = loop;
            this.clock = clock;
            this.socket = socket;
        }

        /// <summary>The connection was made again.</summary>
        public void Start(IEnumerable<LiveParty> parties)
        {
            foreach (var party in parties)
            {
                var absence = new Absence { Party = party, Until = clock.Now + GhostTime };
                absences.Add(absence);
                Attempt(absence);
            }
        }

        /// <summary>The connection was lost, or is over.</summary>
        public void Stop()
        {
            foreach (var absence in absences.ToArray()) Forget(absence);
        }

        /// <summary>The player is in a party.</summary>
        public void Entered(string partyId)
        {
            var absence = absences.FirstOrDefault(candidate => candidate.Party.Id == partyId);
            if (absence != null && Forget(absence))
            {
                socket.Tell(new PartyRejoin(absence.Party, RejoinOutcome.Rejoined, null));
            }
        }

        private void Attempt(Absence absence)
        {
            var party = absence.Party;
            try
            {
                if (!socket.Wants(party.Snapshot))
                {
                    Forget(absence);
                    socket.EndParty(party.Id);
                    return;
                }
            }
            catch (Exception cause)
            {
                Fail(absence, Failure.From(cause));
                return;
            }
            socket.Join(party.Id, error =>
            {
                if (error == null) Joined(absence);
                else Refused(absence, error);
            });
        }

        private void Joined(Absence absence)
        {
            // One that was open may be closed by now.
            Later(absence, absence.Party.Open ? socket.Timeout : TimeSpan.Zero, () =>
            {
                Asked(absence);
                Later(absence, GhostTime, () => Look(absence));
            });
        }

        private void Refused(Absence absence, PartyException error)
        {
            // The server takes one request of each player. That of the lost connection can no longer be accepted.
            var isPending = error.Code == ErrorCode.PartyJoinRequestDuplicate;
            if (isPending) Asked(absence);
            var isFull = error.Code == ErrorCode.PartyFull && clock.Now < absence.Until;
            if (isPending || isFull) Later(absence, RetryTime, () => Attempt(absence));
            else Fail(absence, error);
        }

        /// <summary>
        /// A party that ends takes the requests along and tells nobody: if all its members were lost connections, say.
        /// </summary>
        private void Look(Absence absence)
        {
            socket.Probe(absence.Party.Id, error =>
            {
                if (error != null && IsGone(error)) Fail(absence, error);
                else Later(absence, GhostTime, () => Look(absence));
            });
        }

        private void Asked(Absence absence)
        {
            if (absence.IsAsked || !absences.Contains(absence)) return;
            absence.IsAsked = true;
            socket.Tell(new PartyRejoin(absence.Party, RejoinOutcome.Requested, null));
        }

        private void Fail(Absence absence, PartyException error)
        {
            if (!Forget(absence)) return;
            socket.EndParty(absence.Party.Id);
            var outcome = IsGone(error) ? RejoinOutcome.Gone : RejoinOutcome.Failed;
            socket.Tell(new PartyRejoin(absence.Party, outcome, error));
        }

        private void Later(Absence absence, TimeSpan delay, Action act)
        {
            if (!absences.Contains(absence)) return;
            absence.Timer = loop.After(delay, () =>
            {
                if (absence.Party.EndCause == null) act();
            });
        }

        /// <summary>Returns whether the player was still expected back.</summary>
        private bool Forget(Absence absence)
        {
            if (absence.Timer != null) absence.Timer.Dispose();
            return absences.Remove(absence) && absence.Party.EndCause == null;
        }

        private static bool IsGone(PartyException error)
        {
            return error.Code == ErrorCode.PartyNotFound || error.Code == ErrorCode.PartyClosed;
        }

        private sealed class Absence
        {
            public LiveParty Party;
            public DateTime Until;
            public IDisposable Timer;
            public bool IsAsked;
        }
    }
}
