namespace Parties
{
    public sealed partial class UserPresence
    {
        internal UserPresence()
        {
        }

        /// <summary>A presence that was kept elsewhere, to accept, remove or promote a player by.</summary>
        public UserPresence(string userId, string sessionId, string username)
        {
            UserId = userId;
            SessionId = sessionId;
            Username = username;
        }

        /// <summary>The name of the user.</summary>
        public override string ToString()
        {
            return Username;
        }
    }

    public sealed partial class Party
    {
        /// <summary>The same as <c>PartyId</c>.</summary>
        public string Id
        {
            get { return PartyId; }
        }

        /// <summary>The id.</summary>
        public override string ToString()
        {
            return PartyId;
        }
    }
}
