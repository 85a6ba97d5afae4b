using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using Newtonsoft.Json;

namespace Parties
{
    /// <summary>A message that a client sends.</summary>
    internal interface IWritable
    {
        void Write(JsonFieldWriter to);
    }

    /// <summary>
    /// Writes the fields of a message. What is not set is left out: an older server closes the connection for a field
    /// that it does not know.
    /// </summary>
    internal sealed class JsonFieldWriter
    {
        /// <summary>Beyond it, readers of JSON take one number for another.</summary>
        private const long MaxSafeInteger = (1L << 53) - 1;

        private readonly JsonWriter json;

        private JsonFieldWriter(JsonWriter json)
        {
            this.json = json;
        }

        /// <summary>The JSON of a message.</summary>
        public static string ToJson(IWritable message)
        {
            return ToJson(writer => new JsonFieldWriter(writer).Object(message));
        }

        /// <summary>The JSON of a text.</summary>
        public static string ToJson(string text)
        {
            return ToJson(writer => writer.WriteValue(WellFormed(text)));
        }

        /// <summary>The JSON of an envelope.</summary>
        public static string Envelope(string cid, string kind, IWritable message)
        {
            return ToJson(writer =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("cid");
                writer.WriteValue(cid);
                writer.WritePropertyName(kind);
                new JsonFieldWriter(writer).Object(message);
                writer.WriteEndObject();
            });
        }

        public void Text(string name, string value)
        {
            if (!string.IsNullOrEmpty(value)) OptionalText(name, value);
        }

        public void OptionalText(string name, string value)
        {
            if (value == null) return;
            json.WritePropertyName(name);
            json.WriteValue(WellFormed(value));
        }

        public void Bool(string name, bool value)
        {
            if (!value) return;
            json.WritePropertyName(name);
            json.WriteValue(true);
        }

        public void Int32(string name, int value)
        {
            if (value != 0) OptionalInt32(name, value);
        }

        public void OptionalInt32(string name, int? value)
        {
            if (value == null) return;
            json.WritePropertyName(name);
            json.WriteValue(value.Value);
        }

        public void Int64(string name, long value)
        {
            if (value == 0) return;
            json.WritePropertyName(name);
            if (value >= -MaxSafeInteger && value <= MaxSafeInteger) json.WriteValue(value);
            else json.WriteValue(value.ToString(CultureInfo.InvariantCulture));
        }

        public void Bytes(string name, byte[] value)
        {
            if (value == null || value.Length == 0) return;
            json.WritePropertyName(name);
            json.WriteValue(Convert.ToBase64String(value));
        }

        public void Message(string name, IWritable value)
        {
            if (value == null) return;
            json.WritePropertyName(name);
            Object(value);
        }

        public void Texts(string name, IReadOnlyList<string> values)
        {
            if (values == null || values.Count == 0) return;
            json.WritePropertyName(name);
            json.WriteStartArray();
            foreach (var value in values) json.WriteValue(WellFormed(value));
            json.WriteEndArray();
        }

        public void TextMap(string name, IReadOnlyDictionary<string, string> values)
        {
            Map(name, values, value => json.WriteValue(WellFormed(value)));
        }

        public void DoubleMap(string name, IReadOnlyDictionary<string, double> values)
        {
            Map(name, values, value => json.WriteValue(value));
        }

        private void Map<T>(string name, IReadOnlyDictionary<string, T> values, Action<T> write)
        {
            if (values == null || values.Count == 0) return;
            json.WritePropertyName(name);
            json.WriteStartObject();
            foreach (var entry in values)
            {
                json.WritePropertyName(WellFormed(entry.Key));
                write(entry.Value);
            }
            json.WriteEndObject();
        }

        private void Object(IWritable message)
        {
            json.WriteStartObject();
            message.Write(this);
            json.WriteEndObject();
        }

        private static string ToJson(Action<JsonWriter> write)
        {
            var text = new StringWriter(CultureInfo.InvariantCulture);
            using (var writer = new JsonTextWriter(text)) write(writer);
            return text.ToString();
        }

        /// <summary>A server closes the connection of who sends half of a surrogate pair.</summary>
        private static string WellFormed(string text)
        {
            StringBuilder copy = null;
            for (var index = 0; index < text.Length; index++)
            {
                if (!char.IsSurrogate(text[index])) continue;
                if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
                {
                    index++;
                    continue;
                }
                copy = copy ?? new StringBuilder(text);
                copy[index] = '\ufffd';
            }
            return copy == null ? text : copy.ToString();
        }
    }
}
