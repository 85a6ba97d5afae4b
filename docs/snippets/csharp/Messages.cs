using System.Collections.Generic;
using System.Threading.Tasks;
using Parties;

// #region define
public sealed class Cursor
{
    public float X;
    public float Y;
}

public static class Kinds
{
    public static readonly PartyMessageType<string> Chat =
        PartyMessageType.Text(1);
    public static readonly PartyMessageType<Cursor> Cursor =
        PartyMessageType.Json<Cursor>(2);
    public static readonly PartyMessageType<byte[]> Snapshot =
        PartyMessageType.Bytes(3);
}
// #endregion define

public static class Talking
{
    public static async Task TalkAsync(LiveParty party)
    {
        // #region send
        await party.SendAsync(Kinds.Chat, "ready? 👋");
        await party.SendAsync(Kinds.Cursor, new Cursor { X = 3, Y = 4 });
        await party.SendAsync(Kinds.Snapshot, new byte[] { 0, 128, 255 });
        // #endregion send
    }

    public static List<string> Listen(LiveParty party)
    {
        var heard = new List<string>();
        // #region listen
        party.On(Kinds.Chat, message =>
            heard.Add(message.Presence.Username + ": " + message.Data));
        party.On(Kinds.Cursor, message =>
            heard.Add(message.Presence.Username + " is at " + message.Data.X));
        party.On(Kinds.Snapshot, message =>
            heard.Add(message.Data.Length + " bytes"));
        // #endregion listen
        return heard;
    }

    public static async Task<List<string>> EchoAsync(LiveParty party)
    {
        var shown = new List<string>();
        // #region echo
        party.On(Kinds.Chat, message =>
            shown.Add(message.IsOwn ? "me: " + message.Data : message.Data));
        await party.SendAsync(Kinds.Chat, "shown to me too", echo: true);
        // #endregion echo
        return shown;
    }

    public static async Task<List<string>> RawAsync(
        PartySocket sender, PartySocket receiver, string partyId)
    {
        var heard = new List<string>();
        // #region raw
        receiver.ReceivedPartyData += data => heard.Add(
            data.Presence.Username + " (" + data.OpCode + "): " + data.Text);
        await sender.SendPartyDataAsync(partyId, opCode: 1, data: "hello");
        // #endregion raw
        return heard;
    }
}
