using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Parties.Tests
{
    public sealed class SessionTests
    {
        private readonly World world = new World();

        private string Tokens(double seconds = 60)
        {
            return "{\"created\":true,\"token\":\"" + world.Token(seconds) + "\",\"refresh_token\":\"" + world.Token(3600) + "\"}";
        }

        [Test]
        public async Task SignsInWithTheServerKey()
        {
            world.Http.Always(200, Tokens());
            var session = await world.Client.AuthenticateCustomAsync("custom-id", username: "ada", create: false);
            var request = world.Http.Requests.Single();
            Expect.Equal("http://127.0.0.1:7350/v2/account/authenticate/custom?create=false&username=ada", request.Url);
            Expect.Equal("Basic ZGVmYXVsdGtleTo=", request.Headers["Authorization"]);
            Expect.Equal("{\"id\":\"custom-id\"}", request.Body);
            Expect.True(session.Created, "created");
            Expect.Equal("user-a", session.UserId);
        }

        [Test]
        public async Task ASessionThatIsAboutToEndIsRefreshedOnceForAll()
        {
            var updates = 0;
            var gate = new TaskCompletionSource<bool>();
            world.Client.ReceivedSessionUpdated += session => updates++;
            world.Http.Reply = async (request, token) =>
            {
                if (request.Method == "GET") return new HttpReply(200, "{}");
                await gate.Task;
                return new HttpReply(200, Tokens());
            };
            var old = world.SessionOf(5, 3600);
            var first = world.Client.ListPartiesAsync(old);
            var second = world.Client.ListPartiesAsync(old);
            gate.SetResult(true);
            await Task.WhenAll(first, second);
            Expect.Equal(1, updates);
            Expect.Equal(1, world.Http.Requests.Count(request => request.Method == "POST"));
            Expect.True(world.Http.Requests.Where(request => request.Method == "GET")
                .All(request => request.Headers["Authorization"] == "Bearer " + old.AuthToken), "the new token everywhere");
        }

        [Test]
        public async Task ARefusedTokenIsReplacedAndTheCallRepeated()
        {
            var session = world.SessionOf(3600, 7200);
            var refused = session.AuthToken;
            world.Http.Reply = (request, token) =>
            {
                if (request.Method == "POST") return Task.FromResult(new HttpReply(200, Tokens()));
                var isOld = request.Headers["Authorization"] == "Bearer " + refused;
                return Task.FromResult(isOld ? new HttpReply(401, "{\"code\":16}") : new HttpReply(200, "{\"cursor\":\"c\"}"));
            };
            Expect.Equal("c", (await world.Client.ListPartiesAsync(session)).Cursor);
        }

        [Test]
        public async Task ACallEndsInTimeEvenIfTheNetworkDoesNot()
        {
            world.Http.Reply = (request, token) => new TaskCompletionSource<HttpReply>().Task;
            var hanging = world.Client.AuthenticateDeviceAsync("device-id-1");
            world.Clock.Advance(10);
            Expect.Equal(ErrorCode.Timeout, (await Fails(hanging)).Code);
            var leaving = new CancellationTokenSource();
            var aborted = world.Client.AuthenticateDeviceAsync("device-id-1", cancellationToken: leaving.Token);
            leaving.Cancel();
            Expect.Equal(ErrorCode.Aborted, (await Fails(aborted)).Code);
            Expect.Equal(0, world.Clock.Count);
        }

        [Test]
        public async Task TellsErrorsOfTheServerApart()
        {
            world.Http.Always(409, "{'code':6,'message':'Username is already in use.'}");
            var error = await Fails(world.Client.AuthenticateCustomAsync("custom-id"));
            Expect.Equal(ErrorCode.UsernameTaken, error.Code);
            Expect.Equal(409, error.HttpStatus);
            Expect.Equal("AuthenticateCustom", error.Operation);

            world.Http.Reply = (request, token) => { throw new InvalidOperationException("no route"); };
            error = await Fails(world.Client.AuthenticateCustomAsync("custom-id"));
            Expect.Equal(ErrorCode.NetworkError, error.Code);
            Expect.True(error.Message.Contains("no route"), "the reason in " + error.Message);

            world.Http.Always(200, "nonsense");
            Expect.Equal(ErrorCode.MalformedMessage, (await Fails(world.Client.AuthenticateCustomAsync("custom-id"))).Code);
        }

        [Test]
        public async Task WritesAQueryOnlyOfWhatIsGiven()
        {
            world.Http.Always(200, "{}");
            await world.Client.ListPartiesAsync(world.Session, open: false, query: "+label.mode:duo");
            await world.Client.DeleteNotificationsAsync(world.Session, new[] { "a", "b" });
            Expect.Equal("http://127.0.0.1:7350/v2/party?open=false&query=%2Blabel.mode%3Aduo", world.Http.Requests[0].Url);
            Expect.Equal("http://127.0.0.1:7350/v2/notification?ids=a&ids=b", world.Http.Requests[1].Url);
            Expect.Equal("DELETE", world.Http.Requests[1].Method);
        }

        [Test]
        public async Task RefusesWhatIsNoSession()
        {
            Expect.Equal("session", (await Fails(world.Client.SessionLogoutAsync(null))).Argument);
            Expect.Equal("session", (await Fails(world.Client.SessionRefreshAsync(Session.Restore(world.Token(60))))).Argument);
            Expect.Equal(0, world.Http.Requests.Count);
        }

        [Test]
        public void RestoresASessionWithoutAsking()
        {
            var session = world.SessionOf(60, 3600);
            Expect.Equal("a", session.Username);
            Expect.True(!session.HasExpired(world.Clock.Now.AddSeconds(59)), "good for a minute");
            Expect.True(session.HasExpired(world.Clock.Now.AddSeconds(60)), "and no longer");
            Expect.True(Session.Restore(world.Token(60)).HasRefreshExpired(world.Clock.Now), "no refresh token");
            Expect.Equal("authToken", Expect.Throws(ErrorCode.InvalidArgument, () => Session.Restore("a.b.c")).Argument);
            Expect.Equal("authToken", Expect.Throws(ErrorCode.InvalidArgument, () => Session.Restore(null)).Argument);
        }

        private static async Task<PartyException> Fails(Task call)
        {
            try
            {
                await call;
            }
            catch (PartyException error)
            {
                return error;
            }
            throw new Exception("expected an error");
        }
    }
}
