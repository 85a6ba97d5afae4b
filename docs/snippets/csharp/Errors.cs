using System;
using System.Threading;
using System.Threading.Tasks;
using Parties;

public static class Failing
{
    public static async Task<string> JoinAsync(
        PartySocket socket, string partyId)
    {
        // #region catch
        try
        {
            await socket.JoinPartyAsync(partyId);
            return "Asked to join.";
        }
        catch (PartyException error)
        {
            switch (error.Code)
            {
                case ErrorCode.PartyNotFound:
                    return "That party is over.";
                case ErrorCode.PartyFull:
                    return "That party is full.";
                case ErrorCode.Timeout:
                case ErrorCode.Disconnected:
                    return "No answer. The server may have done it all the same.";
                default:
                    return error.Operation + " failed: " + error.Code;
            }
        }
        // #endregion catch
    }

    public static async Task LimitedAsync(PartySocket socket, string partyId)
    {
        // #region bounds
        using (var leaving = new CancellationTokenSource())
        {
            await socket.JoinPartyAsync(
                partyId,
                timeout: TimeSpan.FromSeconds(3),
                cancellationToken: leaving.Token);
        }
        // #endregion bounds
    }

    public static void Unsolicited(PartySocket socket, Action<string> report)
    {
        // #region on-error
        socket.ReceivedError += error =>
            report(error.Code + ": " + error.Message);
        // #endregion on-error
    }
}
