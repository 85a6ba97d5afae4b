using System;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>Requests by <c>HttpClient</c>.</summary>
    internal sealed class HttpClientAdapter : IHttpAdapter
    {
        // One for all, as HttpClient is meant to be used: each keeps connections of its own open.
        private static readonly HttpClient Client = CreateClient();

        public async Task<HttpReply> SendAsync(HttpRequest request, CancellationToken cancellationToken)
        {
            using (var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Url))
            {
                foreach (var header in request.Headers) message.Headers.TryAddWithoutValidation(header.Key, header.Value);
                if (request.Body != null)
                {
                    message.Content = new StringContent(request.Body, Encoding.UTF8, "application/json");
                }
                using (var response = await Client.SendAsync(message, cancellationToken).ConfigureAwait(false))
                {
                    var body = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
                    return new HttpReply((int)response.StatusCode, body);
                }
            }
        }

        private static HttpClient CreateClient()
        {
            // Every call has a limit of its own.
            var client = new HttpClient { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
            // It would cost a round trip for each body.
            client.DefaultRequestHeaders.ExpectContinue = false;
            return client;
        }
    }
}
