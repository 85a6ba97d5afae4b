// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

namespace Parties
{
    /// <summary>Every call over HTTP, as a request that is ready to be sent.</summary>
    internal static class HttpOperations
    {
        /// <summary>Signs in with an id of the game's choice, for example from its own account system.</summary>
        /// <remarks>
        /// <para>Creates the account when there is none, unless <c>Create</c> is false.</para>
        /// <para>
        /// Errors: <c>invalid_custom_id</c>, <c>invalid_username</c>, <c>account_not_found</c>, <c>account_banned</c>,
        /// <c>username_taken</c>.
        /// </para>
        /// </remarks>
        public static HttpCall<SessionTokens> AuthenticateCustom(AuthenticateCustomRequest request)
        {
            var call = new HttpCall<SessionTokens>(
                "AuthenticateCustom", "POST", "/v2/account/authenticate/custom", HttpAuth.ServerKey, SessionTokens.Read);
            call.Query("create", request.Create);
            call.Query("username", request.Username);
            call.Body(request.Account);
            return call;
        }

        /// <summary>Signs in with the id of a device.</summary>
        /// <remarks>
        /// <para>Creates the account when there is none, unless <c>Create</c> is false.</para>
        /// <para>
        /// Errors: <c>invalid_device_id</c>, <c>invalid_username</c>, <c>account_not_found</c>, <c>account_banned</c>,
        /// <c>username_taken</c>.
        /// </para>
        /// </remarks>
        public static HttpCall<SessionTokens> AuthenticateDevice(AuthenticateDeviceRequest request)
        {
            var call = new HttpCall<SessionTokens>(
                "AuthenticateDevice", "POST", "/v2/account/authenticate/device", HttpAuth.ServerKey, SessionTokens.Read);
            call.Query("create", request.Create);
            call.Query("username", request.Username);
            call.Body(request.Account);
            return call;
        }

        /// <summary>
        /// Signs in with an e-mail address and a password, or with a user name and a password when the
        /// address is empty.
        /// </summary>
        /// <remarks>
        /// <para>
        /// Creates the account when there is none, unless <c>Create</c> is false; never when the address is
        /// empty.
        /// </para>
        /// <para>
        /// Errors: <c>invalid_email</c>, <c>invalid_password</c>, <c>invalid_username</c>, <c>invalid_credentials</c>,
        /// <c>account_not_found</c>, <c>account_banned</c>, <c>username_taken</c>.
        /// </para>
        /// </remarks>
        public static HttpCall<SessionTokens> AuthenticateEmail(AuthenticateEmailRequest request)
        {
            var call = new HttpCall<SessionTokens>(
                "AuthenticateEmail", "POST", "/v2/account/authenticate/email", HttpAuth.ServerKey, SessionTokens.Read);
            call.Query("create", request.Create);
            call.Query("username", request.Username);
            call.Body(request.Account);
            return call;
        }

        /// <summary>
        /// Trades a refresh token for a new pair of tokens. Works as long as the refresh token does, even
        /// when the session token has expired.
        /// </summary>
        /// <remarks>
        /// <para>Errors: <c>refresh_token_invalid</c>.</para>
        /// </remarks>
        public static HttpCall<SessionTokens> RefreshSession(SessionRefreshRequest request)
        {
            var call = new HttpCall<SessionTokens>(
                "RefreshSession", "POST", "/v2/account/session/refresh", HttpAuth.ServerKey, SessionTokens.Read);
            call.Body(request);
            return call;
        }

        /// <summary>Makes tokens invalid: those in the request, or, when it is empty, all that the user has.</summary>
        /// <remarks>
        /// <para>Errors: <c>unauthenticated</c>.</para>
        /// </remarks>
        public static HttpCall<Nothing> LogoutSession(SessionLogoutRequest request)
        {
            var call = new HttpCall<Nothing>(
                "LogoutSession", "POST", "/v2/session/logout", HttpAuth.Session, Nothing.Read);
            call.Body(request);
            return call;
        }

        /// <summary>Lists parties that are not hidden.</summary>
        /// <remarks>
        /// <para>The list may be about a second old. A party without a label is listed with the label <c>{}</c>.</para>
        /// <para>Errors: <c>invalid_limit</c>, <c>list_failed</c> (a query or cursor that cannot be read).</para>
        /// </remarks>
        public static HttpCall<PartyList> ListParties(ListPartiesRequest request)
        {
            var call = new HttpCall<PartyList>(
                "ListParties", "GET", "/v2/party", HttpAuth.Session, PartyList.Read);
            call.Query("limit", request.Limit);
            call.Query("open", request.Open);
            call.Query("query", request.Query);
            call.Query("cursor", request.Cursor);
            return call;
        }

        /// <summary>Lists the user's stored notifications, oldest first.</summary>
        /// <remarks>
        /// <para>Errors: <c>invalid_limit</c>, <c>list_failed</c> (a cursor that cannot be read).</para>
        /// </remarks>
        public static HttpCall<NotificationList> ListNotifications(ListNotificationsRequest request)
        {
            var call = new HttpCall<NotificationList>(
                "ListNotifications", "GET", "/v2/notification", HttpAuth.Session, NotificationList.Read);
            call.Query("limit", request.Limit);
            call.Query("cacheable_cursor", request.CacheableCursor);
            return call;
        }

        /// <summary>Deletes stored notifications of the user. Ids that are not there are ignored.</summary>
        /// <remarks>
        /// <para>Errors: <c>invalid_input</c>.</para>
        /// </remarks>
        public static HttpCall<Nothing> DeleteNotifications(DeleteNotificationsRequest request)
        {
            var call = new HttpCall<Nothing>(
                "DeleteNotifications", "DELETE", "/v2/notification", HttpAuth.Session, Nothing.Read);
            call.Query("ids", request.Ids);
            return call;
        }

        /// <summary>Calls a function that the game's own server code has registered, and returns what it returns.</summary>
        /// <remarks>
        /// <para>The payload travels as a JSON string: text that is JSON itself is encoded twice.</para>
        /// <para>
        /// Errors: <c>rpc_not_found</c>, <c>http_key_invalid</c>, <c>invalid_input</c>, <c>request_too_large</c>, and
        /// whatever the function itself answers.
        /// </para>
        /// </remarks>
        public static HttpCall<Rpc> CallRpc(Rpc request)
        {
            var call = new HttpCall<Rpc>(
                "CallRpc", "POST", "/v2/rpc/" + HttpCall.Escape(request.Id), HttpAuth.Session, Rpc.Read);
            call.Query("http_key", request.HttpKey);
            call.Body(request.Payload);
            return call;
        }

        /// <summary>Tells how busy the matchmaker is.</summary>
        public static HttpCall<MatchmakerStats> GetMatchmakerStats()
        {
            var call = new HttpCall<MatchmakerStats>(
                "GetMatchmakerStats", "GET", "/v2/matchmaker/stats", HttpAuth.Session, MatchmakerStats.Read);
            return call;
        }
    }
}
