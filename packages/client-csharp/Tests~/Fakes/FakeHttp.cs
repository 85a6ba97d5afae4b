using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Parties.Tests
{
    /// <summary>A network over which a test answers by itself.</summary>
    internal sealed class FakeHttp : IHttpAdapter
    {
        private readonly object gate = new object();

        public readonly List<HttpRequest> Requests = new List<HttpRequest>();

        /// <summary>What each request is answered with; it may throw, and may be late.</summary>
        public Func<HttpRequest, CancellationToken, Task<HttpReply>> Reply = (request, token) =>
            Task.FromResult(new HttpReply(400, ""));

        public Task<HttpReply> SendAsync(HttpRequest request, CancellationToken cancellationToken)
        {
            lock (gate) Requests.Add(request);
            return Reply(request, cancellationToken);
        }

        public void Always(int status, string json)
        {
            Reply = (request, token) => Task.FromResult(new HttpReply(status, json.Replace('\'', '"')));
        }
    }
}
