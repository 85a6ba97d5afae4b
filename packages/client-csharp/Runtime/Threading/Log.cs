namespace Parties
{
    /// <summary>How much something matters that the SDK says of what it does.</summary>
    public enum LogLevel
    {
        /// <summary>Of use while looking for a mistake.</summary>
        Debug,

        /// <summary>A step of the connection.</summary>
        Info,

        /// <summary>Something that nobody has taken care of.</summary>
        Warning,

        /// <summary>A mistake: a handler that has thrown, for example.</summary>
        Error,
    }
}
