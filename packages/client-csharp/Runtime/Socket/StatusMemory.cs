using System.Collections.Generic;
using System.Linq;

namespace Parties
{
    /// <summary>What the server forgets with a connection: the player's status, and whom the player follows.</summary>
    internal sealed class StatusMemory
    {
        private readonly List<string> userIds = new List<string>();
        private readonly List<string> usernames = new List<string>();
        private volatile StatusUpdate update;

        /// <summary>What the game last asked for; null until it does. A status of null is to appear offline.</summary>
        public StatusUpdate Update
        {
            get { return update; }
        }

        /// <summary>Whom to follow again; null for nobody.</summary>
        public StatusFollow Follows
        {
            get
            {
                if (userIds.Count + usernames.Count == 0) return null;
                return new StatusFollow { UserIds = userIds.ToArray(), Usernames = usernames.ToArray() };
            }
        }

        /// <summary>Takes note of a request that the server has agreed to.</summary>
        public void Note(object request)
        {
            update = request as StatusUpdate ?? update;
            var follow = request as StatusFollow;
            if (follow != null)
            {
                userIds.AddRange(follow.UserIds.Except(userIds));
                usernames.AddRange(follow.Usernames.Except(usernames));
            }
            var unfollow = request as StatusUnfollow;
            if (unfollow != null) userIds.RemoveAll(id => unfollow.UserIds.Contains(id));
        }
    }
}
