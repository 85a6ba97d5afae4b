using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Parties;

namespace PartyAdapter
{
    /// <summary>
    /// An operation of the contract as a call of the SDK. It ends with what the SDK returns; null for nothing.
    /// </summary>
    internal delegate Task<JObject> Operation(Player player, Arguments args);

    internal static class Operations
    {
        public static readonly IReadOnlyDictionary<string, Operation> All = new Dictionary<string, Operation>
        {
            {
                "authenticateCustom",
                (player, args) => SignIn(player, player.Client.AuthenticateCustomAsync(
                    args.Text("id"),
                    args.Text("username"),
                    args.Bool("create") ?? true,
                    args.TextMap("vars"),
                    args.Timeout,
                    args.Token))
            },
            {
                "authenticateDevice",
                (player, args) => SignIn(player, player.Client.AuthenticateDeviceAsync(
                    args.Text("id"),
                    args.Text("username"),
                    args.Bool("create") ?? true,
                    args.TextMap("vars"),
                    args.Timeout,
                    args.Token))
            },
            {
                "authenticateEmail",
                (player, args) => SignIn(player, player.Client.AuthenticateEmailAsync(
                    args.Text("email"),
                    args.Text("password"),
                    args.Text("username"),
                    args.Bool("create") ?? true,
                    args.TextMap("vars"),
                    args.Timeout,
                    args.Token))
            },
            { "restoreSession", (player, args) => SignIn(player, Restore(args)) },
            {
                "refreshSession",
                (player, args) => SignIn(player, player.Client.SessionRefreshAsync(
                    SessionOf(player), args.TextMap("vars"), args.Timeout, args.Token))
            },
            {
                "logoutSession",
                (player, args) => Nothing(player.Client.SessionLogoutAsync(SessionOf(player), args.Timeout, args.Token))
            },
            {
                "listParties",
                (player, args) => Value(player.Client.ListPartiesAsync(
                    SessionOf(player),
                    args.Int("limit"),
                    args.Bool("open"),
                    args.Text("query"),
                    args.Text("cursor"),
                    args.Timeout,
                    args.Token))
            },
            { "listNotifications", (player, args) => Value(ListNotifications(player, args)) },
            {
                "deleteNotifications",
                (player, args) => Nothing(player.Client.DeleteNotificationsAsync(
                    SessionOf(player), args.Texts("ids"), args.Timeout, args.Token))
            },
            {
                "callRpc",
                (player, args) => Value(player.Client.RpcAsync(
                    SessionOf(player), args.Text("id"), args.Text("payload"), args.Timeout, args.Token))
            },

            {
                "connect",
                (player, args) => Nothing(player.Socket.ConnectAsync(
                    SessionOf(player), args.Bool("appearOnline") ?? false, args.Text("lang"), args.Timeout, args.Token))
            },
            { "disconnect", (player, args) => Nothing(Disconnect(player)) },
            { "createParty", CreateParty },
            {
                "joinParty",
                (player, args) => Nothing(player.Socket.JoinPartyAsync(args.Text("partyId"), args.Timeout, args.Token))
            },
            {
                "leaveParty",
                (player, args) => Nothing(player.Socket.LeavePartyAsync(args.Text("partyId"), args.Timeout, args.Token))
            },
            {
                "promotePartyMember",
                (player, args) => Value(player.Socket.PromotePartyMemberAsync(
                    args.Text("partyId"), args.Presence(), args.Timeout, args.Token))
            },
            {
                "acceptPartyMember",
                (player, args) => Nothing(player.Socket.AcceptPartyMemberAsync(
                    args.Text("partyId"), args.Presence(), args.Timeout, args.Token))
            },
            {
                "removePartyMember",
                (player, args) => Nothing(player.Socket.RemovePartyMemberAsync(
                    args.Text("partyId"), args.Presence(), args.Timeout, args.Token))
            },
            {
                "closeParty",
                (player, args) => Nothing(player.Socket.ClosePartyAsync(args.Text("partyId"), args.Timeout, args.Token))
            },
            {
                "listPartyJoinRequests",
                (player, args) => Value(player.Socket.ListPartyJoinRequestsAsync(
                    args.Text("partyId"), args.Timeout, args.Token))
            },
            {
                "updateParty",
                (player, args) => Value(player.Socket.UpdatePartyAsync(
                    args.Text("partyId"),
                    args.Bool("open") ?? false,
                    args.Bool("hidden") ?? false,
                    args.Text("label"),
                    args.Timeout,
                    args.Token))
            },
            { "sendPartyData", SendPartyData },
            {
                "addMatchmakerParty",
                (player, args) => Value(player.Socket.AddMatchmakerPartyAsync(
                    args.Text("partyId"),
                    args.Text("query") ?? "*",
                    args.Int("minCount") ?? 2,
                    args.Int("maxCount"),
                    args.TextMap("stringProperties"),
                    args.NumberMap("numericProperties"),
                    args.Int("countMultiple"),
                    args.Timeout,
                    args.Token))
            },
            {
                "removeMatchmakerParty",
                (player, args) => Nothing(player.Socket.RemoveMatchmakerPartyAsync(
                    args.Text("partyId"), args.Text("ticket"), args.Timeout, args.Token))
            },
            {
                "addMatchmaker",
                (player, args) => Value(player.Socket.AddMatchmakerAsync(
                    args.Text("query") ?? "*",
                    args.Int("minCount") ?? 2,
                    args.Int("maxCount"),
                    args.TextMap("stringProperties"),
                    args.NumberMap("numericProperties"),
                    args.Int("countMultiple"),
                    args.Timeout,
                    args.Token))
            },
            {
                "removeMatchmaker",
                (player, args) => Nothing(player.Socket.RemoveMatchmakerAsync(
                    args.Text("ticket"), args.Timeout, args.Token))
            },
            {
                "followUsers",
                (player, args) => Value(player.Socket.FollowUsersAsync(
                    args.Texts("userIds"), args.Texts("usernames"), args.Timeout, args.Token))
            },
            {
                "unfollowUsers",
                (player, args) => Nothing(player.Socket.UnfollowUsersAsync(
                    args.Texts("userIds"), args.Timeout, args.Token))
            },
            {
                "updateStatus",
                (player, args) => Nothing(player.Socket.UpdateStatusAsync(
                    args.Bool("offline") == true ? null : args.Text("status"), args.Timeout, args.Token))
            },
            {
                "rpc",
                (player, args) => Value(player.Socket.RpcAsync(
                    args.Text("id"), args.Text("payload"), args.Timeout, args.Token))
            },
            // How long it took is for a game; there is nothing to compare it with.
            { "ping", (player, args) => Nothing(player.Socket.PingAsync(args.Timeout, args.Token)) },
            { "parties", (player, args) => Task.FromResult(LiveParties(player)) },
        };

        private static async Task Disconnect(Player player)
        {
            await player.Socket.CloseAsync();
            // Closed is told behind what the main thread is doing now.
            await Task.Yield();
        }

        private static Task<JObject> CreateParty(Player player, Arguments args)
        {
            // The SDK asks for both and has no default: what the contract leaves out is closed.
            return Created(player.Socket.CreatePartyAsync(
                args.Bool("open") ?? false,
                args.Bool("hidden") ?? false,
                args.Int("maxSize") ?? 0,
                args.Text("label"),
                args.Timeout,
                args.Token));
        }

        private static async Task<JObject> Created(Task<LiveParty> creating)
        {
            return Values.Created(await creating);
        }

        private static Task<JObject> SendPartyData(Player player, Arguments args)
        {
            var socket = player.Socket;
            var partyId = args.Text("partyId");
            var opCode = long.Parse(args.Text("opCode"), CultureInfo.InvariantCulture);
            var text = args.Text("text");
            if (text != null)
            {
                return Nothing(socket.SendPartyDataAsync(partyId, opCode, text, args.Timeout, args.Token));
            }
            var bytes = Convert.FromBase64String(args.Text("data") ?? "");
            if (args.Bool("view") != true)
            {
                return Nothing(socket.SendPartyDataAsync(partyId, opCode, bytes, args.Timeout, args.Token));
            }
            var surroundings = Enumerable.Repeat((byte)0xee, bytes.Length + 16).ToArray();
            bytes.CopyTo(surroundings, 8);
            var view = new ArraySegment<byte>(surroundings, 8, bytes.Length);
            return Nothing(socket.SendPartyDataAsync(partyId, opCode, view, args.Timeout, args.Token));
        }

        private static Task<NotificationList> ListNotifications(Player player, Arguments args)
        {
            var session = SessionOf(player);
            var limit = args.Int("limit");
            var cursor = args.Text("cursor");
            return limit == null
                ? player.Client.ListNotificationsAsync(
                    session, cacheableCursor: cursor, timeout: args.Timeout, cancellationToken: args.Token)
                : player.Client.ListNotificationsAsync(session, limit.Value, cursor, args.Timeout, args.Token);
        }

        private static JObject LiveParties(Player player)
        {
            var result = player.Past();
            result.Add("parties", new JArray(player.Socket.Parties.Select(Values.Live)));
            return result;
        }

        // A method of its own, because what it throws has to end the task.
        private static async Task<Session> Restore(Arguments args)
        {
            await Task.Yield();
            return Session.Restore(args.Text("token"), args.Text("refreshToken"));
        }

        private static async Task<JObject> SignIn(Player player, Task<Session> signingIn)
        {
            player.Session = await signingIn;
            return Values.Of(player.Session);
        }

        private static Session SessionOf(Player player)
        {
            if (player.Session == null) throw new InvalidOperationException("the player has no session");
            return player.Session;
        }

        private static async Task<JObject> Value<T>(Task<T> call)
        {
            return Values.Of((object)await call);
        }

        private static async Task<JObject> Nothing(Task call)
        {
            await call;
            return null;
        }
    }
}
