using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;

namespace Parties
{
    /// <summary>Makes calls of a server's HTTP interface. Each ends with a result or a <c>PartyException</c>.</summary>
    internal sealed class HttpCaller
    {
        private readonly Settings settings;
        private readonly SessionKeeper keeper;

        public HttpCaller(Settings settings, SessionKeeper keeper)
        {
            this.settings = settings;
            this.keeper = keeper;
        }

        /// <summary>A call of the game itself.</summary>
        /// <param name="build">
        /// Makes the request, anew for each attempt: it may hold tokens that are replaced meanwhile. It is called once
        /// before anything else, and may refuse an argument.
        /// </param>
        public Task<T> AsGameAsync<T>(string operation, Func<HttpCall<T>> build, CallBounds bounds)
        {
            return EndAsync(operation, () =>
            {
                build();
                return WithinAsync(bounds, running => ExchangeAsync(null, build, running));
            });
        }

        /// <summary>A call of a player who is signed in. See <c>AsGameAsync</c>.</summary>
        public Task<T> AsPlayerAsync<T>(string operation, Session session, Func<HttpCall<T>> build, CallBounds bounds)
        {
            return EndAsync(operation, () =>
            {
                if (session == null) throw Failure.InvalidArgument("session", "must not be null");
                build();
                return WithinAsync(bounds, running => ExchangeAsync(session, build, running));
            });
        }

        private static async Task<T> EndAsync<T>(string operation, Func<Task<T>> call)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (Exception error)
            {
                throw Failure.From(error).During(operation);
            }
        }

        /// <summary>Sends a request as it is.</summary>
        public async Task<HttpReply> SendAsync(HttpRequest request, CancellationToken running)
        {
            try
            {
                return await settings.Http.SendAsync(request, running).ConfigureAwait(false);
            }
            catch (Exception cause)
            {
                throw Failure.Network(settings.Authority, cause);
            }
        }

        /// <summary>Ends in time even if what it waits for does not.</summary>
        private async Task<T> WithinAsync<T>(CallBounds bounds, Func<CancellationToken, Task<T>> start)
        {
            var timeout = bounds.Timeout ?? settings.Timeout;
            var ended = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            var running = new CancellationTokenSource();
            using (bounds.CancellationToken.Register(() => ended.TrySetException(Failure.Aborted())))
            using (Limit(timeout, () => ended.TrySetException(Failure.Timeout(timeout))))
            {
                if (!ended.Task.IsCompleted) Follow(start(running.Token), ended);
                try
                {
                    return await ended.Task.ConfigureAwait(false);
                }
                finally
                {
                    running.Cancel();
                }
            }
        }

        /// <summary>Null where there is no limit.</summary>
        private IDisposable Limit(TimeSpan timeout, Action end)
        {
            return timeout == Timeout.InfiniteTimeSpan ? null : settings.Platform.Clock.SetTimeout(timeout, end);
        }

        private static void Follow<T>(Task<T> task, TaskCompletionSource<T> ended)
        {
            task.ContinueWith(
                done =>
                {
                    if (done.Status == TaskStatus.RanToCompletion) ended.TrySetResult(done.Result);
                    else ended.TrySetException(done.IsCanceled ? Failure.Aborted() : Failure.From(done.Exception));
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        private async Task<T> ExchangeAsync<T>(Session session, Func<HttpCall<T>> build, CancellationToken running)
        {
            if (session != null) await keeper.KeepFreshAsync(session, null, running).ConfigureAwait(false);
            var refused = session == null ? null : session.AuthToken;
            var call = build();
            var reply = await SendAsync(RequestOf(call, session), running).ConfigureAwait(false);
            if (session != null && reply.Status == 401)
            {
                await keeper.KeepFreshAsync(session, refused, running).ConfigureAwait(false);
                if (session.AuthToken != refused)
                {
                    reply = await SendAsync(RequestOf(build(), session), running).ConfigureAwait(false);
                }
            }
            if (reply.Status < 200 || reply.Status > 299) throw Failure.Http(reply.Status, reply.Body);
            try
            {
                return call.Read(JsonFields.Parse(reply.Body));
            }
            catch (JsonException cause)
            {
                throw Failure.Malformed(cause);
            }
        }

        private HttpRequest RequestOf(HttpCall call, Session session)
        {
            var authorization = call.Auth == HttpAuth.ServerKey
                ? "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(settings.ServerKey + ":"))
                : "Bearer " + session.AuthToken;
            var headers = new Dictionary<string, string> { { "Authorization", authorization } };
            return new HttpRequest(call.Method, settings.HttpUrl + call.Address, headers, call.Content);
        }
    }
}
