// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

namespace Parties
{
    /// <summary>What a call can end with instead of a result: the values of <c>PartyException.Code</c>.</summary>
    public static class ErrorCode
    {
        /// <summary>The party id does not have the form of one, or belongs to another server.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone who names a party.</para>
        /// <para>
        /// What to do: Use the id as it came, without a change. A party id is a UUID, a dot and the name
        /// of a server node.
        /// </para>
        /// </remarks>
        public const string InvalidPartyId = "invalid_party_id";

        /// <summary>The presence lacks its user id, session id or user name.</summary>
        /// <remarks>
        /// <para>Seen by: A leader who promotes, accepts or removes.</para>
        /// <para>What to do: Pass the presence as it came in the party or in an event.</para>
        /// </remarks>
        public const string InvalidPresence = "invalid_presence";

        /// <summary>A party can have 1 to 256 members.</summary>
        /// <remarks>
        /// <para>Seen by: Who creates a party.</para>
        /// <para>What to do: Choose another size.</para>
        /// </remarks>
        public const string InvalidPartySize = "invalid_party_size";

        /// <summary>There is no such party, or there is none any more.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone who names a party.</para>
        /// <para>What to do: Drop the id; the party has been closed or its last member has left.</para>
        /// </remarks>
        public const string PartyNotFound = "party_not_found";

        /// <summary>The party is being closed.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone who names a party.</para>
        /// <para>What to do: Drop the id.</para>
        /// </remarks>
        public const string PartyClosed = "party_closed";

        /// <summary>The party has as many members as it may have.</summary>
        /// <remarks>
        /// <para>Seen by: Who joins an open party; a leader who accepts.</para>
        /// <para>What to do: Wait until a member leaves, or look for another party.</para>
        /// </remarks>
        public const string PartyFull = "party_full";

        /// <summary>As many players wait to be let in as the party may have members.</summary>
        /// <remarks>
        /// <para>Seen by: Who asks to join a closed party.</para>
        /// <para>What to do: Try again later, or look for another party.</para>
        /// </remarks>
        public const string PartyJoinRequestsFull = "party_join_requests_full";

        /// <summary>The session has asked to join already.</summary>
        /// <remarks>
        /// <para>Seen by: Who asks to join a closed party.</para>
        /// <para>What to do: Wait for the leader's answer.</para>
        /// </remarks>
        public const string PartyJoinRequestDuplicate = "party_join_request_duplicate";

        /// <summary>The session is a member already.</summary>
        /// <remarks>
        /// <para>Seen by: Who asks to join a closed party.</para>
        /// <para>What to do: Nothing. (No released server is known to send it.)</para>
        /// </remarks>
        public const string PartyAlreadyMember = "party_already_member";

        /// <summary>Only the leader of the party may do this.</summary>
        /// <remarks>
        /// <para>
        /// Seen by: A member or stranger who promotes, accepts, removes, closes, updates, lists join
        /// requests or matches.
        /// </para>
        /// <para>What to do: Ask the leader, or become it.</para>
        /// </remarks>
        public const string PartyLeaderOnly = "party_leader_only";

        /// <summary>There is no such member in the party. When sending data, the caller is not one.</summary>
        /// <remarks>
        /// <para>Seen by: A leader who promotes or removes; who sends data.</para>
        /// <para>What to do: Look at the members again; the one that was meant has left.</para>
        /// </remarks>
        public const string PartyMemberNotFound = "party_member_not_found";

        /// <summary>The player has not asked to join, or has been answered already.</summary>
        /// <remarks>
        /// <para>Seen by: A leader who accepts.</para>
        /// <para>What to do: List the join requests again.</para>
        /// </remarks>
        public const string PartyJoinRequestNotFound = "party_join_request_not_found";

        /// <summary>The player who asked to join has disconnected since. The request is gone.</summary>
        /// <remarks>
        /// <para>Seen by: A leader who accepts.</para>
        /// <para>What to do: Nothing; the player can ask again.</para>
        /// </remarks>
        public const string PartyAcceptFailed = "party_accept_failed";

        /// <summary>The member could not be taken out of the party, because it is just leaving.</summary>
        /// <remarks>
        /// <para>Seen by: A leader who removes.</para>
        /// <para>What to do: Wait for the presence event.</para>
        /// </remarks>
        public const string PartyRemoveFailed = "party_remove_failed";

        /// <summary>A leader cannot remove itself.</summary>
        /// <remarks>
        /// <para>Seen by: A leader who removes.</para>
        /// <para>What to do: Leave the party instead, or close it.</para>
        /// </remarks>
        public const string PartyCannotRemoveSelf = "party_cannot_remove_self";

        /// <summary>A label may have 2048 bytes.</summary>
        /// <remarks>
        /// <para>Seen by: Who creates or updates a party.</para>
        /// <para>What to do: Say less.</para>
        /// </remarks>
        public const string PartyLabelTooLong = "party_label_too_long";

        /// <summary>The label is not a JSON object.</summary>
        /// <remarks>
        /// <para>Seen by: Who creates or updates a party.</para>
        /// <para>What to do: Pass an object as JSON text, or an empty text for no label.</para>
        /// </remarks>
        public const string PartyLabelInvalid = "party_label_invalid";

        /// <summary>A hidden party cannot be given a label, because nobody could find it by that.</summary>
        /// <remarks>
        /// <para>Seen by: A leader who updates.</para>
        /// <para>What to do: Leave the label empty, or the party visible.</para>
        /// </remarks>
        public const string PartyHiddenWithLabel = "party_hidden_with_label";

        /// <summary>The server could not create the party.</summary>
        /// <remarks>
        /// <para>Seen by: Who creates a party.</para>
        /// <para>What to do: Try again.</para>
        /// </remarks>
        public const string PartyCreateFailed = "party_create_failed";

        /// <summary>The server could not make the caller a member.</summary>
        /// <remarks>
        /// <para>Seen by: Who joins an open party.</para>
        /// <para>What to do: Try again.</para>
        /// </remarks>
        public const string PartyJoinFailed = "party_join_failed";

        /// <summary>A match has at least two players.</summary>
        /// <remarks>
        /// <para>Seen by: Who adds to the matchmaker.</para>
        /// <para>What to do: Set the minimum to 2 or more.</para>
        /// </remarks>
        public const string InvalidMinCount = "invalid_min_count";

        /// <summary>The maximum number of players is smaller than the minimum.</summary>
        /// <remarks>
        /// <para>Seen by: Who adds to the matchmaker.</para>
        /// <para>What to do: Set the maximum to the minimum or more.</para>
        /// </remarks>
        public const string InvalidMaxCount = "invalid_max_count";

        /// <summary>The count multiple is smaller than 1, or does not divide the minimum and the maximum.</summary>
        /// <remarks>
        /// <para>Seen by: Who adds to the matchmaker.</para>
        /// <para>What to do: Choose counts that are multiples of it, or leave it unset.</para>
        /// </remarks>
        public const string InvalidCountMultiple = "invalid_count_multiple";

        /// <summary>The query cannot be read.</summary>
        /// <remarks>
        /// <para>Seen by: A leader who adds the party to the matchmaker.</para>
        /// <para>What to do: Correct the query.</para>
        /// </remarks>
        public const string MatchmakerQueryInvalid = "matchmaker_query_invalid";

        /// <summary>The party has as many tickets as the server allows, three by default.</summary>
        /// <remarks>
        /// <para>Seen by: A leader who adds the party to the matchmaker.</para>
        /// <para>What to do: Withdraw one first.</para>
        /// </remarks>
        public const string MatchmakerTooManyTickets = "matchmaker_too_many_tickets";

        /// <summary>
        /// The matchmaker has not taken the request. The query cannot be read, or there are too many
        /// tickets.
        /// </summary>
        /// <remarks>
        /// <para>Seen by: Who adds to the matchmaker.</para>
        /// <para>What to do: Check the query, withdraw a ticket, or try again.</para>
        /// </remarks>
        public const string MatchmakerAddFailed = "matchmaker_add_failed";

        /// <summary>The ticket is empty.</summary>
        /// <remarks>
        /// <para>Seen by: Who withdraws a ticket.</para>
        /// <para>What to do: Pass the ticket that adding has returned.</para>
        /// </remarks>
        public const string InvalidMatchmakerTicket = "invalid_matchmaker_ticket";

        /// <summary>There is no such ticket of the caller's, or there is none any more.</summary>
        /// <remarks>
        /// <para>Seen by: Who withdraws a ticket.</para>
        /// <para>What to do: Nothing; the ticket has been matched or has ended.</para>
        /// </remarks>
        public const string MatchmakerTicketNotFound = "matchmaker_ticket_not_found";

        /// <summary>A user id is not a UUID.</summary>
        /// <remarks>
        /// <para>Seen by: Who follows or unfollows users.</para>
        /// <para>What to do: Use the id as it came.</para>
        /// </remarks>
        public const string InvalidUserId = "invalid_user_id";

        /// <summary>A status may have 2048 bytes.</summary>
        /// <remarks>
        /// <para>Seen by: Who sets a status.</para>
        /// <para>What to do: Say less.</para>
        /// </remarks>
        public const string StatusTooLong = "status_too_long";

        /// <summary>The call does not name a function.</summary>
        /// <remarks>
        /// <para>Seen by: Who calls a function of the game's server code.</para>
        /// <para>What to do: Name it.</para>
        /// </remarks>
        public const string RpcIdMissing = "rpc_id_missing";

        /// <summary>The server has no function of this name.</summary>
        /// <remarks>
        /// <para>Seen by: Who calls a function of the game's server code.</para>
        /// <para>What to do: Check the name, and whether the server runs the code that has it.</para>
        /// </remarks>
        public const string RpcNotFound = "rpc_not_found";

        /// <summary>The game's own server code has refused or failed. The message is its own.</summary>
        /// <remarks>
        /// <para>
        /// Seen by: Who calls a function of the game's server code, or does something that such code
        /// watches over.
        /// </para>
        /// <para>What to do: What the game's server code says.</para>
        /// </remarks>
        public const string ServerFunctionFailed = "server_function_failed";

        /// <summary>The envelope has no message. The server closes the connection.</summary>
        /// <remarks>
        /// <para>Seen by: A client that sends something by hand.</para>
        /// <para>What to do: Send a message in every envelope.</para>
        /// </remarks>
        public const string MissingMessage = "missing_message";

        /// <summary>The game's own server code has switched this off. The server closes the connection.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone.</para>
        /// <para>What to do: Do not ask for it.</para>
        /// </remarks>
        public const string DisabledByServer = "disabled_by_server";

        /// <summary>
        /// The server does not know the message, or does not take it from a client. It closes the
        /// connection.
        /// </summary>
        /// <remarks>
        /// <para>Seen by: A client that is newer than the server, or that sends something by hand.</para>
        /// <para>What to do: Update the server, or do without.</para>
        /// </remarks>
        public const string UnrecognizedMessage = "unrecognized_message";

        /// <summary>There is no such match.</summary>
        /// <remarks>
        /// <para>Seen by: Who joins a match.</para>
        /// <para>What to do: Look for another.</para>
        /// </remarks>
        public const string MatchNotFound = "match_not_found";

        /// <summary>The match did not let the player in.</summary>
        /// <remarks>
        /// <para>Seen by: Who joins a match.</para>
        /// <para>What to do: Look for another.</para>
        /// </remarks>
        public const string MatchJoinRejected = "match_join_rejected";

        /// <summary>The server key is missing or wrong.</summary>
        /// <remarks>
        /// <para>Seen by: Who signs in or refreshes a session.</para>
        /// <para>What to do: Give the client the server's key.</para>
        /// </remarks>
        public const string ServerKeyInvalid = "server_key_invalid";

        /// <summary>The HTTP key is wrong, or the call has neither that nor a session token.</summary>
        /// <remarks>
        /// <para>Seen by: Who calls a function of the game's server code over HTTP.</para>
        /// <para>What to do: Use the server's HTTP key, or sign in.</para>
        /// </remarks>
        public const string HttpKeyInvalid = "http_key_invalid";

        /// <summary>The refresh token is missing, wrong, used up by a logout, or has expired.</summary>
        /// <remarks>
        /// <para>Seen by: Who refreshes a session.</para>
        /// <para>What to do: Sign in again.</para>
        /// </remarks>
        public const string RefreshTokenInvalid = "refresh_token_invalid";

        /// <summary>There is no account with this password under this address or name.</summary>
        /// <remarks>
        /// <para>Seen by: Who signs in with e-mail.</para>
        /// <para>What to do: Ask the player again.</para>
        /// </remarks>
        public const string InvalidCredentials = "invalid_credentials";

        /// <summary>There is no such account, and none was to be created.</summary>
        /// <remarks>
        /// <para>Seen by: Who signs in.</para>
        /// <para>What to do: Let the account be created, or sign in otherwise.</para>
        /// </remarks>
        public const string AccountNotFound = "account_not_found";

        /// <summary>The account is banned.</summary>
        /// <remarks>
        /// <para>Seen by: Who signs in.</para>
        /// <para>What to do: Tell the player.</para>
        /// </remarks>
        public const string AccountBanned = "account_banned";

        /// <summary>Another account has this user name.</summary>
        /// <remarks>
        /// <para>Seen by: Who creates an account by signing in.</para>
        /// <para>What to do: Ask the player for another.</para>
        /// </remarks>
        public const string UsernameTaken = "username_taken";

        /// <summary>The custom id is missing, has spaces or control characters, or has not 6 to 128 bytes.</summary>
        /// <remarks>
        /// <para>Seen by: Who signs in with a custom id.</para>
        /// <para>What to do: Use another id.</para>
        /// </remarks>
        public const string InvalidCustomId = "invalid_custom_id";

        /// <summary>The device id is missing, has spaces or control characters, or has not 10 to 128 bytes.</summary>
        /// <remarks>
        /// <para>Seen by: Who signs in with a device id.</para>
        /// <para>What to do: Use another id.</para>
        /// </remarks>
        public const string InvalidDeviceId = "invalid_device_id";

        /// <summary>The e-mail address is missing, has not the form of one, or has not 10 to 255 bytes.</summary>
        /// <remarks>
        /// <para>Seen by: Who signs in with e-mail.</para>
        /// <para>What to do: Ask the player again.</para>
        /// </remarks>
        public const string InvalidEmail = "invalid_email";

        /// <summary>The password is missing, or has fewer than 8 characters.</summary>
        /// <remarks>
        /// <para>Seen by: Who signs in with e-mail.</para>
        /// <para>What to do: Ask the player again.</para>
        /// </remarks>
        public const string InvalidPassword = "invalid_password";

        /// <summary>The user name is empty, has spaces or control characters, or has more than 128 bytes.</summary>
        /// <remarks>
        /// <para>Seen by: Who creates an account by signing in; who follows users.</para>
        /// <para>What to do: Use another name.</para>
        /// </remarks>
        public const string InvalidUsername = "invalid_username";

        /// <summary>
        /// The session token is missing, wrong or expired, or was made invalid. The socket does not open
        /// with it.
        /// </summary>
        /// <remarks>
        /// <para>Seen by: Who connects, and whoever calls anything over HTTP but signing in.</para>
        /// <para>What to do: Refresh the session, or sign in again.</para>
        /// </remarks>
        public const string Unauthenticated = "unauthenticated";

        /// <summary>A list may have 1 to 100 entries.</summary>
        /// <remarks>
        /// <para>Seen by: Who lists parties or notifications.</para>
        /// <para>What to do: Choose another limit.</para>
        /// </remarks>
        public const string InvalidLimit = "invalid_limit";

        /// <summary>The list could not be made. Most often the query or the cursor cannot be read.</summary>
        /// <remarks>
        /// <para>Seen by: Who lists parties or notifications.</para>
        /// <para>What to do: Correct the query; start again without a cursor.</para>
        /// </remarks>
        public const string ListFailed = "list_failed";

        /// <summary>The body of a request may have 262144 bytes.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone, over HTTP.</para>
        /// <para>What to do: Send less.</para>
        /// </remarks>
        public const string RequestTooLarge = "request_too_large";

        /// <summary>There is no such thing, or no such address on this server.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone, over HTTP.</para>
        /// <para>What to do: Check the address, and the version of the server.</para>
        /// </remarks>
        public const string NotFound = "not_found";

        /// <summary>There is such a thing already.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone, over HTTP.</para>
        /// <para>What to do: Use that.</para>
        /// </remarks>
        public const string AlreadyExists = "already_exists";

        /// <summary>The player may not do this.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone, over HTTP.</para>
        /// <para>What to do: Do without.</para>
        /// </remarks>
        public const string PermissionDenied = "permission_denied";

        /// <summary>That was too much in too short a time.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone, over HTTP.</para>
        /// <para>What to do: Wait, then try again, less often each time.</para>
        /// </remarks>
        public const string RateLimited = "rate_limited";

        /// <summary>The server does not know this call.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone, over HTTP.</para>
        /// <para>What to do: Update the server, or do without.</para>
        /// </remarks>
        public const string Unimplemented = "unimplemented";

        /// <summary>The server, or something in front of it, cannot answer now.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone, over HTTP.</para>
        /// <para>What to do: Wait, then try again.</para>
        /// </remarks>
        public const string Unavailable = "unavailable";

        /// <summary>The server has understood the request and refused it. The message says why.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone.</para>
        /// <para>What to do: What the message says.</para>
        /// </remarks>
        public const string InvalidInput = "invalid_input";

        /// <summary>Something has failed inside the server.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone.</para>
        /// <para>What to do: Try again; look into the server's log.</para>
        /// </remarks>
        public const string ServerError = "server_error";

        /// <summary>An argument is not what it has to be. Nothing was sent.</summary>
        /// <remarks>
        /// <para>Seen by: Who makes the call.</para>
        /// <para>What to do: Correct the call; the message names the argument.</para>
        /// </remarks>
        public const string InvalidArgument = "invalid_argument";

        /// <summary>There was no answer in time. Whether the server has done it is not known.</summary>
        /// <remarks>
        /// <para>Seen by: Who waits for an answer.</para>
        /// <para>What to do: Look how things stand before trying again.</para>
        /// </remarks>
        public const string Timeout = "timeout";

        /// <summary>The caller has called it off. What was sent may still take effect.</summary>
        /// <remarks>
        /// <para>Seen by: Who made the call with a signal.</para>
        /// <para>What to do: Nothing.</para>
        /// </remarks>
        public const string Aborted = "aborted";

        /// <summary>The connection ended before the answer came. Whether the server has done it is not known.</summary>
        /// <remarks>
        /// <para>Seen by: Who waits for an answer.</para>
        /// <para>What to do: Connect again, and look how things stand before trying again.</para>
        /// </remarks>
        public const string Disconnected = "disconnected";

        /// <summary>The socket is not open. Nothing was sent.</summary>
        /// <remarks>
        /// <para>Seen by: Who makes the call.</para>
        /// <para>What to do: Connect first.</para>
        /// </remarks>
        public const string NotConnected = "not_connected";

        /// <summary>The socket could not be opened. The server cannot be reached, or has refused it.</summary>
        /// <remarks>
        /// <para>Seen by: Who connects.</para>
        /// <para>What to do: Check address and port; wait, then try again.</para>
        /// </remarks>
        public const string ConnectionFailed = "connection_failed";

        /// <summary>The session and its refresh token have expired. Nothing was sent.</summary>
        /// <remarks>
        /// <para>Seen by: Who uses a session after a long while.</para>
        /// <para>What to do: Sign in again.</para>
        /// </remarks>
        public const string SessionExpired = "session_expired";

        /// <summary>The message is larger than the server takes. Nothing was sent.</summary>
        /// <remarks>
        /// <para>Seen by: Who sends a message.</para>
        /// <para>What to do: Send less at a time; a frame may have 4096 bytes.</para>
        /// </remarks>
        public const string MessageTooLarge = "message_too_large";

        /// <summary>The server has sent something that cannot be read.</summary>
        /// <remarks>
        /// <para>Seen by: Who waits for an answer.</para>
        /// <para>What to do: Check that the address is that of a game server, and that its version fits.</para>
        /// </remarks>
        public const string MalformedMessage = "malformed_message";

        /// <summary>The server has answered with another message than the call has as its answer.</summary>
        /// <remarks>
        /// <para>Seen by: Who waits for an answer.</para>
        /// <para>What to do: Check that the server's version fits.</para>
        /// </remarks>
        public const string UnexpectedReply = "unexpected_reply";

        /// <summary>The server could not be reached over HTTP, or the connection broke.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone, over HTTP.</para>
        /// <para>What to do: Check the address; wait, then try again.</para>
        /// </remarks>
        public const string NetworkError = "network_error";

        /// <summary>A handler that the game has given to an event has thrown, or its promise has rejected.</summary>
        /// <remarks>
        /// <para>Seen by: Who listens to errors.</para>
        /// <para>What to do: Correct the handler; the cause is what it has thrown. Nothing else was affected.</para>
        /// </remarks>
        public const string HandlerFailed = "handler_failed";

        /// <summary>None of the above.</summary>
        /// <remarks>
        /// <para>Seen by: Anyone.</para>
        /// <para>What to do: Read the message.</para>
        /// </remarks>
        public const string Unknown = "unknown";
    }

    /// <summary>How a server says each error.</summary>
    internal static class ErrorSigns
    {
        /// <summary>By the number of an <c>Error</c> envelope.</summary>
        public static readonly ErrorSign[] Realtime =
        {
            new ErrorSign(3, "Invalid party ID", ErrorCode.InvalidPartyId),
            new ErrorSign(3, "Invalid presence", ErrorCode.InvalidPresence),
            new ErrorSign(3, "Invalid party max size", ErrorCode.InvalidPartySize),
            new ErrorSign(3, "party not found", ErrorCode.PartyNotFound),
            new ErrorSign(3, "party closed", ErrorCode.PartyClosed),
            new ErrorSign(3, "party full", ErrorCode.PartyFull),
            new ErrorSign(3, "party join requests full", ErrorCode.PartyJoinRequestsFull),
            new ErrorSign(3, "party join request duplicate", ErrorCode.PartyJoinRequestDuplicate),
            new ErrorSign(3, "party join request already member", ErrorCode.PartyAlreadyMember),
            new ErrorSign(3, "party leader only", ErrorCode.PartyLeaderOnly),
            new ErrorSign(3, "party member not found", ErrorCode.PartyMemberNotFound),
            new ErrorSign(3, "party join request not found", ErrorCode.PartyJoinRequestNotFound),
            new ErrorSign(3, "party could not accept request", ErrorCode.PartyAcceptFailed),
            new ErrorSign(3, "party could not remove", ErrorCode.PartyRemoveFailed),
            new ErrorSign(3, "party cannot remove self", ErrorCode.PartyCannotRemoveSelf),
            new ErrorSign(3, "party label too long", ErrorCode.PartyLabelTooLong),
            new ErrorSign(3, "failed to unmarshal party label", ErrorCode.PartyLabelInvalid),
            new ErrorSign(3, "party is hidden and label is not empty", ErrorCode.PartyHiddenWithLabel),
            new ErrorSign(0, "Failed to create party", ErrorCode.PartyCreateFailed),
            new ErrorSign(0, "Error tracking party creation", ErrorCode.PartyCreateFailed),
            new ErrorSign(0, "Error tracking party join", ErrorCode.PartyJoinFailed),
            new ErrorSign(3, "Invalid minimum count", ErrorCode.InvalidMinCount),
            new ErrorSign(3, "Invalid maximum count", ErrorCode.InvalidMaxCount),
            new ErrorSign(3, "Invalid count multiple", ErrorCode.InvalidCountMultiple),
            new ErrorSign(3, "matchmaker query invalid", ErrorCode.MatchmakerQueryInvalid),
            new ErrorSign(3, "matchmaker too many tickets", ErrorCode.MatchmakerTooManyTickets),
            new ErrorSign(0, "Error adding to matchmaker", ErrorCode.MatchmakerAddFailed),
            new ErrorSign(3, "Invalid matchmaker ticket", ErrorCode.InvalidMatchmakerTicket),
            new ErrorSign(3, "matchmaker ticket not found", ErrorCode.MatchmakerTicketNotFound),
            new ErrorSign(3, "Matchmaker ticket not found", ErrorCode.MatchmakerTicketNotFound),
            new ErrorSign(3, "Invalid user identifier", ErrorCode.InvalidUserId),
            new ErrorSign(3, "Status must be 2048 characters or less", ErrorCode.StatusTooLong),
            new ErrorSign(3, "RPC ID must be set", ErrorCode.RpcIdMissing),
            new ErrorSign(1, "Requested resource was not found", ErrorCode.DisabledByServer),
            new ErrorSign(3, "Invalid username", ErrorCode.InvalidUsername),
            new ErrorSign(6, "", ErrorCode.RpcNotFound),
            new ErrorSign(7, "", ErrorCode.ServerFunctionFailed),
            new ErrorSign(2, "", ErrorCode.MissingMessage),
            new ErrorSign(1, "", ErrorCode.UnrecognizedMessage),
            new ErrorSign(4, "", ErrorCode.MatchNotFound),
            new ErrorSign(5, "", ErrorCode.MatchJoinRejected),
            new ErrorSign(3, "", ErrorCode.InvalidInput),
            new ErrorSign(0, "", ErrorCode.ServerError),
        };

        /// <summary>By gRPC code, or by HTTP status where an answer has none.</summary>
        public static readonly ErrorSign[] Http =
        {
            new ErrorSign(3, "RPC ID must be set", ErrorCode.RpcIdMissing),
            new ErrorSign(5, "RPC function not found", ErrorCode.RpcNotFound),
            new ErrorSign(16, "Server key", ErrorCode.ServerKeyInvalid),
            new ErrorSign(16, "HTTP key invalid", ErrorCode.HttpKeyInvalid),
            new ErrorSign(16, "Auth token or HTTP key required", ErrorCode.HttpKeyInvalid),
            new ErrorSign(16, "Refresh token", ErrorCode.RefreshTokenInvalid),
            new ErrorSign(3, "Refresh token", ErrorCode.RefreshTokenInvalid),
            new ErrorSign(16, "Invalid credentials", ErrorCode.InvalidCredentials),
            new ErrorSign(5, "User account not found", ErrorCode.AccountNotFound),
            new ErrorSign(7, "User account banned", ErrorCode.AccountBanned),
            new ErrorSign(6, "Username is already in use", ErrorCode.UsernameTaken),
            new ErrorSign(3, "Custom ID", ErrorCode.InvalidCustomId),
            new ErrorSign(3, "Device ID", ErrorCode.InvalidDeviceId),
            new ErrorSign(3, "Email", ErrorCode.InvalidEmail),
            new ErrorSign(3, "Invalid email", ErrorCode.InvalidEmail),
            new ErrorSign(3, "Password", ErrorCode.InvalidPassword),
            new ErrorSign(3, "Username", ErrorCode.InvalidUsername),
            new ErrorSign(3, "Invalid username", ErrorCode.InvalidUsername),
            new ErrorSign(3, "Invalid limit", ErrorCode.InvalidLimit),
            new ErrorSign(13, "Error listing matches", ErrorCode.ListFailed),
            new ErrorSign(13, "Error retrieving notifications", ErrorCode.ListFailed),
            new ErrorSign(3, "http: request body too large", ErrorCode.RequestTooLarge),
            new ErrorSign(16, "", ErrorCode.Unauthenticated),
            new ErrorSign(401, "", ErrorCode.Unauthenticated),
            new ErrorSign(413, "", ErrorCode.RequestTooLarge),
            new ErrorSign(5, "", ErrorCode.NotFound),
            new ErrorSign(404, "", ErrorCode.NotFound),
            new ErrorSign(6, "", ErrorCode.AlreadyExists),
            new ErrorSign(7, "", ErrorCode.PermissionDenied),
            new ErrorSign(403, "", ErrorCode.PermissionDenied),
            new ErrorSign(8, "", ErrorCode.RateLimited),
            new ErrorSign(429, "", ErrorCode.RateLimited),
            new ErrorSign(12, "", ErrorCode.Unimplemented),
            new ErrorSign(501, "", ErrorCode.Unimplemented),
            new ErrorSign(14, "", ErrorCode.Unavailable),
            new ErrorSign(4, "", ErrorCode.Unavailable),
            new ErrorSign(502, "", ErrorCode.Unavailable),
            new ErrorSign(503, "", ErrorCode.Unavailable),
            new ErrorSign(504, "", ErrorCode.Unavailable),
            new ErrorSign(3, "", ErrorCode.InvalidInput),
            new ErrorSign(9, "", ErrorCode.InvalidInput),
            new ErrorSign(11, "", ErrorCode.InvalidInput),
            new ErrorSign(400, "", ErrorCode.InvalidInput),
            new ErrorSign(2, "", ErrorCode.ServerError),
            new ErrorSign(13, "", ErrorCode.ServerError),
            new ErrorSign(15, "", ErrorCode.ServerError),
            new ErrorSign(500, "", ErrorCode.ServerError),
        };
    }
}
