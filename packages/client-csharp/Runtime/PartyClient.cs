using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>
    /// The way to one server: signs players in, calls the server's HTTP interface, and makes sockets. Every member can
    /// be used on any thread.
    /// </summary>
    /// <remarks>
    /// Besides what each method names, every call can end with <c>invalid_argument</c> (an argument is refused before
    /// anything is sent), <c>network_error</c> (the server cannot be reached), <c>timeout</c>, <c>aborted</c>,
    /// <c>rate_limited</c>, <c>unavailable</c> and <c>server_error</c>; calls that sign in or refresh with
    /// <c>server_key_invalid</c>, calls that take a session with <c>unauthenticated</c> (the server takes neither its
    /// token nor its refresh token: the player has to sign in again). A session whose token is about to end is refreshed
    /// before, and one whose token is refused is refreshed once; <c>ReceivedSessionUpdated</c> tells it. Each call takes
    /// a <c>timeout</c>, by default that of the options, and a <c>cancellationToken</c>.
    /// </remarks>
    public sealed partial class PartyClient
    {
        private readonly PartyClientOptions options;
        private readonly Settings settings;
        private readonly SessionKeeper keeper;
        private readonly HttpCaller http;
        private readonly SynchronizationContext context;

        /// <summary>
        /// The SDK has refreshed a session by itself, for a game that keeps tokens over a restart. Handlers run where
        /// those of sockets do: in the synchronization context of the thread that made the client, if it has one.
        /// </summary>
        public event Action<Session> ReceivedSessionUpdated;

        /// <param name="options">Null for every default: a server on this machine.</param>
        /// <exception cref="PartyException"><c>invalid_argument</c></exception>
        public PartyClient(PartyClientOptions options = null)
        {
            this.options = options ?? new PartyClientOptions();
            settings = new Settings(this.options);
            context = this.options.UseSynchronizationContext ? SynchronizationContext.Current : null;
            keeper = new SessionKeeper(settings, RefreshAsync);
            http = new HttpCaller(settings, keeper);
        }

        /// <param name="scheme"><c>http</c> or <c>https</c>.</param>
        /// <param name="host">Host name or address, without scheme and port.</param>
        /// <param name="port">Port of HTTP and WebSocket.</param>
        /// <param name="serverKey">The server's key, which a game's clients share.</param>
        /// <exception cref="PartyException"><c>invalid_argument</c></exception>
        public PartyClient(string scheme, string host, int port, string serverKey)
            : this(OptionsOf(scheme, host, port, serverKey))
        {
        }

        /// <summary>
        /// A socket to the same server, which is not connected yet. A player needs one; each has its own connection.
        /// </summary>
        /// <param name="options">Null for those of this client.</param>
        public PartySocket NewSocket(SocketOptions options = null)
        {
            return new PartySocket(this, settings, options ?? this.options, http, keeper);
        }

        /// <summary>Signs in with an id of the game's choice, for example from its own account system.</summary>
        /// <remarks>
        /// Ends also with <c>invalid_custom_id</c>, <c>invalid_username</c>, <c>account_not_found</c> (only without
        /// <c>create</c>), <c>account_banned</c>, <c>username_taken</c>.
        /// </remarks>
        /// <param name="id">6 to 128 bytes, without spaces and control characters.</param>
        /// <param name="username">Name for a new account, at most 128 bytes. Default one the server makes up.</param>
        /// <param name="create">Whether to create the account if there is none.</param>
        /// <param name="vars">Variables to keep in the session's tokens, for server code to read.</param>
        public Task<Session> AuthenticateCustomAsync(
            string id,
            string username = null,
            bool create = true,
            IDictionary<string, string> vars = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return SignInAsync(
                "AuthenticateCustom",
                () => HttpOperations.AuthenticateCustom(new AuthenticateCustomRequest
                {
                    Account = new AccountCustom { Id = Check.Name("id", id), Vars = Check.Texts("vars", vars) },
                    Create = create,
                    Username = username,
                }),
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>Signs in with an id of the device, for players without an account of their own.</summary>
        /// <remarks>
        /// Ends also with <c>invalid_device_id</c>, <c>invalid_username</c>, <c>account_not_found</c> (only without
        /// <c>create</c>), <c>account_banned</c>, <c>username_taken</c>.
        /// </remarks>
        /// <param name="id">10 to 128 bytes, without spaces and control characters.</param>
        /// <param name="username">Name for a new account, at most 128 bytes. Default one the server makes up.</param>
        /// <param name="create">Whether to create the account if there is none.</param>
        /// <param name="vars">Variables to keep in the session's tokens, for server code to read.</param>
        public Task<Session> AuthenticateDeviceAsync(
            string id,
            string username = null,
            bool create = true,
            IDictionary<string, string> vars = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return SignInAsync(
                "AuthenticateDevice",
                () => HttpOperations.AuthenticateDevice(new AuthenticateDeviceRequest
                {
                    Account = new AccountDevice { Id = Check.Name("id", id), Vars = Check.Texts("vars", vars) },
                    Create = create,
                    Username = username,
                }),
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Signs in with an e-mail address and a password; with an empty address, <c>username</c> says who signs in, and
        /// no account is ever created.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_email</c>, <c>invalid_password</c>, <c>invalid_username</c>,
        /// <c>invalid_credentials</c>, <c>account_not_found</c>, <c>account_banned</c>, <c>username_taken</c>.
        /// </remarks>
        /// <param name="email">10 to 255 bytes, or empty.</param>
        /// <param name="password">At least 8 characters.</param>
        /// <param name="username">Name for a new account, at most 128 bytes. Default one the server makes up.</param>
        /// <param name="create">Whether to create the account if there is none.</param>
        /// <param name="vars">Variables to keep in the session's tokens, for server code to read.</param>
        public Task<Session> AuthenticateEmailAsync(
            string email,
            string password,
            string username = null,
            bool create = true,
            IDictionary<string, string> vars = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return SignInAsync(
                "AuthenticateEmail",
                () => HttpOperations.AuthenticateEmail(new AuthenticateEmailRequest
                {
                    Account = new AccountEmail
                    {
                        Email = Check.NotNull("email", email),
                        Password = Check.NotNull("password", password),
                        Vars = Check.Texts("vars", vars),
                    },
                    Create = create,
                    Username = username,
                }),
                new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Buys new tokens with the session's refresh token, also when the session token has ended, and writes them into
        /// the session.
        /// </summary>
        /// <remarks>Ends also with <c>refresh_token_invalid</c>: the player has to sign in again.</remarks>
        /// <param name="vars">New variables for the tokens. Default those they have.</param>
        /// <returns>The same session.</returns>
        public async Task<Session> SessionRefreshAsync(
            Session session,
            IDictionary<string, string> vars = null,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            const string operation = "RefreshSession";
            Func<HttpCall<SessionTokens>> build = () =>
            {
                if (session == null || session.RefreshToken == "")
                {
                    throw Failure.InvalidArgument("session", "has no refresh token");
                }
                return HttpOperations.RefreshSession(new SessionRefreshRequest
                {
                    Token = session.RefreshToken,
                    Vars = Check.Texts("vars", vars),
                });
            };
            var bounds = new CallBounds(timeout, cancellationToken);
            var tokens = await http.AsGameAsync(operation, build, bounds).ConfigureAwait(false);
            return Read(operation, () =>
            {
                session.Update(tokens.Token, tokens.RefreshToken);
                return session;
            });
        }

        /// <summary>Makes both tokens of the session invalid. Sockets that are open stay open.</summary>
        public Task SessionLogoutAsync(
            Session session,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return http.AsPlayerAsync(
                "LogoutSession",
                session,
                () => HttpOperations.LogoutSession(new SessionLogoutRequest
                {
                    Token = session.AuthToken,
                    RefreshToken = session.RefreshToken,
                }),
                new CallBounds(timeout, cancellationToken));
        }

        private async Task<Session> SignInAsync(
            string operation, Func<HttpCall<SessionTokens>> build, CallBounds bounds)
        {
            var tokens = await http.AsGameAsync(operation, build, bounds).ConfigureAwait(false);
            return Read(operation, () => new Session(tokens));
        }

        private async Task RefreshAsync(Session session, CancellationToken cancellationToken)
        {
            await SessionRefreshAsync(session, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (context == null) RaiseSessionUpdated(session);
            else context.Post(_ => RaiseSessionUpdated(session), null);
        }

        private void RaiseSessionUpdated(Session session)
        {
            var handlers = ReceivedSessionUpdated;
            if (handlers == null) return;
            foreach (var handler in handlers.GetInvocationList())
            {
                try
                {
                    ((Action<Session>)handler)(session);
                }
                catch (Exception cause)
                {
                    settings.Platform.Log(LogLevel.Error, nameof(ReceivedSessionUpdated) + ": " + cause.Message, cause);
                }
            }
        }

        /// <summary>Tokens that are none are the server's mistake, not that of an argument.</summary>
        private static Session Read(string operation, Func<Session> read)
        {
            try
            {
                return read();
            }
            catch (PartyException error)
            {
                throw Failure.Malformed(error).During(operation);
            }
        }

        private static PartyClientOptions OptionsOf(string scheme, string host, int port, string serverKey)
        {
            if (scheme != "http" && scheme != "https")
            {
                throw Failure.InvalidArgument("scheme", "has to be http or https");
            }
            return new PartyClientOptions { Host = host, Port = port, Ssl = scheme == "https", ServerKey = serverKey };
        }
    }
}
