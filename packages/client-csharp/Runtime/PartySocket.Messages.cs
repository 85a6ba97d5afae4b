using System;
using System.Threading;
using System.Threading.Tasks;

namespace Parties
{
    // What a socket can send to the members of a party.
    public sealed partial class PartySocket
    {
        /// <summary>Sends a text to the other members, as UTF-8. See the form with an <c>ArraySegment</c>.</summary>
        public Task SendPartyDataAsync(
            string partyId,
            long opCode,
            string data,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return SendDataAsync(partyId, opCode, Payload.Of(data), null, new CallBounds(timeout, cancellationToken));
        }

        /// <summary>Sends bytes to the other members. See the form with an <c>ArraySegment</c>.</summary>
        public Task SendPartyDataAsync(
            string partyId,
            long opCode,
            byte[] data,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return SendDataAsync(partyId, opCode, Payload.Of(data), null, new CallBounds(timeout, cancellationToken));
        }

        /// <summary>
        /// Sends data to the other members. They hear <c>ReceivedPartyData</c>; the sender does not. Members only.
        /// </summary>
        /// <remarks>
        /// Ends also with <c>invalid_party_id</c>, <c>party_not_found</c>, <c>party_closed</c>,
        /// <c>party_member_not_found</c>.
        /// </remarks>
        /// <param name="opCode">What kind of data it is: any number the game gives a meaning.</param>
        /// <param name="data">
        /// At most what fits into a message: about 2900 bytes. The buffer may be used again at once.
        /// </param>
        public Task SendPartyDataAsync(
            string partyId,
            long opCode,
            ArraySegment<byte> data,
            TimeSpan? timeout = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return SendDataAsync(partyId, opCode, Payload.Of(data), null, new CallBounds(timeout, cancellationToken));
        }

        /// <param name="echo">Whose handlers hear it too; null for nobody's.</param>
        internal Task SendDataAsync(string partyId, long opCode, byte[] data, LiveParty echo, CallBounds bounds)
        {
            return Call(
                Operations.SendPartyData,
                partyId,
                () =>
                {
                    if (data == null) throw Failure.InvalidArgument("data", "must not be null");
                    return new PartyDataSend { PartyId = Check.Name("partyId", partyId), OpCode = opCode, Data = data };
                },
                bounds,
                "data",
                done =>
                {
                    if (echo == null) return done;
                    var own = new PartyData
                    {
                        PartyId = partyId,
                        Presence = echo.Self,
                        OpCode = opCode,
                        Data = data,
                        IsOwn = true,
                    };
                    Tell(() => echo.RaiseData(own));
                    return done;
                });
        }
    }
}
