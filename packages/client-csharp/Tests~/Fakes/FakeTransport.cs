using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Parties.Tests
{
    /// <summary>Connections that a test opens, answers and breaks.</summary>
    internal sealed class FakeTransports : ITransportFactory
    {
        public readonly List<FakeTransport> Opened = new List<FakeTransport>();

        public FakeTransport Last
        {
            get { return Opened[Opened.Count - 1]; }
        }

        public ITransport Open(Uri uri, ITransportListener listener)
        {
            Opened.Add(new FakeTransport(uri, listener));
            return Last;
        }
    }

    internal sealed class FakeTransport : ITransport
    {
        private readonly ITransportListener listener;

        public readonly Uri Uri;
        public readonly List<JObject> Sent = new List<JObject>();

        /// <summary>close or abandon; null while neither was called.</summary>
        public string Ended;

        public FakeTransport(Uri uri, ITransportListener listener)
        {
            Uri = uri;
            this.listener = listener;
        }

        public void Send(string message)
        {
            Sent.Add(JObject.Parse(message));
        }

        public void Close()
        {
            Ended = "close";
        }

        public void Abandon()
        {
            Ended = "abandon";
        }

        public void Open()
        {
            listener.OnOpen();
        }

        public void Break(int code = 1006, string reason = "")
        {
            listener.OnClose(code, reason);
        }

        /// <summary>The server says something. Single quotes are read as double ones.</summary>
        public void Say(string json)
        {
            listener.OnMessage(json.Replace('\'', '"'));
        }

        /// <summary>Answers the last request of a kind; an empty answer by default.</summary>
        public void Answer(string kind, string message = null)
        {
            var request = Request(kind);
            Say("{'cid':'" + (string)request["cid"] + "'" + (message == null ? "" : "," + message) + "}");
        }

        /// <summary>Refuses the last request of a kind.</summary>
        public void Refuse(string kind, string words, int code = 3)
        {
            Answer(kind, "'error':{'code':" + code + ",'message':'" + words + "'}");
        }

        /// <summary>The last request of a kind.</summary>
        public JObject Request(string kind)
        {
            return Sent.Last(message => message[kind] != null);
        }

        public int Count(string kind)
        {
            return Sent.Count(message => message[kind] != null);
        }
    }
}
