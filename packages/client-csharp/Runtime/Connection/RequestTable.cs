using System;
using System.Collections.Generic;
using System.Globalization;

namespace Parties
{
    /// <summary>A request on its way: what is sent, for whom, and for how long its caller waits.</summary>
    internal sealed class Call
    {
        /// <summary>What was called, for errors.</summary>
        public string Operation;

        /// <summary>The party it is about, for errors; null for none.</summary>
        public string PartyId;

        /// <summary>The kind of the message in an envelope.</summary>
        public string Kind;

        public IWritable Message;

        /// <summary>The argument to blame when the message is too large to be sent.</summary>
        public string Largest = "the call";

        public CallBounds Bounds;

        /// <summary>
        /// Called with the reply as it arrives, before the messages behind it; also when the caller has given up
        /// waiting, because the server has done what was asked all the same.
        /// </summary>
        public Action<object> OnReply;

        /// <summary>The same for an error that the server answers with.</summary>
        public Action<PartyException> OnRefused;

        /// <summary>Called once, with the reply or the error.</summary>
        public Action<object, PartyException> OnEnd;
    }

    /// <summary>
    /// The requests that wait for their replies, by <c>cid</c>. Each ends exactly once: by its reply, the server's
    /// error, its deadline, its token or the end of the connection.
    /// </summary>
    internal sealed class RequestTable
    {
        private readonly Dictionary<string, Entry> entries = new Dictionary<string, Entry>();
        private readonly Loop loop;
        private int lastCid;

        public RequestTable(Loop loop)
        {
            this.loop = loop;
        }

        /// <summary>Sends a request under a new <c>cid</c>. A <c>send</c> that throws ends it at once.</summary>
        public void Start(Call call, Action<string> send)
        {
            var cid = (++lastCid).ToString(CultureInfo.InvariantCulture);
            var wait = new Wait(loop, call.Bounds, call.OnEnd);
            if (wait.HasEnded) return;
            entries.Add(cid, new Entry { Call = call, Wait = wait });
            try
            {
                send(cid);
            }
            catch (Exception cause)
            {
                entries.Remove(cid);
                wait.Reject(Failure.From(cause));
            }
        }

        /// <summary>Ends the request of this <c>cid</c>. Returns false if none waits (any more).</summary>
        public bool Settle(string cid, object reply, PartyException error)
        {
            Entry entry;
            if (!entries.TryGetValue(cid, out entry)) return false;
            var isWaiting = !entry.Wait.HasEnded;
            var call = entry.Call;
            entries.Remove(cid);
            if (error == null)
            {
                if (call.OnReply != null) call.OnReply(reply);
                entry.Wait.Resolve(reply);
            }
            else
            {
                if (call.OnRefused != null) call.OnRefused(error.During(call.Operation, call.PartyId));
                entry.Wait.Reject(error);
            }
            return isWaiting;
        }

        /// <summary>Ends all that wait.</summary>
        public void FailAll(string reason)
        {
            var ended = new List<Entry>(entries.Values);
            entries.Clear();
            foreach (var entry in ended) entry.Wait.Reject(Failure.Disconnected(reason));
        }

        private sealed class Entry
        {
            public Call Call;
            public Wait Wait;
        }
    }
}
