using System;
using System.Collections.Generic;

namespace Parties
{
    /// <summary>
    /// A signed-in player: a session token, which opens sockets and authorises HTTP calls and lives for a minute by
    /// default, and a refresh token, which buys new ones and lives for an hour.
    /// </summary>
    /// <remarks>
    /// To stay signed in over a restart, keep both tokens and give them to <c>Session.Restore</c>. Refreshing changes
    /// a session in place: whoever holds it goes on with the new tokens. Every member can be used on any thread.
    /// </remarks>
    public sealed class Session
    {
        private static readonly DateTime Epoch = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        private volatile Tokens tokens;

        /// <summary>Whether signing in has created the account. False in a restored session.</summary>
        public bool Created { get; }

        /// <summary>The session token.</summary>
        public string AuthToken
        {
            get { return tokens.Token; }
        }

        /// <summary>The refresh token; empty if there is none.</summary>
        public string RefreshToken
        {
            get { return tokens.RefreshToken; }
        }

        /// <summary>Id of the player: a UUID.</summary>
        public string UserId
        {
            get { return tokens.Claims.UserId; }
        }

        /// <summary>Name of the player.</summary>
        public string Username
        {
            get { return tokens.Claims.Username; }
        }

        /// <summary>The variables that were given when signing in or refreshing.</summary>
        public IReadOnlyDictionary<string, string> Vars
        {
            get { return tokens.Claims.Vars; }
        }

        /// <summary>When the session token ends, in seconds since the Unix epoch.</summary>
        public long ExpireTime
        {
            get { return tokens.Claims.ExpireTime; }
        }

        /// <summary>When the refresh token ends, in seconds since the Unix epoch; 0 if there is none.</summary>
        public long RefreshExpireTime
        {
            get { return tokens.RefreshClaims == null ? 0 : tokens.RefreshClaims.ExpireTime; }
        }

        /// <summary>
        /// Whether the session token has ended by this machine's clock. An open socket stays open nevertheless.
        /// </summary>
        public bool IsExpired
        {
            get { return HasExpired(DateTime.UtcNow); }
        }

        /// <summary>Whether the refresh token has ended, or there is none: the player has to sign in again.</summary>
        public bool IsRefreshExpired
        {
            get { return HasRefreshExpired(DateTime.UtcNow); }
        }

        internal Session(SessionTokens tokens)
        {
            Created = tokens.Created;
            Update(tokens.Token, tokens.RefreshToken);
        }

        /// <summary>
        /// A session from tokens that were kept. Nothing is sent: whether the server still takes them shows with the
        /// first call.
        /// </summary>
        /// <param name="authToken">The session token; it may have expired.</param>
        /// <param name="refreshToken">The refresh token; without one the session cannot be refreshed.</param>
        /// <exception cref="PartyException"><c>invalid_argument</c>, naming the token that is none.</exception>
        public static Session Restore(string authToken, string refreshToken = null)
        {
            return new Session(new SessionTokens { Token = authToken, RefreshToken = refreshToken ?? "" });
        }

        /// <summary>Whether the session token has ended at a time, which is in UTC.</summary>
        public bool HasExpired(DateTime time)
        {
            return time >= Epoch.AddSeconds(ExpireTime);
        }

        /// <summary>Whether the refresh token has ended at a time, which is in UTC, or there is none.</summary>
        public bool HasRefreshExpired(DateTime time)
        {
            return time >= Epoch.AddSeconds(RefreshExpireTime);
        }

        /// <summary>
        /// Takes over new tokens of the same player. It throws for one that is none, and is then as it was.
        /// </summary>
        internal void Update(string token, string refreshToken)
        {
            tokens = new Tokens
            {
                Token = token,
                RefreshToken = refreshToken,
                Claims = TokenClaims.Read("authToken", token),
                RefreshClaims = refreshToken == "" ? null : TokenClaims.Read("refreshToken", refreshToken),
            };
        }

        /// <summary>Replaced as a whole, so that no thread sees half of a change.</summary>
        private sealed class Tokens
        {
            public string Token;
            public string RefreshToken;
            public TokenClaims Claims;
            public TokenClaims RefreshClaims;
        }
    }
}
