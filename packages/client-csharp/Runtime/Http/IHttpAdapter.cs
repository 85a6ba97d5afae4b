using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>
    /// Sends HTTP requests. The default is an <c>HttpClient</c>; a platform without it brings its own.
    /// </summary>
    public interface IHttpAdapter
    {
        /// <summary>
        /// Sends a request and reads the answer to its end, whatever its status. What the network does wrong is thrown.
        /// </summary>
        Task<HttpReply> SendAsync(HttpRequest request, CancellationToken cancellationToken);
    }

    /// <summary>What is sent.</summary>
    public sealed class HttpRequest
    {
        /// <summary>In capitals: <c>POST</c>.</summary>
        public string Method { get; }

        /// <summary>The whole address, with the query.</summary>
        public string Url { get; }

        /// <summary>Headers by name; that of the body's type is not among them.</summary>
        public IReadOnlyDictionary<string, string> Headers { get; }

        /// <summary>JSON; null for none.</summary>
        public string Body { get; }

        internal HttpRequest(string method, string url, IReadOnlyDictionary<string, string> headers, string body)
        {
            Method = method;
            Url = url;
            Headers = headers;
            Body = body;
        }
    }

    /// <summary>What came back.</summary>
    public sealed class HttpReply
    {
        /// <summary>The status: 200.</summary>
        public int Status { get; }

        /// <summary>The body; empty if there is none.</summary>
        public string Body { get; }

        public HttpReply(int status, string body)
        {
            Status = status;
            Body = body;
        }
    }
}
