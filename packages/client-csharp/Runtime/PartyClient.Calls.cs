using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    // What a player can ask of the server over HTTP.
    public sealed partial class PartyClient
    {
        /// <summary>
        /// Lists parties that are not hidden. What was created or changed within the last second may not be in the list
        /// yet; a party without a label is listed with the label <c>{}</c>.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_limit</c> and <c>list_failed</c> (a query or cursor that the server cannot read).
        /// </remarks>
        /// <param name="limit">At most how many, 1 to 100. Default 10.</param>
        /// <param name="open">Only open parties, or only closed ones. Default both.</param>
        /// <param name="query">
        /// What to look for, in the server's query language: <c>+label.mode:duo</c>. Default everything.
        /// </param>
        /// <param name="cursor">That of the page before; everything else has to be as it was for that page.</param>
        public Task<PartyList> ListPartiesAsync(
            Session session,
            int? limit = null,
            bool? open = null,
            string query = null,
            string cursor = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return http.AsPlayerAsync(
                "ListParties",
                session,
                () => HttpOperations.ListParties(new ListPartiesRequest
                {
                    Limit = limit == null ? (int?)null : Check.Range("limit", limit.Value, 1, Limits.MaxListLimit),
                    Open = open,
                    Query = query,
                    Cursor = cursor,
                }),
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Lists the player's stored notifications, oldest first. The cursor is set on the last page too: kept, it finds
        /// later what has come since.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_limit</c> and <c>list_failed</c> (a cursor that the server cannot read).
        /// </remarks>
        /// <param name="limit">At most how many, 1 to 100.</param>
        /// <param name="cacheableCursor">That of a page before, to go on after it. Default from the oldest.</param>
        public Task<NotificationList> ListNotificationsAsync(
            Session session,
            int limit = Limits.MaxListLimit,
            string cacheableCursor = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return http.AsPlayerAsync(
                "ListNotifications",
                session,
                () => HttpOperations.ListNotifications(new ListNotificationsRequest
                {
                    Limit = Check.Range("limit", limit, 1, Limits.MaxListLimit),
                    CacheableCursor = cacheableCursor,
                }),
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>Deletes stored notifications of the player. Ids that are not there are ignored.</summary>
        /// <remarks>Ends also with <c>invalid_input</c>.</remarks>
        public Task DeleteNotificationsAsync(
            Session session,
            IEnumerable<string> ids,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return http.AsPlayerAsync(
                "DeleteNotifications",
                session,
                () => HttpOperations.DeleteNotifications(new DeleteNotificationsRequest { Ids = Check.Names("ids", ids) }),
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Calls a function that the game's own server code has registered; it ends with what that returns.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>rpc_not_found</c>, <c>invalid_input</c>, <c>request_too_large</c>,
        /// <c>server_function_failed</c>, and whatever the function answers.
        /// </remarks>
        /// <param name="id">The name the function is registered under.</param>
        /// <param name="payload">What the function gets: any text, often JSON.</param>
        public async Task<Rpc> RpcAsync(
            Session session,
            string id,
            string payload = "",
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            var result = await http.AsPlayerAsync(
                "CallRpc",
                session,
                () => HttpOperations.CallRpc(new Rpc { Id = Check.Name("id", id), Payload = payload ?? "" }),
                new CallBounds(timeout, cancellationToken)).ConfigureAwait(false);
            // The server's answer does not repeat the id.
            result.Id = id;
            return result;
        }
    }
}
