using System;
using System.Collections.Generic;
using System.Text;
using Newtonsoft.Json;

namespace Parties
{
    /// <summary>
    /// Refuses arguments that the server would refuse anyway, or for which it would close the connection, with
    /// <c>invalid_argument</c>. The rest is the server's to know.
    /// </summary>
    internal static class Check
    {
        public static string Name(string argument, string value)
        {
            if (string.IsNullOrEmpty(value))
            {
                throw Failure.InvalidArgument(argument, "has to be a text that is not empty");
            }
            return value;
        }

        public static string NotNull(string argument, string value)
        {
            if (value == null) throw Failure.InvalidArgument(argument, "must not be null");
            return value;
        }

        public static int Range(string argument, int value, int min, int max = int.MaxValue)
        {
            if (value < min || value > max)
            {
                throw Failure.InvalidArgument(argument, "has to be an integer from " + min + " to " + max);
            }
            return value;
        }

        public static string Label(string label)
        {
            label = label ?? "";
            AtMost("label", label, Limits.MaxLabelBytes);
            if (label != "" && !IsJsonObject(label)) throw Failure.InvalidArgument("label", "has to be a JSON object");
            return label;
        }

        /// <summary>Null is to appear offline.</summary>
        public static string Status(string status)
        {
            if (status != null) AtMost("status", status, Limits.MaxStatusBytes);
            return status;
        }

        /// <summary>What the server is to be told of a presence: nothing else, because it takes nothing else.</summary>
        public static UserPresence Presence(UserPresence presence)
        {
            if (presence == null
                || string.IsNullOrEmpty(presence.UserId)
                || string.IsNullOrEmpty(presence.SessionId)
                || string.IsNullOrEmpty(presence.Username))
            {
                throw Failure.InvalidArgument("presence", "has to have UserId, SessionId and Username");
            }
            return new UserPresence(presence.UserId, presence.SessionId, presence.Username);
        }

        /// <summary>A copy, which the caller cannot change any more. Null is nobody.</summary>
        public static IReadOnlyList<string> Names(string argument, IEnumerable<string> values)
        {
            var names = new List<string>();
            if (values == null) return names;
            foreach (var value in values) names.Add(Name(argument, value));
            return names;
        }

        /// <summary>A copy, which the caller cannot change any more. Null is none.</summary>
        public static IReadOnlyDictionary<string, string> Texts(string argument, IDictionary<string, string> values)
        {
            var copy = new Dictionary<string, string>();
            if (values == null) return copy;
            foreach (var entry in values) copy.Add(entry.Key, NotNull(argument, entry.Value));
            return copy;
        }

        /// <summary>A copy, which the caller cannot change any more. Null is none.</summary>
        public static IReadOnlyDictionary<string, double> Numbers(string argument, IDictionary<string, double> values)
        {
            var copy = new Dictionary<string, double>();
            if (values == null) return copy;
            foreach (var entry in values)
            {
                if (double.IsNaN(entry.Value) || double.IsInfinity(entry.Value))
                {
                    throw Failure.InvalidArgument(argument, "has to be of finite numbers");
                }
                copy.Add(entry.Key, entry.Value);
            }
            return copy;
        }

        public static int? CountMultiple(int? countMultiple, int minCount, int maxCount)
        {
            if (countMultiple == null) return null;
            Range("countMultiple", countMultiple.Value, 1);
            if (minCount % countMultiple.Value != 0 || maxCount % countMultiple.Value != 0)
            {
                throw Failure.InvalidArgument("countMultiple", "has to divide minCount and maxCount");
            }
            return countMultiple;
        }

        private static void AtMost(string argument, string value, int bytes)
        {
            if (Encoding.UTF8.GetByteCount(value) > bytes)
            {
                throw Failure.InvalidArgument(argument, "may have at most " + bytes + " bytes");
            }
        }

        private static bool IsJsonObject(string text)
        {
            try
            {
                JsonFields.Parse(text);
                return true;
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }
}
