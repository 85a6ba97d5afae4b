// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

namespace Parties
{
    /// <summary>The classes of errors on the socket. What exactly went wrong is in the message.</summary>
    public static class RealtimeErrorCode
    {
        /// <summary>The server failed, or server code threw. Absent in JSON, as every zero is.</summary>
        public const int RuntimeException = 0;

        /// <summary>
        /// The message is none that a client may send, or the server has it switched off. The connection
        /// is closed in the first case and in the second.
        /// </summary>
        public const int UnrecognizedPayload = 1;

        /// <summary>The envelope has no message. The connection is closed.</summary>
        public const int MissingPayload = 2;

        /// <summary>The request was understood and refused. The message says why.</summary>
        public const int BadInput = 3;

        /// <summary>No such match.</summary>
        public const int MatchNotFound = 4;

        /// <summary>The match did not let the caller in.</summary>
        public const int MatchJoinRejected = 5;

        /// <summary>No function is registered under this id.</summary>
        public const int RuntimeFunctionNotFound = 6;

        /// <summary>A function of the game's own server code has refused or failed; the message is its own.</summary>
        public const int RuntimeFunctionException = 7;
    }

    /// <summary>What streams are for. Those of parties and of status are kept by the server itself.</summary>
    public static class StreamMode
    {
        /// <summary>Notifications of one user.</summary>
        public const int Notifications = 0;

        /// <summary>Status of one user.</summary>
        public const int Status = 1;

        /// <summary>A chat room.</summary>
        public const int Channel = 2;

        /// <summary>A group's chat.</summary>
        public const int Group = 3;

        /// <summary>A chat of two.</summary>
        public const int DirectMessage = 4;

        /// <summary>A match whose messages the server relays.</summary>
        public const int MatchRelayed = 5;

        /// <summary>A match that server code runs.</summary>
        public const int MatchAuthoritative = 6;

        /// <summary>A party.</summary>
        public const int Party = 7;
    }

    /// <summary>What notifications are about. Numbers above zero are the game's own.</summary>
    public static class NotificationCode
    {
        /// <summary>None in particular.</summary>
        public const int Unspecified = 0;

        /// <summary>Somebody wants to chat.</summary>
        public const int DmRequest = -1;

        /// <summary>Somebody wants to be friends.</summary>
        public const int FriendRequest = -2;

        /// <summary>A friend request was accepted.</summary>
        public const int FriendAccept = -3;

        /// <summary>The user is in a group now.</summary>
        public const int GroupAdd = -4;

        /// <summary>Somebody wants to join a group the user administers.</summary>
        public const int GroupJoinRequest = -5;

        /// <summary>A friend has joined the game.</summary>
        public const int FriendJoinGame = -6;

        /// <summary>The session ends because the user has connected elsewhere and may only have one connection.</summary>
        public const int SingleSocket = -7;

        /// <summary>The session ends because the user is banned.</summary>
        public const int UserBanned = -8;

        /// <summary>A friend has ended the friendship.</summary>
        public const int FriendRemove = -9;
    }
}
