using System;
using Newtonsoft.Json;

namespace Parties
{
    /// <summary>What a frame of the server says: at most one message, and the request it answers.</summary>
    internal struct Envelope
    {
        /// <summary>Of the request that is answered; empty for what the server says unasked.</summary>
        public string Cid;

        /// <summary>Null in an empty reply, and where the message is of a kind that is not known.</summary>
        public object Message;

        /// <summary>Why the frame cannot be read; null if it can.</summary>
        public Exception Problem;

        public static Envelope Read(string frame)
        {
            var envelope = new Envelope { Cid = "" };
            try
            {
                var fields = JsonFields.Parse(frame);
                envelope.Cid = fields.Text("cid");
                foreach (var kind in fields.Names)
                {
                    if (kind == "cid") continue;
                    envelope.Message = ServerMessages.Read(kind, fields.Fields(kind));
                    if (envelope.Message != null) break;
                }
            }
            catch (JsonException problem)
            {
                envelope.Problem = problem;
            }
            return envelope;
        }
    }

    /// <summary>What is returned by a call that returns nothing.</summary>
    internal sealed class Nothing
    {
        public static readonly Nothing Value = new Nothing();

        public static Nothing Read(JsonFields from)
        {
            return Value;
        }
    }

    /// <summary>A message about one party.</summary>
    internal interface IAboutParty
    {
        string PartyId { get; }
    }

    /// <summary>A call over the socket.</summary>
    internal sealed class Operation<TRequest, TReply>
        where TRequest : IWritable
        where TReply : class
    {
        /// <summary>Its name in the contract.</summary>
        public readonly string Name;

        /// <summary>The kind of its message in an envelope.</summary>
        public readonly string Request;

        public Operation(string name, string request)
        {
            Name = name;
            Request = request;
        }
    }
}
