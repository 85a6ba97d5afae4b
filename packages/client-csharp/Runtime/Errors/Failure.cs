using System;
using Newtonsoft.Json;

namespace Parties
{
    /// <summary>Makes the errors that calls end with.</summary>
    internal static class Failure
    {
        public static PartyException InvalidArgument(string argument, string why)
        {
            return new PartyException(ErrorCode.InvalidArgument, argument + " " + why) { Argument = argument };
        }

        public static PartyException Timeout(TimeSpan timeout)
        {
            return new PartyException(ErrorCode.Timeout, "nothing within " + (long)timeout.TotalMilliseconds + " ms");
        }

        public static PartyException Aborted()
        {
            return new PartyException(ErrorCode.Aborted, "aborted", new OperationCanceledException());
        }

        public static PartyException NotConnected(ConnectionState state)
        {
            return new PartyException(ErrorCode.NotConnected, "the socket is " + state.ToString().ToLowerInvariant());
        }

        /// <summary>The connection ended before what was waited for came.</summary>
        public static PartyException Disconnected(string reason)
        {
            return new PartyException(ErrorCode.Disconnected, reason);
        }

        public static PartyException MessageTooLarge(string argument, int size, int limit)
        {
            var message = argument + ": " + size + " bytes; the server takes " + limit;
            return new PartyException(ErrorCode.MessageTooLarge, message) { Argument = argument };
        }

        public static PartyException Malformed(Exception cause)
        {
            return new PartyException(ErrorCode.MalformedMessage, cause.Message, cause);
        }

        public static PartyException Network(string authority, Exception cause)
        {
            return new PartyException(ErrorCode.NetworkError, authority + ": " + Innermost(cause).Message, cause);
        }

        public static PartyException UnexpectedReply(Type expected, object reply)
        {
            var got = reply == null ? "nothing" : reply.GetType().Name;
            return new PartyException(ErrorCode.UnexpectedReply, "expected " + expected.Name + ", got " + got);
        }

        /// <summary>What the server answered on the socket.</summary>
        public static PartyException Realtime(RealtimeError error)
        {
            return new PartyException(ErrorRecognition.Realtime(error.Code, error.Message), error.Message)
            {
                RealtimeCode = error.Code,
            };
        }

        /// <summary>What the server answered over HTTP: its own words, or what something before it made up.</summary>
        public static PartyException Http(int status, string body)
        {
            int? grpcCode = null;
            string message;
            try
            {
                var fields = JsonFields.Parse(body);
                message = fields.Text("message");
                foreach (var name in fields.Names)
                {
                    if (name == "code") grpcCode = fields.Int32(name);
                }
            }
            catch (JsonException)
            {
                // A proxy's page, or the plain text that the socket's address answers with.
                message = body.Length <= 200 ? body.Trim() : "";
            }
            var code = ErrorRecognition.Http(status, grpcCode, message);
            return new PartyException(code, message == "" ? "HTTP " + status : message) { HttpStatus = status };
        }

        /// <summary>The error itself if it is one of ours, else one with the code <c>unknown</c>.</summary>
        public static PartyException From(Exception error)
        {
            var cause = Innermost(error);
            return cause as PartyException ?? new PartyException(ErrorCode.Unknown, cause.Message, cause);
        }

        private static Exception Innermost(Exception error)
        {
            while (error.InnerException != null && !(error is PartyException)) error = error.InnerException;
            return error;
        }
    }
}
