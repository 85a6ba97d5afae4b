namespace Parties
{
    /// <summary>
    /// WebSocket close codes. Nakama closes with 1000 and a reason in words whatever has happened; only a frame that is
    /// too large has a code of its own.
    /// </summary>
    internal static class CloseCode
    {
        /// <summary>Never sent: the other side has closed without giving a code.</summary>
        public const int NoStatus = 1005;

        /// <summary>Never sent: the connection was lost without a word.</summary>
        public const int Abnormal = 1006;

        /// <summary>A frame was larger than the server takes.</summary>
        public const int MessageTooBig = 1009;
    }
}
