using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    // What a socket can ask of the server.
    public sealed partial class PartySocket
    {
        /// <summary>Creates a party that the player leads. See the form with <c>hidden</c>.</summary>
        public Task<LiveParty> CreatePartyAsync(
            bool open,
            int maxSize,
            string label = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return CreatePartyAsync(open, false, maxSize, label, timeout, cancellationToken);
        }

        /// <summary>
        /// Creates a party that the player leads. The player also hears <c>ReceivedParty</c> and
        /// <c>ReceivedPartyPresence</c> for it.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_size</c>, <c>party_label_too_long</c>, <c>party_label_invalid</c>,
        /// <c>party_create_failed</c>.
        /// </remarks>
        /// <param name="open">Whether anyone may join. If not, the leader lets each player in.</param>
        /// <param name="hidden">
        /// Whether listings leave the party out. Servers before 3.28 close the connection when it is true.
        /// </param>
        /// <param name="maxSize">At most how many members, 1 to 256, the creator included.</param>
        /// <param name="label">
        /// What listings can be searched by: a JSON object, as text of at most 2048 bytes. Default none. Servers before
        /// 3.28 close the connection when it is given.
        /// </param>
        public Task<LiveParty> CreatePartyAsync(
            bool open,
            bool hidden,
            int maxSize,
            string label = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.CreateParty,
                null,
                () => new PartyCreate
                {
                    Open = open,
                    Hidden = hidden,
                    MaxSize = Check.Range("maxSize", maxSize, 1, Limits.MaxPartySize),
                    Label = Check.Label(label),
                },
                new CallBounds(timeout, cancellationToken),
                "label",
                // The reply has been taken in by now.
                created => core.Registry.Find(created.PartyId));
        }

        /// <summary>
        /// Joins an open party, or asks to be let into a closed one. It ends in both cases as soon as the server has
        /// taken note. The player is in once <c>ReceivedParty</c> tells it and the party is among <c>Parties</c>.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_closed</c>, <c>party_full</c>,
        /// <c>party_join_requests_full</c>, <c>party_join_request_duplicate</c>, <c>party_already_member</c>,
        /// <c>party_join_failed</c>.
        /// </remarks>
        public Task JoinPartyAsync(
            string partyId,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.JoinParty,
                partyId,
                () => new PartyJoin { PartyId = Check.Name("partyId", partyId) },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Joins a party, and ends when the player is in, with the party: also after the leader of a closed party has
        /// said yes.
        /// </summary>
        /// <remarks>
        /// The server tells nobody that a request was refused, or that the party has ended meanwhile: both end with
        /// <c>timeout</c>, after a minute unless <c>timeout</c> says otherwise. The request then stays with the leader,
        /// and the player is still let in should the leader accept it. Ends also with what <c>JoinPartyAsync</c> ends
        /// with.
        /// </remarks>
        public Task<LiveParty> JoinPartyAndWaitAsync(
            string partyId,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            if (string.IsNullOrEmpty(partyId))
            {
                var error = Failure.InvalidArgument("partyId", "has to be a text that is not empty");
                return Refuse<LiveParty>(error, Operations.JoinParty.Name, partyId);
            }
            var bounds = new CallBounds(timeout ?? TimeSpan.FromMinutes(1), cancellationToken);
            return Run<LiveParty>(end => core.Enter(partyId, bounds, end));
        }

        /// <summary>
        /// Leaves a party. It ends well too if the player is not in it, or if there is none. The player hears no event
        /// of the server; the others do.
        /// </summary>
        /// <remarks>Ends also with <c>invalid_party_id</c>.</remarks>
        public Task LeavePartyAsync(
            string partyId,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.LeaveParty,
                partyId,
                () => new PartyLeave { PartyId = Check.Name("partyId", partyId) },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>Ends a party for everyone. Only the leader may. Everyone hears <c>ReceivedPartyClose</c>.</summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_closed</c>, <c>party_leader_only</c>.
        /// </remarks>
        public Task ClosePartyAsync(
            string partyId,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.CloseParty,
                partyId,
                () => new PartyClose { PartyId = Check.Name("partyId", partyId) },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>Lists the players who ask to join, oldest request first. Only the leader may.</summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_leader_only</c>.
        /// </remarks>
        public Task<PartyJoinRequest> ListPartyJoinRequestsAsync(
            string partyId,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.ListPartyJoinRequests,
                partyId,
                () => new PartyJoinRequestList { PartyId = Check.Name("partyId", partyId) },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>Lets a player in who asked to join. Only the leader may.</summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>invalid_presence</c>, <c>party_not_found</c>,
        /// <c>party_leader_only</c>, <c>party_full</c>, <c>party_join_request_not_found</c>, <c>party_accept_failed</c>
        /// (the player has gone meanwhile).
        /// </remarks>
        /// <param name="presence">As in the join request.</param>
        public Task AcceptPartyMemberAsync(
            string partyId,
            UserPresence presence,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.AcceptPartyMember,
                partyId,
                () => new PartyAccept { PartyId = Check.Name("partyId", partyId), Presence = Check.Presence(presence) },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Removes a member, or refuses a player who asked to join. Only the leader may. A member who is removed hears
        /// <c>ReceivedPartyClose</c>; a player who is refused hears nothing.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>invalid_presence</c>, <c>party_not_found</c>,
        /// <c>party_leader_only</c>, <c>party_cannot_remove_self</c>, <c>party_member_not_found</c>,
        /// <c>party_remove_failed</c>.
        /// </remarks>
        /// <param name="presence">As in the party, or in the join request.</param>
        public Task RemovePartyMemberAsync(
            string partyId,
            UserPresence presence,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.RemovePartyMember,
                partyId,
                () => new PartyRemove { PartyId = Check.Name("partyId", partyId), Presence = Check.Presence(presence) },
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Makes another member the leader; it ends with who leads now. Only the leader may. Everyone hears
        /// <c>ReceivedPartyLeader</c>, the caller before this ends.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>invalid_presence</c>, <c>party_not_found</c>,
        /// <c>party_leader_only</c>, <c>party_member_not_found</c>.
        /// </remarks>
        /// <param name="partyMember">As in the party.</param>
        public Task<PartyLeader> PromotePartyMemberAsync(
            string partyId,
            UserPresence partyMember,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.PromotePartyMember,
                partyId,
                () => new PartyPromote { PartyId = Check.Name("partyId", partyId), Presence = Check.Presence(partyMember) },
                new CallBounds(timeout, cancellationToken),
                null,
                // The server's answer is empty: it says that what was asked for is so.
                _ => new PartyLeader { PartyId = partyId, Presence = Check.Presence(partyMember) });
        }

        /// <summary>
        /// Replaces what a party is like; it ends with what it is like now. Only the leader may. Everyone hears
        /// <c>ReceivedPartyUpdate</c>, the caller before this ends. Servers before 3.28 close the connection.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_leader_only</c>,
        /// <c>party_label_too_long</c>, <c>party_label_invalid</c>, <c>party_hidden_with_label</c>.
        /// </remarks>
        /// <param name="open">Whether anyone may join.</param>
        /// <param name="hidden">Whether listings leave the party out. A hidden party cannot have a label.</param>
        /// <param name="label">A JSON object, as text of at most 2048 bytes. What is left out is set back.</param>
        public Task<PartyUpdate> UpdatePartyAsync(
            string partyId,
            bool open,
            bool hidden = false,
            string label = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.UpdateParty,
                partyId,
                () => new PartyUpdate
                {
                    PartyId = Check.Name("partyId", partyId),
                    Open = open,
                    Hidden = hidden,
                    Label = Check.Label(label),
                },
                new CallBounds(timeout, cancellationToken),
                "label",
                _ => new PartyUpdate { PartyId = partyId, Open = open, Hidden = hidden, Label = label ?? "" });
        }

        /// <summary>Sends a text to the other members, as UTF-8. See the form with an <c>ArraySegment</c>.</summary>
        public Task SendPartyDataAsync(
            string partyId,
            long opCode,
            string data,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return SendDataAsync(partyId, opCode, Payload.Of(data), null, new CallBounds(timeout, cancellationToken));
        }

        /// <summary>Sends bytes to the other members. See the form with an <c>ArraySegment</c>.</summary>
        public Task SendPartyDataAsync(
            string partyId,
            long opCode,
            byte[] data,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return SendDataAsync(partyId, opCode, Payload.Of(data), null, new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Sends data to the other members. They hear <c>ReceivedPartyData</c>; the sender does not. Members only.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_closed</c>,
        /// <c>party_member_not_found</c>.
        /// </remarks>
        /// <param name="opCode">What kind of data it is: any number the game gives a meaning.</param>
        /// <param name="data">At most what fits into a message: about 2900 bytes. The buffer may be used again at once.</param>
        public Task SendPartyDataAsync(
            string partyId,
            long opCode,
            ArraySegment<byte> data,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return SendDataAsync(partyId, opCode, Payload.Of(data), null, new CallBounds(timeout, cancellationToken));
        }

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
        /// <param name="stringProperties">Texts that the queries of other tickets are tested against. Default none.</param>
        /// <param name="numericProperties">Numbers that the queries of other tickets are tested against. Default none.</param>
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

        /// <summary>
        /// Begins to hear <c>ReceivedStatusPresence</c> about some users; it ends with those of them who are online now,
        /// once for each of their connections. Users who do not exist are ignored.
        /// </summary>
        /// <remarks>Ends also with <c>invalid_user_id</c>, <c>invalid_username</c>.</remarks>
        /// <param name="userIds">Ids; null for none.</param>
        /// <param name="usernames">Names; null for none.</param>
        public Task<Status> FollowUsersAsync(
            IEnumerable<string> userIds,
            IEnumerable<string> usernames = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.FollowUsers,
                null,
                () => new StatusFollow
                {
                    UserIds = Check.Names("userIds", userIds),
                    Usernames = Check.Names("usernames", usernames),
                },
                new CallBounds(timeout, cancellationToken),
                "userIds");
        }

        /// <summary>Hears no more about some users.</summary>
        /// <remarks>Ends also with <c>invalid_user_id</c>.</remarks>
        public Task UnfollowUsersAsync(
            IEnumerable<string> userIds,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.UnfollowUsers,
                null,
                () => new StatusUnfollow { UserIds = Check.Names("userIds", userIds) },
                new CallBounds(timeout, cancellationToken),
                "userIds");
        }

        /// <summary>
        /// Sets the player's status. Everyone who follows the player hears <c>ReceivedStatusPresence</c>, and so does the
        /// player.
        /// </summary>
        /// <remarks>Ends also with <c>status_too_long</c>.</remarks>
        /// <param name="status">At most 2048 bytes. Empty: online without a text. Null: appear offline.</param>
        public Task UpdateStatusAsync(
            string status,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.UpdateStatus,
                null,
                () => new StatusUpdate { Status = Check.Status(status) },
                new CallBounds(timeout, cancellationToken),
                "status");
        }

        /// <summary>
        /// Calls a function that the game's own server code has registered; it ends with what that returns.
        /// </summary>
        /// <remarks>Ends also with <c>rpc_not_found</c>, <c>server_function_failed</c>.</remarks>
        /// <param name="id">The name the function is registered under.</param>
        /// <param name="payload">What the function gets: any text, often JSON.</param>
        public Task<Rpc> RpcAsync(
            string id,
            string payload = "",
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return Call(
                Operations.Rpc,
                null,
                () => new Rpc { Id = Check.Name("id", id), Payload = payload ?? "" },
                new CallBounds(timeout, cancellationToken),
                "payload");
        }

        /// <summary>
        /// Asks the server for an answer; it ends with how long that took. The heartbeat does so by itself.
        /// </summary>
        public Task<TimeSpan> PingAsync(
            TimeSpan? timeout = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            var sentAt = core.Now;
            var bounds = new CallBounds(timeout, cancellationToken);
            return Call(Operations.Ping, null, () => new Ping(), bounds, null, _ => core.Now - sentAt);
        }

        /// <summary>
        /// <c>PartyClient.ListPartiesAsync</c> with the session of this socket. It goes over HTTP.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>unauthenticated</c>, <c>network_error</c>, <c>invalid_limit</c>, <c>list_failed</c>.
        /// </remarks>
        public Task<PartyList> ListPartiesAsync(
            int? limit = null,
            bool? open = null,
            string query = null,
            string cursor = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var session = Session;
            if (session == null) return Refuse<PartyList>(Failure.NotConnected(State), "ListParties", null);
            return client.ListPartiesAsync(session, limit, open, query, cursor, timeout, cancellationToken);
        }

        /// <param name="echo">Whose handlers hear it too; null for nobody's.</param>
        internal Task SendDataAsync(string partyId, long opCode, byte[] data, LiveParty echo, CallBounds bounds)
        {
            return Call(
                Operations.SendPartyData,
                partyId,
                () =>
                {
                    if (data == null) throw Failure.InvalidArgument("data", "must not be null");
                    return new PartyDataSend { PartyId = Check.Name("partyId", partyId), OpCode = opCode, Data = data };
                },
                bounds,
                "data",
                done =>
                {
                    if (echo == null) return done;
                    var own = new PartyData
                    {
                        PartyId = partyId,
                        Presence = echo.Self,
                        OpCode = opCode,
                        Data = data,
                        IsOwn = true,
                    };
                    Tell(() => echo.RaiseData(own));
                    return done;
                });
        }

        internal Task RejectAsync(LiveParty party, UserPresence player, CallBounds bounds)
        {
            return Call(
                Operations.RemovePartyMember,
                party.Id,
                () =>
                {
                    var presence = Check.Presence(player);
                    if (party.Members.Any(member => member.SessionId == presence.SessionId))
                    {
                        throw Failure.InvalidArgument("player", "is a member");
                    }
                    return new PartyRemove { PartyId = party.Id, Presence = presence };
                },
                bounds);
        }

        private static int CheckCounts(int minCount, int? maxCount)
        {
            Check.Range("minCount", minCount, Limits.MinMatchCount);
            return Check.Range("maxCount", maxCount ?? Math.Max(8, minCount), minCount);
        }

        private Task<TReply> Call<TRequest, TReply>(
            Operation<TRequest, TReply> operation,
            string partyId,
            Func<TRequest> build,
            CallBounds bounds,
            string largest = null)
            where TRequest : IWritable
            where TReply : class
        {
            return Call(operation, partyId, build, bounds, largest, reply => reply);
        }

        /// <summary>Sends a request and waits for its reply.</summary>
        /// <param name="partyId">The party it is about, for errors; null for none.</param>
        /// <param name="build">Makes the request; it refuses what is wrong with it.</param>
        /// <param name="largest">The argument to blame when the message is too large.</param>
        /// <param name="map">Makes the result of the reply, in the loop.</param>
        private Task<TResult> Call<TRequest, TReply, TResult>(
            Operation<TRequest, TReply> operation,
            string partyId,
            Func<TRequest> build,
            CallBounds bounds,
            string largest,
            Func<TReply, TResult> map)
            where TRequest : IWritable
            where TReply : class
        {
            TRequest request;
            try
            {
                request = build();
            }
            catch (PartyException error)
            {
                return Refuse<TResult>(error, operation.Name, partyId);
            }
            return Run<TResult>(end => core.Request(operation, request, largest, bounds, (reply, error) =>
                end(error == null ? map(reply) : default(TResult), error)));
        }
    }
}
