using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Parties
{
    /// <summary>
    /// The fields of a message as a server writes it, under the names they have in JSON. What is not there reads as
    /// the default of its kind, and fields that are not known are passed over, so that a newer server can say more.
    /// A value of the wrong type is refused.
    /// </summary>
    internal struct JsonFields
    {
        private readonly JObject json;

        private JsonFields(JObject json)
        {
            this.json = json;
        }

        /// <exception cref="JsonException">It is no JSON object.</exception>
        public static JsonFields Parse(string text)
        {
            // Texts that look like a date stay texts.
            using (var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None })
            {
                var token = JToken.ReadFrom(reader);
                if (reader.Read()) throw new JsonReaderException("expected one value, got more");
                return Of(token);
            }
        }

        /// <summary>The names of all fields, in the order in which they were written.</summary>
        public IEnumerable<string> Names
        {
            get
            {
                if (json == null) yield break;
                foreach (var property in json.Properties()) yield return property.Name;
            }
        }

        public string Text(string name)
        {
            return OptionalText(name) ?? "";
        }

        public string OptionalText(string name)
        {
            var value = Value(name);
            return value == null ? null : TextOf(value);
        }

        public bool Bool(string name)
        {
            var value = Value(name);
            if (value == null) return false;
            if (value.Type != JTokenType.Boolean) throw Wrong("true or false", value);
            return (bool)value;
        }

        public int Int32(string name)
        {
            var value = Int64(name);
            if (value < int.MinValue || value > int.MaxValue) throw Wrong("a 32-bit integer", Value(name));
            return (int)value;
        }

        /// <summary>
        /// Whole numbers of 64 bits come as text, because not every reader of JSON has room for them.
        /// </summary>
        public long Int64(string name)
        {
            var value = Value(name);
            if (value == null) return 0;
            long whole;
            if (long.TryParse(NumberOf(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole))
            {
                return whole;
            }
            var number = DoubleOf(value);
            // Beyond 2^63 a double has no neighbours that a long could tell apart.
            if (Math.Floor(number) != number || Math.Abs(number) >= 9.2e18) throw Wrong("an integer", value);
            return (long)number;
        }

        public double Double(string name)
        {
            var value = Value(name);
            return value == null ? 0 : DoubleOf(value);
        }

        public byte[] Bytes(string name)
        {
            // Of both alphabets, with or without what fills up the end.
            var text = Text(name).Replace('-', '+').Replace('_', '/').TrimEnd('=');
            try
            {
                return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
            }
            catch (FormatException)
            {
                throw new JsonReaderException(name + ": expected base64");
            }
        }

        public DateTime? OptionalTime(string name)
        {
            var text = OptionalText(name);
            if (text == null) return null;
            DateTime time;
            const DateTimeStyles styles = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
            if (DateTime.TryParse(text, CultureInfo.InvariantCulture, styles, out time)) return time;
            throw new JsonReaderException(name + ": expected a time, got " + text);
        }

        /// <summary>The fields of a message inside this one; none where it is not there.</summary>
        public JsonFields Fields(string name)
        {
            var value = Value(name);
            return value == null ? new JsonFields() : Of(value);
        }

        public IReadOnlyList<T> List<T>(string name, Func<JsonFields, T> read)
        {
            return Items(name, item => read(Of(item)));
        }

        public IReadOnlyList<string> Texts(string name)
        {
            return Items(name, TextOf);
        }

        public IReadOnlyDictionary<string, string> TextMap(string name)
        {
            return Map(name, TextOf);
        }

        public IReadOnlyDictionary<string, double> DoubleMap(string name)
        {
            return Map(name, DoubleOf);
        }

        private IReadOnlyList<T> Items<T>(string name, Func<JToken, T> read)
        {
            var value = Value(name);
            if (value == null) return Array.Empty<T>();
            if (value.Type != JTokenType.Array) throw Wrong("a list", value);
            var items = new List<T>();
            foreach (var item in value) items.Add(read(item));
            return items.AsReadOnly();
        }

        private IReadOnlyDictionary<string, T> Map<T>(string name, Func<JToken, T> read)
        {
            var map = new Dictionary<string, T>();
            var fields = Fields(name);
            foreach (var key in fields.Names) map[key] = read(fields.json[key]);
            return map;
        }

        /// <summary>Null is the same as nothing.</summary>
        private JToken Value(string name)
        {
            var value = json == null ? null : json[name];
            return value == null || value.Type == JTokenType.Null ? null : value;
        }

        private static JsonFields Of(JToken value)
        {
            if (value.Type != JTokenType.Object) throw Wrong("an object", value);
            return new JsonFields((JObject)value);
        }

        private static string TextOf(JToken value)
        {
            if (value.Type != JTokenType.String) throw Wrong("a string", value);
            return (string)value;
        }

        private static string NumberOf(JToken value)
        {
            var type = value.Type;
            if (type != JTokenType.Integer && type != JTokenType.Float && type != JTokenType.String)
            {
                throw Wrong("a number", value);
            }
            return Convert.ToString(((JValue)value).Value, CultureInfo.InvariantCulture);
        }

        private static double DoubleOf(JToken value)
        {
            double number;
            if (double.TryParse(NumberOf(value), NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            {
                return number;
            }
            throw Wrong("a number", value);
        }

        private static JsonException Wrong(string expected, JToken value)
        {
            return new JsonReaderException("expected " + expected + ", got " + value.ToString(Formatting.None));
        }
    }
}
