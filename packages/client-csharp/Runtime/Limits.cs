namespace Parties
{
    /// <summary>What a server takes. Sizes in bytes of UTF-8.</summary>
    internal static class Limits
    {
        /// <summary>Size of one frame. A server may be configured otherwise.</summary>
        public const int MaxMessageBytes = 4096;

        /// <summary>Members of a party.</summary>
        public const int MaxPartySize = 256;

        /// <summary>Size of a party's label.</summary>
        public const int MaxLabelBytes = 2048;

        /// <summary>Size of a status.</summary>
        public const int MaxStatusBytes = 2048;

        /// <summary>Fewest players of a match.</summary>
        public const int MinMatchCount = 2;

        /// <summary>Entries of a page of parties or notifications.</summary>
        public const int MaxListLimit = 100;
    }
}
