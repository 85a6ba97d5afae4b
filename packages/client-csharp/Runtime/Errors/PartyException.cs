using System;

namespace Parties
{
    /// <summary>
    /// The one exception of this SDK: what every call ends with that has no result, and what <c>ReceivedError</c>
    /// tells. Decide by <c>Code</c>; the message is for developers.
    /// </summary>
    public sealed class PartyException : Exception
    {
        /// <summary>Stable name of what went wrong: one of <c>ErrorCode</c>.</summary>
        public string Code { get; }

        /// <summary>
        /// What was called, as the contract names it: <c>JoinParty</c>. Null if the error belongs to no call.
        /// </summary>
        public string Operation { get; internal set; }

        /// <summary>The party the call was about; null if it was about none.</summary>
        public string PartyId { get; internal set; }

        /// <summary>With <c>invalid_argument</c> and <c>message_too_large</c>: name of the argument.</summary>
        public string Argument { get; internal set; }

        /// <summary>The number the server gave to an error on the socket (3: bad input), 0 included.</summary>
        public int? RealtimeCode { get; internal set; }

        /// <summary>The status of an HTTP answer.</summary>
        public int? HttpStatus { get; internal set; }

        internal PartyException(string code, string message, Exception cause = null)
            : base(message, cause)
        {
            Code = code;
        }

        /// <summary>The same error, as one of this call.</summary>
        internal PartyException During(string operation, string partyId = null)
        {
            return new PartyException(Code, Message, InnerException)
            {
                Operation = operation,
                PartyId = partyId,
                Argument = Argument,
                RealtimeCode = RealtimeCode,
                HttpStatus = HttpStatus,
            };
        }
    }
}
