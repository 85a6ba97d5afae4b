// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

using System;
using System.Collections.Generic;

namespace Parties
{
    /// <summary>A request that was refused.</summary>
    public sealed partial class RealtimeError
    {
        /// <summary>Class of the error: one of <c>Code</c>, as a number.</summary>
        public int Code { get; internal set; }

        /// <summary>What went wrong, in English, for a developer. Together with <c>Code</c> it identifies the error.</summary>
        public string Message { get; internal set; } = "";

        /// <summary>More about the error. Nakama leaves it empty.</summary>
        public IReadOnlyDictionary<string, string> Context { get; internal set; } = new Dictionary<string, string>();
    }

    /// <summary>One connected session of a user. A user who plays on two devices has two presences.</summary>
    public sealed partial class UserPresence
    {
        /// <summary>Id of the user: a UUID.</summary>
        public string UserId { get; internal set; } = "";

        /// <summary>Id of the session, new with every connection: a UUID.</summary>
        public string SessionId { get; internal set; } = "";

        /// <summary>Name of the user, as it was when the session connected.</summary>
        public string Username { get; internal set; } = "";

        /// <summary>Whether the presence keeps receiving messages while it is away. Parties never set it.</summary>
        public bool Persistence { get; internal set; }

        /// <summary>
        /// The status the user has set; only in presences of status events. Unset in all others, empty
        /// for a user who is online without a text.
        /// </summary>
        public string Status { get; internal set; }
    }

    /// <summary>A party, as its creator gets it in reply and as every new member gets it as an event.</summary>
    /// <remarks>
    /// <para>
    /// An event leaves <c>Label</c> and <c>Hidden</c> unset whatever they are (as Nakama does); a member learns
    /// them from <c>PartyUpdate</c> or from a listing.
    /// </para>
    /// </remarks>
    public sealed partial class Party : IAboutParty
    {
        /// <summary>Id of the party: a UUID, a dot, and the name of the server node that holds it.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>Whether anyone may join. If not, the leader accepts or rejects each player.</summary>
        public bool Open { get; internal set; }

        /// <summary>Whether listings leave the party out. Only set in the reply to its creator.</summary>
        public bool Hidden { get; internal set; }

        /// <summary>Most members there may be, 1 to 256.</summary>
        public int MaxSize { get; internal set; }

        /// <summary>The recipient's own presence in the party.</summary>
        public UserPresence Self { get; internal set; }

        /// <summary>The leader.</summary>
        public UserPresence Leader { get; internal set; }

        /// <summary>All members, the recipient and the leader included, in the order in which they joined.</summary>
        public IReadOnlyList<UserPresence> Presences { get; internal set; } = Array.Empty<UserPresence>();

        /// <summary>A JSON object that listings can be searched by. Only set in the reply to its creator.</summary>
        public string Label { get; internal set; } = "";
    }

    /// <summary>Request: create a party.</summary>
    public sealed partial class PartyCreate
    {
        /// <summary>Whether anyone may join. If not, the leader accepts or rejects each player.</summary>
        public bool Open { get; internal set; }

        /// <summary>Most members there may be, 1 to 256, the creator included.</summary>
        public int MaxSize { get; internal set; }

        /// <summary>
        /// A JSON object that listings can be searched by, at most 2048 bytes; empty for none. Servers
        /// before 3.28 close the connection when it is set.
        /// </summary>
        public string Label { get; internal set; } = "";

        /// <summary>Whether listings leave the party out. Servers before 3.28 close the connection when it is set.</summary>
        public bool Hidden { get; internal set; }
    }

    /// <summary>Request of the leader: replace label, open and hidden. Event: the leader has done so.</summary>
    public sealed partial class PartyUpdate : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>
        /// The new label: a JSON object of at most 2048 bytes, or empty for none. A hidden party has to
        /// have none.
        /// </summary>
        public string Label { get; internal set; } = "";

        /// <summary>Whether anyone may join from now on.</summary>
        public bool Open { get; internal set; }

        /// <summary>Whether listings leave the party out from now on.</summary>
        public bool Hidden { get; internal set; }
    }

    /// <summary>Request: join a party, or ask to.</summary>
    public sealed partial class PartyJoin : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";
    }

    /// <summary>Request: leave a party.</summary>
    public sealed partial class PartyLeave : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";
    }

    /// <summary>Request of the leader: make another member the leader.</summary>
    public sealed partial class PartyPromote : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>The member who is to lead. <c>UserId</c>, <c>SessionId</c> and <c>Username</c> all have to match.</summary>
        public UserPresence Presence { get; internal set; }
    }

    /// <summary>Event: a party has a new leader.</summary>
    public sealed partial class PartyLeader : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>The new leader.</summary>
        public UserPresence Presence { get; internal set; }
    }

    /// <summary>Request of the leader: let a player in who asked to join.</summary>
    public sealed partial class PartyAccept : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>The player, as in the join request. <c>UserId</c>, <c>SessionId</c> and <c>Username</c> all have to match.</summary>
        public UserPresence Presence { get; internal set; }
    }

    /// <summary>Request of the leader: remove a member, or reject a player who asked to join.</summary>
    public sealed partial class PartyRemove : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>The member or player. <c>UserId</c>, <c>SessionId</c> and <c>Username</c> all have to match.</summary>
        public UserPresence Presence { get; internal set; }
    }

    /// <summary>
    /// Request of the leader: end the party. Event: the party has ended, or the recipient was removed
    /// from it.
    /// </summary>
    public sealed partial class PartyClose : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";
    }

    /// <summary>Request of the leader: list who asks to join.</summary>
    public sealed partial class PartyJoinRequestList : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";
    }

    /// <summary>Players who ask to join a closed party.</summary>
    /// <remarks>
    /// <para>
    /// As an event it goes to the leader alone and holds the new request; as a reply it holds all that
    /// wait.
    /// </para>
    /// </remarks>
    public sealed partial class PartyJoinRequest : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>The players, oldest request first. A request stays when its player disconnects.</summary>
        public IReadOnlyList<UserPresence> Presences { get; internal set; } = Array.Empty<UserPresence>();
    }

    /// <summary>Request of the leader: look for a match with the whole party.</summary>
    public sealed partial class PartyMatchmakerAdd : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>Fewest players of a match, the party's own included; at least 2.</summary>
        public int MinCount { get; internal set; }

        /// <summary>Most players of a match; at least <c>MinCount</c>.</summary>
        public int MaxCount { get; internal set; }

        /// <summary>Which other tickets fit, in the query language; empty or <c>*</c> for all.</summary>
        public string Query { get; internal set; } = "";

        /// <summary>Text properties that the queries of other tickets are tested against.</summary>
        public IReadOnlyDictionary<string, string> StringProperties { get; internal set; } = new Dictionary<string, string>();

        /// <summary>Number properties that the queries of other tickets are tested against.</summary>
        public IReadOnlyDictionary<string, double> NumericProperties { get; internal set; } = new Dictionary<string, double>();

        /// <summary>
        /// The number of players has to be a multiple of this; at least 1, and it has to divide both
        /// counts. Unset for any number.
        /// </summary>
        public int? CountMultiple { get; internal set; }
    }

    /// <summary>Request of the leader: withdraw a ticket of the party.</summary>
    public sealed partial class PartyMatchmakerRemove : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>The ticket.</summary>
        public string Ticket { get; internal set; } = "";
    }

    /// <summary>The party looks for a match: reply to the leader, event to the other members.</summary>
    public sealed partial class PartyMatchmakerTicket : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>The ticket.</summary>
        public string Ticket { get; internal set; } = "";
    }

    /// <summary>Event: data from another member of a party.</summary>
    public sealed partial class PartyData : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>The member who has sent it.</summary>
        public UserPresence Presence { get; internal set; }

        /// <summary>What kind of data it is: any number the game gives a meaning.</summary>
        public long OpCode { get; internal set; }

        /// <summary>The data, as it was sent.</summary>
        public byte[] Data { get; internal set; } = Array.Empty<byte>();
    }

    /// <summary>Request: send data to the other members of a party.</summary>
    public sealed partial class PartyDataSend : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>What kind of data it is: any number the game gives a meaning.</summary>
        public long OpCode { get; internal set; }

        /// <summary>
        /// The data. The whole frame may have 4096 bytes, which in JSON leaves room for about 2900 bytes
        /// of data.
        /// </summary>
        public byte[] Data { get; internal set; } = Array.Empty<byte>();
    }

    /// <summary>Event: members came to a party or left it.</summary>
    public sealed partial class PartyPresenceEvent : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>Those who came. The recipient is among them when it has joined itself.</summary>
        public IReadOnlyList<UserPresence> Joins { get; internal set; } = Array.Empty<UserPresence>();

        /// <summary>Those who left, were removed or were disconnected.</summary>
        public IReadOnlyList<UserPresence> Leaves { get; internal set; } = Array.Empty<UserPresence>();
    }

    /// <summary>Followed users who are online.</summary>
    public sealed partial class Status
    {
        /// <summary>One presence for each session of theirs that has a status.</summary>
        public IReadOnlyList<UserPresence> Presences { get; internal set; } = Array.Empty<UserPresence>();
    }

    /// <summary>Request: follow users.</summary>
    public sealed partial class StatusFollow
    {
        /// <summary>Ids of users: UUIDs.</summary>
        public IReadOnlyList<string> UserIds { get; internal set; } = Array.Empty<string>();

        /// <summary>Names of users.</summary>
        public IReadOnlyList<string> Usernames { get; internal set; } = Array.Empty<string>();
    }

    /// <summary>Request: stop following users.</summary>
    public sealed partial class StatusUnfollow
    {
        /// <summary>Ids of users: UUIDs.</summary>
        public IReadOnlyList<string> UserIds { get; internal set; } = Array.Empty<string>();
    }

    /// <summary>Request: set the own status.</summary>
    public sealed partial class StatusUpdate
    {
        /// <summary>Any text of at most 2048 bytes. Empty: online without a text. Unset: appear offline.</summary>
        public string Status { get; internal set; }
    }

    /// <summary>Event: followed users came online, went offline or changed their status.</summary>
    public sealed partial class StatusPresenceEvent
    {
        /// <summary>Those who came online, or the new status of those who changed it.</summary>
        public IReadOnlyList<UserPresence> Joins { get; internal set; } = Array.Empty<UserPresence>();

        /// <summary>Those who went offline, or the previous status of those who changed it.</summary>
        public IReadOnlyList<UserPresence> Leaves { get; internal set; } = Array.Empty<UserPresence>();
    }

    /// <summary>Request: look for a match alone.</summary>
    public sealed partial class MatchmakerAdd
    {
        /// <summary>Fewest players of a match, the caller included; at least 2.</summary>
        public int MinCount { get; internal set; }

        /// <summary>Most players of a match; at least <c>MinCount</c>.</summary>
        public int MaxCount { get; internal set; }

        /// <summary>Which other tickets fit, in the query language; empty or <c>*</c> for all.</summary>
        public string Query { get; internal set; } = "";

        /// <summary>Text properties that the queries of other tickets are tested against.</summary>
        public IReadOnlyDictionary<string, string> StringProperties { get; internal set; } = new Dictionary<string, string>();

        /// <summary>Number properties that the queries of other tickets are tested against.</summary>
        public IReadOnlyDictionary<string, double> NumericProperties { get; internal set; } = new Dictionary<string, double>();

        /// <summary>
        /// The number of players has to be a multiple of this; at least 1, and it has to divide both
        /// counts. Unset for any number.
        /// </summary>
        public int? CountMultiple { get; internal set; }
    }

    /// <summary>A session looks for a match.</summary>
    public sealed partial class MatchmakerTicket
    {
        /// <summary>The ticket.</summary>
        public string Ticket { get; internal set; } = "";
    }

    /// <summary>Request: withdraw a ticket.</summary>
    public sealed partial class MatchmakerRemove
    {
        /// <summary>The ticket.</summary>
        public string Ticket { get; internal set; } = "";
    }

    /// <summary>Event: a match was found.</summary>
    public sealed partial class MatchmakerMatched
    {
        /// <summary>The recipient's ticket, or its party's. It has ended with this.</summary>
        public string Ticket { get; internal set; } = "";

        /// <summary>Id of a match that server code has made for these players.</summary>
        public string MatchId { get; internal set; }

        /// <summary>A token (a JWT, good for 30 seconds) with which the players meet in a match of their own.</summary>
        public string Token { get; internal set; }

        /// <summary>Everyone who is matched, the recipient included.</summary>
        public IReadOnlyList<MatchmakerUser> Users { get; internal set; } = Array.Empty<MatchmakerUser>();

        /// <summary>The recipient.</summary>
        public MatchmakerUser Self { get; internal set; }
    }

    /// <summary>A player in a match that was found.</summary>
    public sealed partial class MatchmakerUser : IAboutParty
    {
        /// <summary>Who it is.</summary>
        public UserPresence Presence { get; internal set; }

        /// <summary>Id of the party the player came with; empty for one who came alone.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>Text properties of the player's ticket.</summary>
        public IReadOnlyDictionary<string, string> StringProperties { get; internal set; } = new Dictionary<string, string>();

        /// <summary>Number properties of the player's ticket.</summary>
        public IReadOnlyDictionary<string, double> NumericProperties { get; internal set; } = new Dictionary<string, double>();
    }

    /// <summary>Event: notifications for the user, to each of the user's sessions.</summary>
    public sealed partial class Notifications
    {
        /// <summary>The notifications.</summary>
        public IReadOnlyList<Notification> Items { get; internal set; } = Array.Empty<Notification>();
    }

    /// <summary>Identifies a stream: a set of sessions that receive the same messages.</summary>
    public sealed partial class Stream
    {
        /// <summary>What the stream is for: one of <c>Mode</c>, or a number of the game's own above them.</summary>
        public int Mode { get; internal set; }

        /// <summary>What the stream belongs to, usually the id of a user, group, match or party.</summary>
        public string Subject { get; internal set; } = "";

        /// <summary>A second id, where one is not enough.</summary>
        public string Subcontext { get; internal set; } = "";

        /// <summary>A name; for party and match streams the name of the server node.</summary>
        public string Label { get; internal set; } = "";
    }

    /// <summary>Event: data on a stream that server code has put the session on.</summary>
    public sealed partial class StreamData
    {
        /// <summary>The stream.</summary>
        public Stream Stream { get; internal set; }

        /// <summary>Who has sent it. Unset when it was server code.</summary>
        public UserPresence Sender { get; internal set; }

        /// <summary>The data, as text.</summary>
        public string Data { get; internal set; } = "";

        /// <summary>Whether it was sent in a way that delivers every message. Always so over a WebSocket.</summary>
        public bool Reliable { get; internal set; }
    }

    /// <summary>Event: presences joined or left a stream that server code has put the session on.</summary>
    public sealed partial class StreamPresenceEvent
    {
        /// <summary>The stream.</summary>
        public Stream Stream { get; internal set; }

        /// <summary>Those who joined.</summary>
        public IReadOnlyList<UserPresence> Joins { get; internal set; } = Array.Empty<UserPresence>();

        /// <summary>Those who left.</summary>
        public IReadOnlyList<UserPresence> Leaves { get; internal set; } = Array.Empty<UserPresence>();
    }

    /// <summary>Request: answer with a <c>Pong</c>.</summary>
    public sealed partial class Ping
    {
    }

    /// <summary>Reply to a <c>Ping</c>.</summary>
    public sealed partial class Pong
    {
    }

    /// <summary>A pair of tokens: what signing in and refreshing return.</summary>
    public sealed partial class SessionTokens
    {
        /// <summary>Whether signing in has created the account.</summary>
        public bool Created { get; internal set; }

        /// <summary>
        /// The session token: a JWT whose <c>Exp</c> says until when it is good (60 seconds by default). Opens
        /// sockets and authorises HTTP calls.
        /// </summary>
        public string Token { get; internal set; } = "";

        /// <summary>The refresh token: a JWT, good for an hour by default.</summary>
        public string RefreshToken { get; internal set; } = "";
    }

    /// <summary>An account known by an id of the game's choice.</summary>
    public sealed partial class AccountCustom
    {
        /// <summary>The id: 6 to 128 bytes, without spaces and control characters.</summary>
        public string Id { get; internal set; } = "";

        /// <summary>Variables to store in the session's tokens, for server code to read.</summary>
        public IReadOnlyDictionary<string, string> Vars { get; internal set; } = new Dictionary<string, string>();
    }

    /// <summary>An account known by the id of a device.</summary>
    public sealed partial class AccountDevice
    {
        /// <summary>The id: 10 to 128 bytes, without spaces and control characters.</summary>
        public string Id { get; internal set; } = "";

        /// <summary>Variables to store in the session's tokens, for server code to read.</summary>
        public IReadOnlyDictionary<string, string> Vars { get; internal set; } = new Dictionary<string, string>();
    }

    /// <summary>An account known by an e-mail address.</summary>
    public sealed partial class AccountEmail
    {
        /// <summary>The address: 10 to 255 bytes. Empty to sign in with user name and password.</summary>
        public string Email { get; internal set; } = "";

        /// <summary>The password: at least 8 characters.</summary>
        public string Password { get; internal set; } = "";

        /// <summary>Variables to store in the session's tokens, for server code to read.</summary>
        public IReadOnlyDictionary<string, string> Vars { get; internal set; } = new Dictionary<string, string>();
    }

    /// <summary>Request: sign in with an id of the game's choice.</summary>
    public sealed partial class AuthenticateCustomRequest
    {
        /// <summary>Who signs in.</summary>
        public AccountCustom Account { get; internal set; }

        /// <summary>Whether to create the account when there is none. Unset means true.</summary>
        public bool? Create { get; internal set; }

        /// <summary>User name for a new account, at most 128 bytes; empty for a random one.</summary>
        public string Username { get; internal set; } = "";
    }

    /// <summary>Request: sign in with the id of a device.</summary>
    public sealed partial class AuthenticateDeviceRequest
    {
        /// <summary>Who signs in.</summary>
        public AccountDevice Account { get; internal set; }

        /// <summary>Whether to create the account when there is none. Unset means true.</summary>
        public bool? Create { get; internal set; }

        /// <summary>User name for a new account, at most 128 bytes; empty for a random one.</summary>
        public string Username { get; internal set; } = "";
    }

    /// <summary>Request: sign in with an e-mail address.</summary>
    public sealed partial class AuthenticateEmailRequest
    {
        /// <summary>Who signs in.</summary>
        public AccountEmail Account { get; internal set; }

        /// <summary>Whether to create the account when there is none. Unset means true.</summary>
        public bool? Create { get; internal set; }

        /// <summary>
        /// User name for a new account, at most 128 bytes; empty for a random one. Without an e-mail
        /// address: who signs in.
        /// </summary>
        public string Username { get; internal set; } = "";
    }

    /// <summary>Request: a new pair of tokens.</summary>
    public sealed partial class SessionRefreshRequest
    {
        /// <summary>The refresh token.</summary>
        public string Token { get; internal set; } = "";

        /// <summary>New variables for the session's tokens. Empty keeps those it has.</summary>
        public IReadOnlyDictionary<string, string> Vars { get; internal set; } = new Dictionary<string, string>();
    }

    /// <summary>Request: make tokens invalid. With neither token, all of the user's.</summary>
    public sealed partial class SessionLogoutRequest
    {
        /// <summary>The session token.</summary>
        public string Token { get; internal set; } = "";

        /// <summary>The refresh token.</summary>
        public string RefreshToken { get; internal set; } = "";
    }

    /// <summary>A party in a listing. Nakama's <c>api.Party</c>.</summary>
    public sealed partial class PartyListing : IAboutParty
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; internal set; } = "";

        /// <summary>Whether anyone may join. If not, the leader accepts or rejects each player.</summary>
        public bool Open { get; internal set; }

        /// <summary>Whether the party is hidden. Never so in a listing.</summary>
        public bool Hidden { get; internal set; }

        /// <summary>Most members there may be.</summary>
        public int MaxSize { get; internal set; }

        /// <summary>The label: a JSON object.</summary>
        public string Label { get; internal set; } = "";
    }

    /// <summary>A page of parties.</summary>
    public sealed partial class PartyList
    {
        /// <summary>The parties.</summary>
        public IReadOnlyList<PartyListing> Parties { get; internal set; } = Array.Empty<PartyListing>();

        /// <summary>Where the next page starts. Empty on the last page.</summary>
        public string Cursor { get; internal set; } = "";
    }

    /// <summary>Request: list parties.</summary>
    public sealed partial class ListPartiesRequest
    {
        /// <summary>Most parties to return, 1 to 100. Unset means 10.</summary>
        public int? Limit { get; internal set; }

        /// <summary>Only open parties (true) or only closed ones (false). Unset for both.</summary>
        public bool? Open { get; internal set; }

        /// <summary>
        /// What to look for, in the query language, for example <c>+label.mode:duo</c>. Unset or empty for
        /// all.
        /// </summary>
        public string Query { get; internal set; }

        /// <summary>Where to go on: the cursor of the page before. All else has to be as it was for that page.</summary>
        public string Cursor { get; internal set; }
    }

    /// <summary>A message from the server or another player, delivered at once and perhaps kept.</summary>
    public sealed partial class Notification
    {
        /// <summary>Id of the notification: a UUID.</summary>
        public string Id { get; internal set; } = "";

        /// <summary>What it is about, for a reader.</summary>
        public string Subject { get; internal set; } = "";

        /// <summary>The content: JSON, as text.</summary>
        public string Content { get; internal set; } = "";

        /// <summary>What it is about, for a program: one of <c>Code</c>, as a number.</summary>
        public int Code { get; internal set; }

        /// <summary>Id of the user who has sent it. Empty or the nil UUID when it was the server.</summary>
        public string SenderId { get; internal set; } = "";

        /// <summary>When it was sent, to the second.</summary>
        public DateTime? CreateTime { get; internal set; }

        /// <summary>Whether it is kept until it is deleted.</summary>
        public bool Persistent { get; internal set; }
    }

    /// <summary>A page of stored notifications.</summary>
    public sealed partial class NotificationList
    {
        /// <summary>The notifications, oldest first.</summary>
        public IReadOnlyList<Notification> Notifications { get; internal set; } = Array.Empty<Notification>();

        /// <summary>
        /// Where the next page starts. Always set, also after the last one: kept, it finds what has come
        /// since.
        /// </summary>
        public string CacheableCursor { get; internal set; } = "";
    }

    /// <summary>Request: list stored notifications.</summary>
    public sealed partial class ListNotificationsRequest
    {
        /// <summary>Most notifications to return, 1 to 100. Unset means 1.</summary>
        public int? Limit { get; internal set; }

        /// <summary>Where to go on: the cursor of an earlier page. Empty to start with the oldest.</summary>
        public string CacheableCursor { get; internal set; } = "";
    }

    /// <summary>Request: delete stored notifications.</summary>
    public sealed partial class DeleteNotificationsRequest
    {
        /// <summary>Their ids.</summary>
        public IReadOnlyList<string> Ids { get; internal set; } = Array.Empty<string>();
    }

    /// <summary>A call of a function of the game's own server code, and its result.</summary>
    public sealed partial class Rpc
    {
        /// <summary>The name under which the function is registered. Letter case does not matter.</summary>
        public string Id { get; internal set; } = "";

        /// <summary>What the function gets, or has returned: any text, often JSON.</summary>
        public string Payload { get; internal set; } = "";

        /// <summary>The HTTP key, for calls without a session. Over HTTP only.</summary>
        public string HttpKey { get; internal set; } = "";
    }

    /// <summary>How busy the matchmaker is.</summary>
    public sealed partial class MatchmakerStats
    {
        /// <summary>Tickets that wait for a match.</summary>
        public int TicketCount { get; internal set; }

        /// <summary>When the oldest of them was added. Unset when there is none.</summary>
        public DateTime? OldestTicketCreateTime { get; internal set; }

        /// <summary>The last matches that were made.</summary>
        public IReadOnlyList<MatchmakerCompletionStats> Completions { get; internal set; } = Array.Empty<MatchmakerCompletionStats>();
    }

    /// <summary>A match that was made.</summary>
    public sealed partial class MatchmakerCompletionStats
    {
        /// <summary>When its ticket was added.</summary>
        public DateTime? CreateTime { get; internal set; }

        /// <summary>When the match was made.</summary>
        public DateTime? CompleteTime { get; internal set; }
    }
}
