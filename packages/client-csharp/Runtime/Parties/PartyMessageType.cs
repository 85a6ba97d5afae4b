using System;
using System.Text;
using Newtonsoft.Json;

namespace Parties
{
    /// <summary>A kind of message that members send each other. <c>PartyMessageType</c> makes them.</summary>
    public sealed class PartyMessageType<T>
    {
        /// <summary>Tells the kinds apart.</summary>
        public long OpCode { get; }

        internal Func<T, byte[]> Encode { get; }

        internal Func<byte[], T> Decode { get; }

        internal PartyMessageType(long opCode, Func<T, byte[]> encode, Func<byte[], T> decode)
        {
            OpCode = opCode;
            Encode = encode;
            Decode = decode;
        }
    }

    /// <summary>
    /// Names kinds of messages, so that <c>party.SendAsync(Chat, …)</c> and <c>party.On(Chat, …)</c> know what they carry.
    /// </summary>
    /// <remarks>
    /// What arrives is a promise of the other members, not a check: they are other programs. A <c>decode</c> that throws
    /// refuses what is not as it should be; the message is then reported as <c>handler_failed</c>.
    /// </remarks>
    public static class PartyMessageType
    {
        /// <summary>Text, as UTF-8.</summary>
        /// <param name="opCode">Any number the game gives a meaning.</param>
        public static PartyMessageType<string> Text(long opCode)
        {
            return Of(opCode, Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);
        }

        /// <summary>Bytes, as they are.</summary>
        /// <param name="opCode">Any number the game gives a meaning.</param>
        public static PartyMessageType<byte[]> Bytes(long opCode)
        {
            return Of<byte[]>(opCode, bytes => bytes, bytes => bytes);
        }

        /// <summary>
        /// A type of the game's own as JSON, by Newtonsoft.Json. Where Unity strips code, the type has to be preserved.
        /// </summary>
        /// <param name="opCode">Any number the game gives a meaning.</param>
        public static PartyMessageType<T> Json<T>(long opCode)
        {
            return Of<T>(
                opCode,
                value => Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(value)),
                bytes => JsonConvert.DeserializeObject<T>(Encoding.UTF8.GetString(bytes)));
        }

        /// <summary>In a form of the game's own.</summary>
        /// <param name="opCode">Any number the game gives a meaning.</param>
        public static PartyMessageType<T> Of<T>(long opCode, Func<T, byte[]> encode, Func<byte[], T> decode)
        {
            return new PartyMessageType<T>(opCode, encode, decode);
        }
    }

    /// <summary>A message of a kind, from a member of the party.</summary>
    public sealed class PartyMessage<T>
    {
        /// <summary>Id of the party.</summary>
        public string PartyId { get; }

        /// <summary>Who has sent it.</summary>
        public UserPresence Presence { get; }

        /// <summary>What was sent.</summary>
        public T Data { get; }

        /// <summary>Whether it is the echo of a message that this very player has sent.</summary>
        public bool IsOwn { get; }

        internal PartyMessage(PartyData message, T data)
        {
            PartyId = message.PartyId;
            Presence = message.Presence;
            Data = data;
            IsOwn = message.IsOwn;
        }
    }
}
