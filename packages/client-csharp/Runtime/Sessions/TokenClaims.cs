using System;
using System.Collections.Generic;
using System.Text;
using Newtonsoft.Json;

namespace Parties
{
    /// <summary>
    /// What a token says, which is a JWT. Its signature is the server's business: a client could not check it.
    /// </summary>
    internal sealed class TokenClaims
    {
        public string UserId { get; private set; }

        public string Username { get; private set; }

        public IReadOnlyDictionary<string, string> Vars { get; private set; }

        /// <summary>In seconds since the Unix epoch.</summary>
        public long ExpireTime { get; private set; }

        /// <exception cref="PartyException"><c>invalid_argument</c>, naming the argument that is no token.</exception>
        public static TokenClaims Read(string argument, string token)
        {
            TokenClaims claims = null;
            try
            {
                var parts = (token ?? "").Split('.');
                if (parts.Length == 3)
                {
                    var fields = JsonFields.Parse(Decode(parts[1]));
                    claims = new TokenClaims
                    {
                        UserId = fields.Text("uid"),
                        Username = fields.Text("usn"),
                        Vars = fields.TextMap("vrs"),
                        ExpireTime = fields.Int64("exp"),
                    };
                }
            }
            catch (JsonException)
            {
                claims = null;
            }
            catch (FormatException)
            {
                claims = null;
            }
            if (claims == null || claims.UserId == "" || claims.ExpireTime == 0)
            {
                throw Failure.InvalidArgument(argument, "is no token");
            }
            return claims;
        }

        /// <summary>A JWT is in the alphabet of URLs.</summary>
        private static string Decode(string part)
        {
            var base64 = part.Replace('-', '+').Replace('_', '/').TrimEnd('=');
            var bytes = Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
            return Encoding.UTF8.GetString(bytes);
        }
    }
}
