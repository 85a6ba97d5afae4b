using System.Text;

namespace Parties
{
    public sealed partial class PartyData
    {
        /// <summary>
        /// Whether it is the echo of a message that this very player has sent with <c>echo</c>; only to handlers of a
        /// <c>LiveParty</c>.
        /// </summary>
        public bool IsOwn { get; internal set; }

        /// <summary>
        /// The data as text: UTF-8, as <c>SendPartyDataAsync</c> writes it. Bytes that are none become U+FFFD.
        /// </summary>
        public string Text
        {
            get { return Encoding.UTF8.GetString(Data); }
        }
    }
}
