// #region connect
using System.Threading.Tasks;
using Parties;

public static class Connecting
{
    public static async Task<PartySocket> SignInAsync(
        string deviceId, int port = 7350)
    {
        var client = new PartyClient("http", "127.0.0.1", port, "defaultkey");
        var session = await client.AuthenticateDeviceAsync(deviceId);
        var socket = client.NewSocket();
        await socket.ConnectAsync(session);
        return socket;
    }
}
// #endregion connect
