using System;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    // What else a socket can ask of the server.
    public sealed partial class PartySocket
    {
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
    }
}
