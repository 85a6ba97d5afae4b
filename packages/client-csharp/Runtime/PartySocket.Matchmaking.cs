using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    // What a socket can ask of the matchmaker.
    public sealed partial class PartySocket
    {
        /// <summary>
        /// Looks for a match for the whole party, as one. Only the leader may. The other members hear
        /// <c>ReceivedPartyMatchmakerTicket</c>, and everyone <c>ReceivedMatchmakerMatched</c> once there is a match. The
        /// ticket ends silently as soon as anyone joins or leaves the party.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_min_count</c>, <c>invalid_max_count</c>, <c>invalid_count_multiple</c>,
        /// <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_leader_only</c>, <c>matchmaker_query_invalid</c>,
        /// <c>matchmaker_too_many_tickets</c>, <c>matchmaker_add_failed</c>.
        /// </remarks>
        /// <param name="query">Which other tickets fit, in the server's query language. Default all.</param>
        /// <param name="minCount">Fewest players of the match, at least 2.</param>
        /// <param name="maxCount">Most players of the match. Default 8, or <c>minCount</c> if that is more.</param>
        /// <param name="stringProperties">
        /// Texts that the queries of other tickets are tested against. Default none.
        /// </param>
        /// <param name="numericProperties">
        /// Numbers that the queries of other tickets are tested against. Default none.
        /// </param>
        /// <param name="countMultiple">
        /// The number of players has to be a multiple of this; it has to divide both counts. Default any number.
        /// </param>
        public Task<PartyMatchmakerTicket> AddMatchmakerPartyAsync(
            string partyId,
            string query = "*",
            int minCount = 2,
            int? maxCount = null,
            IDictionary<string, string> stringProperties = null,
            IDictionary<string, double> numericProperties = null,
            int? countMultiple = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.AddMatchmakerParty,
                partyId,
                () =>
                {
                    var most = CheckCounts(minCount, maxCount);
                    return new PartyMatchmakerAdd
                    {
                        PartyId = Check.Name("partyId", partyId),
                        Query = Check.NotNull("query", query),
                        MinCount = minCount,
                        MaxCount = most,
                        StringProperties = Check.Texts("stringProperties", stringProperties),
                        NumericProperties = Check.Numbers("numericProperties", numericProperties),
                        CountMultiple = Check.CountMultiple(countMultiple, minCount, most),
                    };
                },
                new CallBounds(timeout, cancellationToken),
                "stringProperties");
        }

        /// <summary>Withdraws a ticket of the party. Only the leader may. The other members are not told.</summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>invalid_matchmaker_ticket</c>, <c>party_not_found</c>,
        /// <c>party_leader_only</c>, <c>matchmaker_ticket_not_found</c>.
        /// </remarks>
        public Task RemoveMatchmakerPartyAsync(
            string partyId,
            string ticket,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.RemoveMatchmakerParty,
                partyId,
                () => new PartyMatchmakerRemove
                {
                    PartyId = Check.Name("partyId", partyId),
                    Ticket = Check.Name("ticket", ticket),
                },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Looks for a match for the player alone. <c>ReceivedMatchmakerMatched</c> tells when there is one. The ticket
        /// ends with the connection. Parameters are those of <c>AddMatchmakerPartyAsync</c>.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_min_count</c>, <c>invalid_max_count</c>, <c>invalid_count_multiple</c>,
        /// <c>matchmaker_add_failed</c> (the query cannot be read, or there are too many tickets).
        /// </remarks>
        public Task<MatchmakerTicket> AddMatchmakerAsync(
            string query = "*",
            int minCount = 2,
            int? maxCount = null,
            IDictionary<string, string> stringProperties = null,
            IDictionary<string, double> numericProperties = null,
            int? countMultiple = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.AddMatchmaker,
                null,
                () =>
                {
                    var most = CheckCounts(minCount, maxCount);
                    return new MatchmakerAdd
                    {
                        Query = Check.NotNull("query", query),
                        MinCount = minCount,
                        MaxCount = most,
                        StringProperties = Check.Texts("stringProperties", stringProperties),
                        NumericProperties = Check.Numbers("numericProperties", numericProperties),
                        CountMultiple = Check.CountMultiple(countMultiple, minCount, most),
                    };
                },
                new CallBounds(timeout, cancellationToken),
                "stringProperties");
        }

        /// <summary>Withdraws one of the player's own tickets.</summary>
        /// <remarks>
        /// Ends also with <c>invalid_matchmaker_ticket</c>, <c>matchmaker_ticket_not_found</c> (also for one of a party).
        /// </remarks>
        public Task RemoveMatchmakerAsync(
            string ticket,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.RemoveMatchmaker,
                null,
                () => new MatchmakerRemove { Ticket = Check.Name("ticket", ticket) },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>Withdraws one of the player's own tickets.</summary>
        public Task RemoveMatchmakerAsync(
            MatchmakerTicket ticket,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return RemoveMatchmakerAsync(ticket == null ? null : ticket.Ticket, timeout, cancellationToken);
        }

        private static int CheckCounts(int minCount, int? maxCount)
        {
            Check.Range("minCount", minCount, Limits.MinMatchCount);
            return Check.Range("maxCount", maxCount ?? Math.Max(8, minCount), minCount);
        }
    }
}
