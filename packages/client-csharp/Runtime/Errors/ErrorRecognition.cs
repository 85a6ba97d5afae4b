using System;
using System.Text.RegularExpressions;

namespace Parties
{
    /// <summary>
    /// A number and how a message begins that together stand for an error; an empty beginning fits any.
    /// </summary>
    internal struct ErrorSign
    {
        public readonly int Number;
        public readonly string Beginning;
        public readonly string Code;

        public ErrorSign(int number, string beginning, string code)
        {
            Number = number;
            Beginning = Words(beginning);
            Code = code;
        }

        /// <summary>Messages in one form: spelling and signs differ between versions of the server.</summary>
        public static string Words(string message)
        {
            return Regex.Replace(message.ToLowerInvariant(), "[^a-z0-9_]+", "_");
        }
    }

    /// <summary>Finds the stable code of what a server answers.</summary>
    internal static class ErrorRecognition
    {
        /// <summary>
        /// The code of an <c>error</c> envelope; <c>unknown</c> for a number that is none of Nakama's.
        /// </summary>
        public static string Realtime(int number, string message)
        {
            // Nakama puts in front what it was about: "Error joining party: party full".
            return Find(ErrorSigns.Realtime, number, Regex.Replace(message, "^Error [^:]*: ", "")) ?? ErrorCode.Unknown;
        }

        /// <summary>
        /// The code of an HTTP answer that is not a success; <c>unknown</c> when neither its gRPC code nor its status
        /// is known. An answer that is not the game server's own has no gRPC code.
        /// </summary>
        public static string Http(int status, int? grpcCode, string message)
        {
            // gRPC codes end at 16 and statuses start at 100: one table serves both.
            return Find(ErrorSigns.Http, grpcCode ?? status, message)
                ?? Find(ErrorSigns.Http, status, message)
                ?? ErrorCode.Unknown;
        }

        private static string Find(ErrorSign[] signs, int number, string message)
        {
            var words = ErrorSign.Words(message);
            foreach (var sign in signs)
            {
                if (sign.Number == number && words.StartsWith(sign.Beginning, StringComparison.Ordinal))
                {
                    return sign.Code;
                }
            }
            return null;
        }
    }
}
