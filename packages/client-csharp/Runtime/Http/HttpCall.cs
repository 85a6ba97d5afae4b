using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Parties
{
    /// <summary>Who a request speaks for.</summary>
    internal enum HttpAuth
    {
        /// <summary>The game itself.</summary>
        ServerKey,

        /// <summary>A player who is signed in.</summary>
        Session,
    }

    /// <summary>A request, without where it goes to and without who makes it.</summary>
    internal abstract class HttpCall
    {
        public readonly string Operation;
        public readonly string Method;
        public readonly HttpAuth Auth;
        private readonly StringBuilder address;
        private bool hasQuery;

        protected HttpCall(string operation, string method, string path, HttpAuth auth)
        {
            Operation = operation;
            Method = method;
            Auth = auth;
            address = new StringBuilder(path);
        }

        /// <summary>Path and query.</summary>
        public string Address
        {
            get { return address.ToString(); }
        }

        /// <summary>JSON; null for none.</summary>
        public string Content { get; private set; }

        public static string Escape(string text)
        {
            // Half of a surrogate pair has no form in a URL.
            return Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        }

        public void Query(string name, string value)
        {
            if (string.IsNullOrEmpty(value)) return;
            address.Append(hasQuery ? '&' : '?').Append(name).Append('=').Append(Escape(value));
            hasQuery = true;
        }

        public void Query(string name, bool? value)
        {
            if (value != null) Query(name, value.Value ? "true" : "false");
        }

        public void Query(string name, int? value)
        {
            if (value != null) Query(name, value.Value.ToString(CultureInfo.InvariantCulture));
        }

        public void Query(string name, IEnumerable<string> values)
        {
            foreach (var value in values) Query(name, value);
        }

        public void Body(IWritable message)
        {
            Content = JsonFieldWriter.ToJson(message);
        }

        public void Body(string text)
        {
            Content = JsonFieldWriter.ToJson(text);
        }
    }

    /// <summary>A request, and how its answer is read.</summary>
    internal sealed class HttpCall<TReply> : HttpCall
    {
        public readonly Func<JsonFields, TReply> Read;

        public HttpCall(string operation, string method, string path, HttpAuth auth, Func<JsonFields, TReply> read)
            : base(operation, method, path, auth)
        {
            Read = read;
        }
    }
}
