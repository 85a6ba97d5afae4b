// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

namespace Parties
{
    public sealed partial class RealtimeError
    {
        internal static RealtimeError Read(JsonFields from)
        {
            return new RealtimeError
            {
                Code = from.Int32("code"),
                Message = from.Text("message"),
                Context = from.TextMap("context"),
            };
        }
    }

    public sealed partial class UserPresence : IWritable
    {
        internal static UserPresence Read(JsonFields from)
        {
            return new UserPresence
            {
                UserId = from.Text("user_id"),
                SessionId = from.Text("session_id"),
                Username = from.Text("username"),
                Persistence = from.Bool("persistence"),
                Status = from.OptionalText("status"),
            };
        }

        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("user_id", UserId);
            to.Text("session_id", SessionId);
            to.Text("username", Username);
            to.Bool("persistence", Persistence);
            to.OptionalText("status", Status);
        }
    }

    public sealed partial class Party
    {
        internal static Party Read(JsonFields from)
        {
            return new Party
            {
                PartyId = from.Text("party_id"),
                Open = from.Bool("open"),
                Hidden = from.Bool("hidden"),
                MaxSize = from.Int32("max_size"),
                Self = UserPresence.Read(from.Fields("self")),
                Leader = UserPresence.Read(from.Fields("leader")),
                Presences = from.List("presences", UserPresence.Read),
                Label = from.Text("label"),
            };
        }
    }

    public sealed partial class PartyCreate : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Bool("open", Open);
            to.Int32("max_size", MaxSize);
            to.Text("label", Label);
            to.Bool("hidden", Hidden);
        }
    }

    public sealed partial class PartyUpdate : IWritable
    {
        internal static PartyUpdate Read(JsonFields from)
        {
            return new PartyUpdate
            {
                PartyId = from.Text("party_id"),
                Label = from.Text("label"),
                Open = from.Bool("open"),
                Hidden = from.Bool("hidden"),
            };
        }

        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("party_id", PartyId);
            to.Text("label", Label);
            to.Bool("open", Open);
            to.Bool("hidden", Hidden);
        }
    }

    public sealed partial class PartyJoin : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("party_id", PartyId);
        }
    }

    public sealed partial class PartyLeave : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("party_id", PartyId);
        }
    }

    public sealed partial class PartyPromote : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("party_id", PartyId);
            to.Message("presence", Presence);
        }
    }

    public sealed partial class PartyLeader
    {
        internal static PartyLeader Read(JsonFields from)
        {
            return new PartyLeader
            {
                PartyId = from.Text("party_id"),
                Presence = UserPresence.Read(from.Fields("presence")),
            };
        }
    }

    public sealed partial class PartyAccept : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("party_id", PartyId);
            to.Message("presence", Presence);
        }
    }

    public sealed partial class PartyRemove : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("party_id", PartyId);
            to.Message("presence", Presence);
        }
    }

    public sealed partial class PartyClose : IWritable
    {
        internal static PartyClose Read(JsonFields from)
        {
            return new PartyClose
            {
                PartyId = from.Text("party_id"),
            };
        }

        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("party_id", PartyId);
        }
    }

    public sealed partial class PartyJoinRequestList : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("party_id", PartyId);
        }
    }

    public sealed partial class PartyJoinRequest
    {
        internal static PartyJoinRequest Read(JsonFields from)
        {
            return new PartyJoinRequest
            {
                PartyId = from.Text("party_id"),
                Presences = from.List("presences", UserPresence.Read),
            };
        }
    }

    public sealed partial class PartyMatchmakerAdd : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("party_id", PartyId);
            to.Int32("min_count", MinCount);
            to.Int32("max_count", MaxCount);
            to.Text("query", Query);
            to.TextMap("string_properties", StringProperties);
            to.DoubleMap("numeric_properties", NumericProperties);
            to.OptionalInt32("count_multiple", CountMultiple);
        }
    }

    public sealed partial class PartyMatchmakerRemove : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("party_id", PartyId);
            to.Text("ticket", Ticket);
        }
    }

    public sealed partial class PartyMatchmakerTicket
    {
        internal static PartyMatchmakerTicket Read(JsonFields from)
        {
            return new PartyMatchmakerTicket
            {
                PartyId = from.Text("party_id"),
                Ticket = from.Text("ticket"),
            };
        }
    }

    public sealed partial class PartyData
    {
        internal static PartyData Read(JsonFields from)
        {
            return new PartyData
            {
                PartyId = from.Text("party_id"),
                Presence = UserPresence.Read(from.Fields("presence")),
                OpCode = from.Int64("op_code"),
                Data = from.Bytes("data"),
            };
        }
    }

    public sealed partial class PartyDataSend : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("party_id", PartyId);
            to.Int64("op_code", OpCode);
            to.Bytes("data", Data);
        }
    }

    public sealed partial class PartyPresenceEvent
    {
        internal static PartyPresenceEvent Read(JsonFields from)
        {
            return new PartyPresenceEvent
            {
                PartyId = from.Text("party_id"),
                Joins = from.List("joins", UserPresence.Read),
                Leaves = from.List("leaves", UserPresence.Read),
            };
        }
    }

    public sealed partial class Status
    {
        internal static Status Read(JsonFields from)
        {
            return new Status
            {
                Presences = from.List("presences", UserPresence.Read),
            };
        }
    }

    public sealed partial class StatusFollow : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Texts("user_ids", UserIds);
            to.Texts("usernames", Usernames);
        }
    }

    public sealed partial class StatusUnfollow : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Texts("user_ids", UserIds);
        }
    }

    public sealed partial class StatusUpdate : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.OptionalText("status", Status);
        }
    }

    public sealed partial class StatusPresenceEvent
    {
        internal static StatusPresenceEvent Read(JsonFields from)
        {
            return new StatusPresenceEvent
            {
                Joins = from.List("joins", UserPresence.Read),
                Leaves = from.List("leaves", UserPresence.Read),
            };
        }
    }

    public sealed partial class MatchmakerAdd : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Int32("min_count", MinCount);
            to.Int32("max_count", MaxCount);
            to.Text("query", Query);
            to.TextMap("string_properties", StringProperties);
            to.DoubleMap("numeric_properties", NumericProperties);
            to.OptionalInt32("count_multiple", CountMultiple);
        }
    }

    public sealed partial class MatchmakerTicket
    {
        internal static MatchmakerTicket Read(JsonFields from)
        {
            return new MatchmakerTicket
            {
                Ticket = from.Text("ticket"),
            };
        }
    }

    public sealed partial class MatchmakerRemove : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("ticket", Ticket);
        }
    }

    public sealed partial class MatchmakerMatched
    {
        internal static MatchmakerMatched Read(JsonFields from)
        {
            return new MatchmakerMatched
            {
                Ticket = from.Text("ticket"),
                MatchId = from.OptionalText("match_id"),
                Token = from.OptionalText("token"),
                Users = from.List("users", MatchmakerUser.Read),
                Self = MatchmakerUser.Read(from.Fields("self")),
            };
        }
    }

    public sealed partial class MatchmakerUser
    {
        internal static MatchmakerUser Read(JsonFields from)
        {
            return new MatchmakerUser
            {
                Presence = UserPresence.Read(from.Fields("presence")),
                PartyId = from.Text("party_id"),
                StringProperties = from.TextMap("string_properties"),
                NumericProperties = from.DoubleMap("numeric_properties"),
            };
        }
    }

    public sealed partial class Notifications
    {
        internal static Notifications Read(JsonFields from)
        {
            return new Notifications
            {
                Items = from.List("notifications", Notification.Read),
            };
        }
    }

    public sealed partial class Stream
    {
        internal static Stream Read(JsonFields from)
        {
            return new Stream
            {
                Mode = from.Int32("mode"),
                Subject = from.Text("subject"),
                Subcontext = from.Text("subcontext"),
                Label = from.Text("label"),
            };
        }
    }

    public sealed partial class StreamData
    {
        internal static StreamData Read(JsonFields from)
        {
            return new StreamData
            {
                Stream = Stream.Read(from.Fields("stream")),
                Sender = UserPresence.Read(from.Fields("sender")),
                Data = from.Text("data"),
                Reliable = from.Bool("reliable"),
            };
        }
    }

    public sealed partial class StreamPresenceEvent
    {
        internal static StreamPresenceEvent Read(JsonFields from)
        {
            return new StreamPresenceEvent
            {
                Stream = Stream.Read(from.Fields("stream")),
                Joins = from.List("joins", UserPresence.Read),
                Leaves = from.List("leaves", UserPresence.Read),
            };
        }
    }

    public sealed partial class Ping : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
        }
    }

    public sealed partial class Pong
    {
        internal static Pong Read(JsonFields from)
        {
            return new Pong();
        }
    }

    public sealed partial class SessionTokens
    {
        internal static SessionTokens Read(JsonFields from)
        {
            return new SessionTokens
            {
                Created = from.Bool("created"),
                Token = from.Text("token"),
                RefreshToken = from.Text("refresh_token"),
            };
        }
    }

    public sealed partial class AccountCustom : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("id", Id);
            to.TextMap("vars", Vars);
        }
    }

    public sealed partial class AccountDevice : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("id", Id);
            to.TextMap("vars", Vars);
        }
    }

    public sealed partial class AccountEmail : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("email", Email);
            to.Text("password", Password);
            to.TextMap("vars", Vars);
        }
    }

    public sealed partial class SessionRefreshRequest : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("token", Token);
            to.TextMap("vars", Vars);
        }
    }

    public sealed partial class SessionLogoutRequest : IWritable
    {
        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("token", Token);
            to.Text("refresh_token", RefreshToken);
        }
    }

    public sealed partial class PartyListing
    {
        internal static PartyListing Read(JsonFields from)
        {
            return new PartyListing
            {
                PartyId = from.Text("party_id"),
                Open = from.Bool("open"),
                Hidden = from.Bool("hidden"),
                MaxSize = from.Int32("max_size"),
                Label = from.Text("label"),
            };
        }
    }

    public sealed partial class PartyList
    {
        internal static PartyList Read(JsonFields from)
        {
            return new PartyList
            {
                Parties = from.List("parties", PartyListing.Read),
                Cursor = from.Text("cursor"),
            };
        }
    }

    public sealed partial class Notification
    {
        internal static Notification Read(JsonFields from)
        {
            return new Notification
            {
                Id = from.Text("id"),
                Subject = from.Text("subject"),
                Content = from.Text("content"),
                Code = from.Int32("code"),
                SenderId = from.Text("sender_id"),
                CreateTime = from.OptionalTime("create_time"),
                Persistent = from.Bool("persistent"),
            };
        }
    }

    public sealed partial class NotificationList
    {
        internal static NotificationList Read(JsonFields from)
        {
            return new NotificationList
            {
                Notifications = from.List("notifications", Notification.Read),
                CacheableCursor = from.Text("cacheable_cursor"),
            };
        }
    }

    public sealed partial class Rpc : IWritable
    {
        internal static Rpc Read(JsonFields from)
        {
            return new Rpc
            {
                Id = from.Text("id"),
                Payload = from.Text("payload"),
                HttpKey = from.Text("http_key"),
            };
        }

        void IWritable.Write(JsonFieldWriter to)
        {
            to.Text("id", Id);
            to.Text("payload", Payload);
            to.Text("http_key", HttpKey);
        }
    }

    public sealed partial class MatchmakerStats
    {
        internal static MatchmakerStats Read(JsonFields from)
        {
            return new MatchmakerStats
            {
                TicketCount = from.Int32("ticket_count"),
                OldestTicketCreateTime = from.OptionalTime("oldest_ticket_create_time"),
                Completions = from.List("completions", MatchmakerCompletionStats.Read),
            };
        }
    }

    public sealed partial class MatchmakerCompletionStats
    {
        internal static MatchmakerCompletionStats Read(JsonFields from)
        {
            return new MatchmakerCompletionStats
            {
                CreateTime = from.OptionalTime("create_time"),
                CompleteTime = from.OptionalTime("complete_time"),
            };
        }
    }

    /// <summary>What an envelope from the server may carry, by the name it has there.</summary>
    internal static class ServerMessages
    {
        /// <summary>The message; null for one of a kind that is not known.</summary>
        public static object Read(string kind, JsonFields from)
        {
            switch (kind)
            {
                case "error":
                    return RealtimeError.Read(from);
                case "matchmaker_matched":
                    return MatchmakerMatched.Read(from);
                case "matchmaker_ticket":
                    return MatchmakerTicket.Read(from);
                case "notifications":
                    return Notifications.Read(from);
                case "rpc":
                    return Rpc.Read(from);
                case "status":
                    return Status.Read(from);
                case "status_presence_event":
                    return StatusPresenceEvent.Read(from);
                case "stream_data":
                    return StreamData.Read(from);
                case "stream_presence_event":
                    return StreamPresenceEvent.Read(from);
                case "pong":
                    return Pong.Read(from);
                case "party":
                    return Party.Read(from);
                case "party_leader":
                    return PartyLeader.Read(from);
                case "party_close":
                    return PartyClose.Read(from);
                case "party_join_request":
                    return PartyJoinRequest.Read(from);
                case "party_matchmaker_ticket":
                    return PartyMatchmakerTicket.Read(from);
                case "party_data":
                    return PartyData.Read(from);
                case "party_presence_event":
                    return PartyPresenceEvent.Read(from);
                case "party_update":
                    return PartyUpdate.Read(from);
                default:
                    return null;
            }
        }
    }
}
