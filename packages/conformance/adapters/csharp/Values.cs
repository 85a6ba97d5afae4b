using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json.Linq;
using Parties;

namespace PartyAdapter
{
    /// <summary>
    /// Values of the SDK as the contract writes them: every property that is set, bytes in base64, op codes in digits,
    /// times in RFC 3339. Nothing is repaired.
    /// </summary>
    internal static class Values
    {
        private const string Rfc3339 = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

        /// <summary>A message of the SDK, property by property.</summary>
        public static JObject Of(object message)
        {
            var result = new JObject();
            foreach (var property in message.GetType().GetProperties())
            {
                var name = char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);
                var value = Token(name, property.GetValue(message, null));
                if (value != null && !IsOurs(message, name)) result.Add(NameOf(message, name), value);
            }
            return result;
        }

        /// <summary>An error of the SDK.</summary>
        public static JObject Of(PartyException error)
        {
            var result = new JObject { { "code", error.Code }, { "message", error.Message } };
            if (error.RealtimeCode != null) result.Add("realtimeCode", error.RealtimeCode);
            if (error.HttpStatus != null) result.Add("httpStatus", error.HttpStatus);
            return result;
        }

        public static JObject Of(Session session)
        {
            return new JObject
            {
                { "created", session.Created },
                { "token", session.AuthToken },
                { "refreshToken", session.RefreshToken },
                { "userId", session.UserId },
                { "username", session.Username },
                { "vars", Token("vars", session.Vars) },
            };
        }

        /// <summary>What the contract asks of a party that was created.</summary>
        public static JObject Created(LiveParty party)
        {
            var result = Common(party);
            result.Add("presences", Token("presences", party.Presences));
            return result;
        }

        /// <summary>A live party as it is now.</summary>
        public static JObject Live(LiveParty party)
        {
            var result = Common(party);
            result.Add("members", Token("members", party.Members));
            result.Add("isLeader", party.IsLeader);
            result.Add("joinRequests", Token("joinRequests", party.JoinRequests));
            result.Add("tickets", Token("tickets", party.Tickets));
            result.Add("stale", party.Stale);
            return result;
        }

        private static JObject Common(LiveParty party)
        {
            return new JObject
            {
                { "partyId", party.Id },
                { "open", party.Open },
                { "hidden", party.Hidden },
                { "maxSize", party.MaxSize },
                { "label", party.Label },
                { "self", Of(party.Self) },
                { "leader", Of(party.Leader) },
            };
        }

        /// <summary>What the SDK has beyond the contract: a second name, another form of the same.</summary>
        private static bool IsOurs(object message, string name)
        {
            return (message is Party && name == "id") || (message is PartyData && (name == "text" || name == "isOwn"));
        }

        private static string NameOf(object message, string name)
        {
            return message is Notifications && name == "items" ? "notifications" : name;
        }

        private static JToken Token(string name, object value)
        {
            if (value == null) return null;
            if (name == "opCode") return Convert.ToString(value, CultureInfo.InvariantCulture);
            if (value is byte[]) return Convert.ToBase64String((byte[])value);
            if (value is DateTime) return ((DateTime)value).ToString(Rfc3339, CultureInfo.InvariantCulture);
            if (value is string || value is bool || value is int || value is double) return new JValue(value);
            if (value is IReadOnlyDictionary<string, string>) return JObject.FromObject(value);
            if (value is IReadOnlyDictionary<string, double>) return JObject.FromObject(value);
            var list = value as IEnumerable<object>;
            if (list != null) return new JArray(list.Select(item => Token("", item)));
            return Of(value);
        }
    }
}
