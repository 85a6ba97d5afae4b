using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;

namespace Parties.Tests
{
    /// <summary>
    /// An SDK in a world of its own: clock, network and transports are the test's, and everything that is set going has
    /// happened when a call returns.
    /// </summary>
    internal sealed class World
    {
        public const string PartyId = "11111111-1111-4111-8111-111111111111.node";

        public readonly FakeClock Clock = new FakeClock();
        public readonly FakeHttp Http = new FakeHttp();
        public readonly FakeTransports Transports = new FakeTransports();
        public readonly List<string> Log = new List<string>();
        public readonly PartyClientOptions Options;
        public readonly PartyClient Client;
        public readonly PartySocket Socket;
        public readonly Session Session;

        public World(Action<PartyClientOptions> change = null)
        {
            Options = new PartyClientOptions
            {
                Clock = Clock,
                Random = () => 0.5,
                Http = Http,
                Transport = Transports,
                Background = action => action(),
                UseSynchronizationContext = false,
                Log = (level, message, error) =>
                {
                    if (level >= LogLevel.Warning) Log.Add(level + ": " + message);
                },
            };
            if (change != null) change(Options);
            Client = new PartyClient(Options);
            Socket = Client.NewSocket();
            Session = SessionOf(3600, 7200);
        }

        public FakeTransport Line
        {
            get { return Transports.Last; }
        }

        /// <summary>A session whose tokens end so many seconds from now.</summary>
        public Session SessionOf(double seconds, double refreshSeconds, string name = "a")
        {
            return Session.Restore(Token(seconds, name), Token(refreshSeconds, name));
        }

        public string Token(double seconds, string name = "a")
        {
            var expires = (long)(Clock.Now.AddSeconds(seconds) - new DateTime(1970, 1, 1)).TotalSeconds;
            var claims = "{\"uid\":\"user-" + name + "\",\"usn\":\"" + name + "\",\"exp\":" + expires + "}";
            return "e30." + Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=') + ".s";
        }

        public World Connect()
        {
            var connecting = Socket.ConnectAsync(Session);
            Line.Open();
            Expect.Done(connecting);
            return this;
        }

        /// <summary>The player creates a party and leads it.</summary>
        public LiveParty Create(bool open = true)
        {
            var creating = Socket.CreatePartyAsync(open, 4);
            Line.Answer("party_create", Party("a", open, "a"));
            return Expect.Done(creating);
        }

        /// <summary>The server says that the player is in a party.</summary>
        public LiveParty Enter(string leader = "b", params string[] members)
        {
            Line.Say("{" + Party(leader, true, members.Length == 0 ? new[] { "b", "a" } : members) + "}");
            return Socket.GetParty(PartyId);
        }

        /// <summary>A party as the server writes it; the player is a.</summary>
        public static string Party(string leader, bool open, params string[] members)
        {
            var presences = new List<string>();
            foreach (var member in members) presences.Add(Presence(member));
            return "'party':{'party_id':'" + PartyId + "','open':" + (open ? "true" : "false") + ",'max_size':4"
                + ",'self':" + Presence("a") + ",'leader':" + Presence(leader)
                + ",'presences':[" + string.Join(",", presences) + "]}";
        }

        public static string Presence(string name)
        {
            return "{'user_id':'user-" + name + "','session_id':'session-" + name + "','username':'" + name + "'}";
        }

        public static UserPresence PresenceOf(string name)
        {
            return new UserPresence("user-" + name, "session-" + name, name);
        }

        /// <summary>A message about the party: its kind, and what it says beside the id.</summary>
        public void Say(string kind, string fields = null)
        {
            Line.Say("{'" + kind + "':{'party_id':'" + PartyId + "'" + (fields == null ? "" : "," + fields) + "}}");
        }
    }
}
