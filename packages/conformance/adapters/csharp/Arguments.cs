using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Newtonsoft.Json.Linq;
using Parties;

namespace PartyAdapter
{
    /// <summary>What a call is given. What is absent is null: the SDK's own default.</summary>
    internal sealed class Arguments
    {
        private readonly JObject json;

        public readonly TimeSpan? Timeout;
        public readonly CancellationToken Token;

        public Arguments(JObject json, TimeSpan? timeout, CancellationToken token)
        {
            this.json = json;
            Timeout = timeout;
            Token = token;
        }

        public string Text(string name)
        {
            return (string)json[name];
        }

        public bool? Bool(string name)
        {
            return (bool?)json[name];
        }

        public int? Int(string name)
        {
            return (int?)json[name];
        }

        public List<string> Texts(string name)
        {
            return json[name] == null ? null : json[name].Select(item => (string)item).ToList();
        }

        public Dictionary<string, string> TextMap(string name)
        {
            return Map(name, value => (string)value);
        }

        public Dictionary<string, double> NumberMap(string name)
        {
            return Map(name, value => (double)value);
        }

        public UserPresence Presence()
        {
            var presence = json["presence"];
            if (presence == null) return null;
            return new UserPresence((string)presence["userId"], (string)presence["sessionId"], (string)presence["username"]);
        }

        private Dictionary<string, T> Map<T>(string name, Func<JToken, T> read)
        {
            var map = (JObject)json[name];
            return map == null ? null : map.Properties().ToDictionary(entry => entry.Name, entry => read(entry.Value));
        }
    }
}
