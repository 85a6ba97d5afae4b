using System;
using System.Text;

namespace Parties
{
    /// <summary>What is sent as data. Always a copy, because a caller may use its buffer again.</summary>
    internal static class Payload
    {
        public static byte[] Of(string text)
        {
            return text == null ? null : Encoding.UTF8.GetBytes(text);
        }

        public static byte[] Of(byte[] bytes)
        {
            return bytes == null ? null : (byte[])bytes.Clone();
        }

        /// <summary>Exactly what the segment shows.</summary>
        public static byte[] Of(ArraySegment<byte> bytes)
        {
            if (bytes.Array == null) return null;
            var copy = new byte[bytes.Count];
            Buffer.BlockCopy(bytes.Array, bytes.Offset, copy, 0, bytes.Count);
            return copy;
        }
    }
}
