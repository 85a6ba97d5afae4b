using System;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>
    /// The address that a player connects to. Each attempt uses the tokens that the session has by then.
    /// </summary>
    internal sealed class ConnectTarget : IConnectTarget
    {
        private readonly Settings settings;
        private readonly HttpCaller http;
        private readonly SessionKeeper keeper;
        private readonly Session session;
        private readonly Func<bool> appearOnline;
        private readonly string langTag;

        /// <param name="appearOnline">How a new connection is to show the player.</param>
        /// <param name="langTag">Null for the server's default.</param>
        public ConnectTarget(
            Settings settings,
            HttpCaller http,
            SessionKeeper keeper,
            Session session,
            Func<bool> appearOnline,
            string langTag)
        {
            this.settings = settings;
            this.http = http;
            this.keeper = keeper;
            this.session = session;
            this.appearOnline = appearOnline;
            this.langTag = langTag;
        }

        public async Task<Uri> AddressAsync(Uri refused, CancellationToken cancellationToken)
        {
            var token = session.AuthToken;
            var isRefused = refused != null && refused.Query.Contains(HttpCall.Escape(token));
            await keeper.KeepFreshAsync(session, isRefused ? token : null, cancellationToken).ConfigureAwait(false);
            var lang = langTag == null ? "" : "&lang=" + HttpCall.Escape(langTag);
            var status = appearOnline() ? "true" : "false";
            return new Uri(
                settings.SocketUrl + "?token=" + HttpCall.Escape(session.AuthToken) + "&format=json&status=" + status + lang);
        }

        public Task<PartyException> ExplainAsync(Uri uri, CancellationToken cancellationToken)
        {
            return Refusal.ExplainAsync(http, settings, uri, cancellationToken);
        }
    }
}
