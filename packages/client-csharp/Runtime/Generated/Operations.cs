// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

namespace Parties
{
    /// <summary>Every call over the socket, with the message it sends and the one it gets.</summary>
    internal static class Operations
    {
        /// <summary>Creates a party led by the caller, who is its first member.</summary>
        /// <remarks>
        /// <para>
        /// The reply carries the party with the caller as leader and only member. Around it, before or
        /// after, the caller also receives the event <c>Party</c> (without <c>Label</c> and <c>Hidden</c>) and then
        /// <c>PartyPresenceEvent</c> with itself in <c>Joins</c>. Where the server allows one party per session,
        /// the caller leaves every other party first.
        /// </para>
        /// <para>
        /// Errors: <c>invalid_party_size</c>, <c>party_label_too_long</c>, <c>party_label_invalid</c>,
        /// <c>party_create_failed</c>.
        /// </para>
        /// </remarks>
        public static readonly Operation<PartyCreate, Party> CreateParty =
            new Operation<PartyCreate, Party>("CreateParty", "party_create");

        /// <summary>Joins an open party, or asks to be let into a closed one.</summary>
        /// <remarks>
        /// <para>
        /// The reply is empty in both cases and does not say which. Open: the caller receives <c>Party</c>,
        /// then <c>PartyPresenceEvent</c> with itself in <c>Joins</c>; every member receives the same presence
        /// event, and the party's matchmaker tickets are cancelled silently. Closed: the leader alone
        /// receives <c>PartyJoinRequest</c>, and the caller hears nothing until it is accepted (then as
        /// above); a rejected caller hears nothing at all. Joining a party one is in already changes
        /// nothing, but cancels its tickets.
        /// </para>
        /// <para>
        /// Errors: <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_closed</c>, <c>party_full</c>,
        /// <c>party_join_requests_full</c>, <c>party_join_request_duplicate</c>, <c>party_already_member</c>,
        /// <c>party_join_failed</c>.
        /// </para>
        /// </remarks>
        public static readonly Operation<PartyJoin, Nothing> JoinParty =
            new Operation<PartyJoin, Nothing>("JoinParty", "party_join");

        /// <summary>Leaves a party.</summary>
        /// <remarks>
        /// <para>
        /// The caller receives the empty reply and no event. The others receive <c>PartyPresenceEvent</c> with
        /// the caller in <c>Leaves</c>; if the caller led the party they receive <c>PartyLeader</c> first, naming
        /// the member who has been in it longest. The last one out ends the party. Matchmaker tickets of
        /// the party are cancelled silently. Leaving a party one is not in, or that does not exist,
        /// succeeds.
        /// </para>
        /// <para>Errors: <c>invalid_party_id</c>.</para>
        /// </remarks>
        public static readonly Operation<PartyLeave, Nothing> LeaveParty =
            new Operation<PartyLeave, Nothing>("LeaveParty", "party_leave");

        /// <summary>Makes another member the leader. Only the leader may.</summary>
        /// <remarks>
        /// <para>
        /// Every member, the caller included and before its reply, receives <c>PartyLeader</c>. Join requests
        /// that wait are not sent to the new leader, who has to list them.
        /// </para>
        /// <para>
        /// Errors: <c>invalid_party_id</c>, <c>invalid_presence</c>, <c>party_not_found</c>, <c>party_leader_only</c>,
        /// <c>party_member_not_found</c>.
        /// </para>
        /// </remarks>
        public static readonly Operation<PartyPromote, Nothing> PromotePartyMember =
            new Operation<PartyPromote, Nothing>("PromotePartyMember", "party_promote");

        /// <summary>Lets a player in who asked to join. Only the leader may.</summary>
        /// <remarks>
        /// <para>
        /// The accepted player receives <c>Party</c>, then <c>PartyPresenceEvent</c> with itself in <c>Joins</c>; every
        /// member receives the same presence event, the leader before or after its reply. Matchmaker
        /// tickets of the party are cancelled silently.
        /// </para>
        /// <para>
        /// Errors: <c>invalid_party_id</c>, <c>invalid_presence</c>, <c>party_not_found</c>, <c>party_leader_only</c>,
        /// <c>party_full</c>, <c>party_join_request_not_found</c>, <c>party_accept_failed</c> (the player has gone
        /// meanwhile; the request is dropped).
        /// </para>
        /// </remarks>
        public static readonly Operation<PartyAccept, Nothing> AcceptPartyMember =
            new Operation<PartyAccept, Nothing>("AcceptPartyMember", "party_accept");

        /// <summary>Removes a member, or rejects a player who asked to join. Only the leader may.</summary>
        /// <remarks>
        /// <para>
        /// A removed member receives <c>PartyClose</c>; everyone who remains receives <c>PartyPresenceEvent</c>
        /// with the removed one in <c>Leaves</c>, the leader before or after its reply. Matchmaker tickets of
        /// the party are cancelled silently. A rejected player is not told.
        /// </para>
        /// <para>
        /// Errors: <c>invalid_party_id</c>, <c>invalid_presence</c>, <c>party_not_found</c>, <c>party_leader_only</c>,
        /// <c>party_cannot_remove_self</c>, <c>party_member_not_found</c>, <c>party_remove_failed</c>.
        /// </para>
        /// </remarks>
        public static readonly Operation<PartyRemove, Nothing> RemovePartyMember =
            new Operation<PartyRemove, Nothing>("RemovePartyMember", "party_remove");

        /// <summary>Ends a party for everyone. Only the leader may.</summary>
        /// <remarks>
        /// <para>
        /// Every member, the caller included and before its reply, receives <c>PartyClose</c>. No presence
        /// events follow.
        /// </para>
        /// <para>Errors: <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_closed</c>, <c>party_leader_only</c>.</para>
        /// </remarks>
        public static readonly Operation<PartyClose, Nothing> CloseParty =
            new Operation<PartyClose, Nothing>("CloseParty", "party_close");

        /// <summary>Lists the players who wait to be let in, oldest first. Only the leader may.</summary>
        /// <remarks>
        /// <para>Errors: <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_leader_only</c>.</para>
        /// </remarks>
        public static readonly Operation<PartyJoinRequestList, PartyJoinRequest> ListPartyJoinRequests =
            new Operation<PartyJoinRequestList, PartyJoinRequest>("ListPartyJoinRequests", "party_join_request_list");

        /// <summary>Looks for a match for the whole party. Only the leader may.</summary>
        /// <remarks>
        /// <para>
        /// The leader gets the ticket as the reply; then every other member receives it as
        /// <c>PartyMatchmakerTicket</c>. A match is announced to each member as <c>MatchmakerMatched</c>. The
        /// ticket ends, without a message, as soon as anyone joins or leaves the party.
        /// </para>
        /// <para>
        /// Errors: <c>invalid_min_count</c>, <c>invalid_max_count</c>, <c>invalid_count_multiple</c>,
        /// <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_leader_only</c>, <c>matchmaker_query_invalid</c>,
        /// <c>matchmaker_too_many_tickets</c>, <c>matchmaker_add_failed</c>.
        /// </para>
        /// </remarks>
        public static readonly Operation<PartyMatchmakerAdd, PartyMatchmakerTicket> AddMatchmakerParty =
            new Operation<PartyMatchmakerAdd, PartyMatchmakerTicket>("AddMatchmakerParty", "party_matchmaker_add");

        /// <summary>Withdraws a ticket of the party. Only the leader may. The other members are not told.</summary>
        /// <remarks>
        /// <para>
        /// Errors: <c>invalid_party_id</c>, <c>invalid_matchmaker_ticket</c>, <c>party_not_found</c>,
        /// <c>party_leader_only</c>, <c>matchmaker_ticket_not_found</c>.
        /// </para>
        /// </remarks>
        public static readonly Operation<PartyMatchmakerRemove, Nothing> RemoveMatchmakerParty =
            new Operation<PartyMatchmakerRemove, Nothing>("RemoveMatchmakerParty", "party_matchmaker_remove");

        /// <summary>Sends data to every other member of a party. Members only.</summary>
        /// <remarks>
        /// <para>
        /// The others receive <c>PartyData</c>; the sender does not. The server neither reads nor keeps the
        /// data.
        /// </para>
        /// <para>Errors: <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_closed</c>, <c>party_member_not_found</c>.</para>
        /// </remarks>
        public static readonly Operation<PartyDataSend, Nothing> SendPartyData =
            new Operation<PartyDataSend, Nothing>("SendPartyData", "party_data_send");

        /// <summary>Replaces the label of a party and whether it is open and hidden. Only the leader may.</summary>
        /// <remarks>
        /// <para>
        /// A full replacement: <c>Open</c>, <c>Hidden</c> and <c>Label</c> take the values sent, and what is left out
        /// becomes false or empty. Every member, the caller included and before its reply, receives the
        /// event <c>PartyUpdate</c>.
        /// </para>
        /// <para>
        /// Errors: <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_leader_only</c>, <c>party_label_too_long</c>,
        /// <c>party_label_invalid</c>, <c>party_hidden_with_label</c>.
        /// </para>
        /// </remarks>
        public static readonly Operation<PartyUpdate, Nothing> UpdateParty =
            new Operation<PartyUpdate, Nothing>("UpdateParty", "party_update");

        /// <summary>Looks for a match for the caller alone. A match is announced as <c>MatchmakerMatched</c>.</summary>
        /// <remarks>
        /// <para>The ticket ends with the session.</para>
        /// <para>
        /// Errors: <c>invalid_min_count</c>, <c>invalid_max_count</c>, <c>invalid_count_multiple</c>,
        /// <c>matchmaker_add_failed</c> (which includes a query that cannot be read and too many tickets).
        /// </para>
        /// </remarks>
        public static readonly Operation<MatchmakerAdd, MatchmakerTicket> AddMatchmaker =
            new Operation<MatchmakerAdd, MatchmakerTicket>("AddMatchmaker", "matchmaker_add");

        /// <summary>Withdraws one of the caller's own tickets.</summary>
        /// <remarks>
        /// <para>
        /// Errors: <c>invalid_matchmaker_ticket</c>, <c>matchmaker_ticket_not_found</c> (also for a ticket of
        /// somebody else or of a party).
        /// </para>
        /// </remarks>
        public static readonly Operation<MatchmakerRemove, Nothing> RemoveMatchmaker =
            new Operation<MatchmakerRemove, Nothing>("RemoveMatchmaker", "matchmaker_remove");

        /// <summary>Starts to receive <c>StatusPresenceEvent</c> for some users.</summary>
        /// <remarks>
        /// <para>
        /// The reply lists those of them who are online now, once per session. Users that do not exist
        /// are ignored. A session always follows its own user; that is not listed.
        /// </para>
        /// <para>Errors: <c>invalid_user_id</c>, <c>invalid_username</c>.</para>
        /// </remarks>
        public static readonly Operation<StatusFollow, Status> FollowUsers =
            new Operation<StatusFollow, Status>("FollowUsers", "status_follow");

        /// <summary>Stops following some users. A session cannot stop following its own user.</summary>
        /// <remarks>
        /// <para>Errors: <c>invalid_user_id</c>.</para>
        /// </remarks>
        public static readonly Operation<StatusUnfollow, Nothing> UnfollowUsers =
            new Operation<StatusUnfollow, Nothing>("UnfollowUsers", "status_unfollow");

        /// <summary>Sets the caller's status, or makes the caller appear offline.</summary>
        /// <remarks>
        /// <para>
        /// Every session that follows the user, the user's own sessions included, receives
        /// <c>StatusPresenceEvent</c>, the caller before or after its reply: <c>Joins</c> has the new status and
        /// <c>Leaves</c> the one before, each if there is one.
        /// </para>
        /// <para>Errors: <c>status_too_long</c>.</para>
        /// </remarks>
        public static readonly Operation<StatusUpdate, Nothing> UpdateStatus =
            new Operation<StatusUpdate, Nothing>("UpdateStatus", "status_update");

        /// <summary>Calls a function that the game's own server code has registered, and returns what it returns.</summary>
        /// <remarks>
        /// <para>Errors: <c>rpc_id_missing</c>, <c>rpc_not_found</c>, <c>server_function_failed</c>.</para>
        /// </remarks>
        public static readonly Operation<Rpc, Rpc> Rpc =
            new Operation<Rpc, Rpc>("Rpc", "rpc");

        /// <summary>Asks for a <c>Pong</c>, to see that the server still answers and how long that takes.</summary>
        /// <remarks>
        /// <para>It does not keep the connection alive: the server's own WebSocket pings do.</para>
        /// </remarks>
        public static readonly Operation<Ping, Pong> Ping =
            new Operation<Ping, Pong>("Ping", "ping");
    }
}
