using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    /// <summary>
    /// Why a WebSocket could not be opened. A WebSocket does not say, so the same address is asked once more, without
    /// the upgrade: the server looks at the token first, and answers 401 when it does not take it and 400 when only
    /// the upgrade is missing.
    /// </summary>
    internal static class Refusal
    {
        private static readonly Dictionary<string, string> NoHeaders = new Dictionary<string, string>();

        public static async Task<PartyException> ExplainAsync(
            HttpCaller http, Settings settings, Uri socketUri, CancellationToken running)
        {
            try
            {
                var url = settings.HttpUrl + socketUri.PathAndQuery;
                var reply = await http.SendAsync(new HttpRequest("GET", url, NoHeaders, null), running).ConfigureAwait(false);
                if (reply.Status != 401)
                {
                    return new PartyException(ErrorCode.ConnectionFailed, settings.Authority + " opens no WebSocket");
                }
                return new PartyException(ErrorCode.Unauthenticated, reply.Body.Trim()) { HttpStatus = 401 };
            }
            catch (PartyException error)
            {
                return new PartyException(ErrorCode.ConnectionFailed, error.Message, error);
            }
        }
    }
}
