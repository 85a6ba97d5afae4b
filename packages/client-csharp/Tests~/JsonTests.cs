using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;

namespace Parties.Tests
{
    public sealed class JsonTests
    {
        [Test]
        public void WhatIsNotThereHasADefault()
        {
            var party = Party.Read(JsonFields.Parse("{}"));
            Expect.Equal("", party.PartyId);
            Expect.Equal(0, party.Presences.Count);
            Expect.Equal("", party.Self.UserId);
            Expect.Equal(null, party.Self.Status);
            Expect.Equal(0, PartyData.Read(JsonFields.Parse("{\"presence\":null}")).Data.Length);
        }

        [Test]
        public void WholeNumbersOf64BitsAreExact()
        {
            foreach (var number in new[] { "9007199254740993", "-9223372036854775808", "0" })
            {
                Expect.Equal(long.Parse(number), PartyData.Read(JsonFields.Parse("{\"op_code\":\"" + number + "\"}")).OpCode);
                Expect.Equal(long.Parse(number), PartyData.Read(JsonFields.Parse("{\"op_code\":" + number + "}")).OpCode);
            }
            Expect.Equal("{\"op_code\":9007199254740991}", Write(9007199254740991));
            Expect.Equal("{\"op_code\":\"9007199254740993\"}", Write(9007199254740993));
            Expect.Equal("{}", Write(0));
        }

        [Test]
        public void BytesAreReadInEitherAlphabet()
        {
            var all = Enumerable.Range(0, 256).Select(number => (byte)number).ToArray();
            var text = Convert.ToBase64String(all);
            Expect.Sequence(PartyData.Read(JsonFields.Parse("{\"data\":\"" + text + "\"}")).Data, all);
            var url = text.Replace('+', '-').Replace('/', '_').TrimEnd('=');
            Expect.Sequence(PartyData.Read(JsonFields.Parse("{\"data\":\"" + url + "\"}")).Data, all);
        }

        [Test]
        public void TextsThatLookLikeATimeStayTexts()
        {
            var notification = Notification.Read(JsonFields.Parse(
                "{\"subject\":\"2026-01-02T03:04:05Z\",\"create_time\":\"2026-01-02T03:04:05Z\"}"));
            Expect.Equal("2026-01-02T03:04:05Z", notification.Subject);
            Expect.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), notification.CreateTime);
        }

        [Test]
        public void AValueOfTheWrongTypeIsRefused()
        {
            var wrong = new[]
            {
                "{\"open\":1}",
                "{\"party_id\":1}",
                "{\"max_size\":1.5}",
                "{\"presences\":{}}",
                "{\"self\":[]}",
                "[]",
                "{} {}",
            };
            foreach (var json in wrong)
            {
                var isRefused = false;
                try
                {
                    Party.Read(JsonFields.Parse(json));
                }
                catch (JsonException)
                {
                    isRefused = true;
                }
                Expect.True(isRefused, json + " to be refused");
            }
        }

        [Test]
        public void WhatIsUnsetIsToldApartFromWhatIsEmpty()
        {
            Expect.Equal("{}", JsonFieldWriter.ToJson(new StatusUpdate()));
            Expect.Equal("{\"status\":\"\"}", JsonFieldWriter.ToJson(new StatusUpdate { Status = "" }));
            Expect.Equal("{\"count_multiple\":2}", JsonFieldWriter.ToJson(new MatchmakerAdd { CountMultiple = 2 }));
        }

        [Test]
        public void HalfOfASurrogatePairIsReplaced()
        {
            Expect.Equal("\"a\ufffdb👋\"", JsonFieldWriter.ToJson("a\ud83db👋"));
        }

        [Test]
        public void MapsAreWritten()
        {
            var request = new MatchmakerAdd
            {
                StringProperties = new Dictionary<string, string> { { "partyId", "x" } },
                NumericProperties = new Dictionary<string, double> { { "rank", 0.1 } },
            };
            Expect.Equal(
                "{\"string_properties\":{\"partyId\":\"x\"},\"numeric_properties\":{\"rank\":0.1}}",
                JsonFieldWriter.ToJson(request));
        }

        [Test]
        public void AnEnvelopeKeepsItsCidWhateverElseIsWrong()
        {
            var envelope = Envelope.Read("{\"cid\":\"7\",\"party\":{\"open\":3}}");
            Expect.Equal("7", envelope.Cid);
            Expect.True(envelope.Problem != null, "a problem");
            Expect.True(Envelope.Read("{\"cid\":\"8\",\"unknown\":{}}").Problem == null, "no problem");
        }

        [Test]
        public void ErrorsAreRecognizedWhateverStandsBefore()
        {
            Expect.Equal(ErrorCode.PartyFull, ErrorRecognition.Realtime(3, "Error joining party: party full"));
            Expect.Equal(ErrorCode.MatchmakerTicketNotFound, ErrorRecognition.Realtime(3, "Matchmaker ticket not found"));
            Expect.Equal(ErrorCode.InvalidInput, ErrorRecognition.Realtime(3, "anything else"));
            Expect.Equal(ErrorCode.ServerError, ErrorRecognition.Realtime(0, ""));
            Expect.Equal(ErrorCode.Unknown, ErrorRecognition.Realtime(99, "x"));
            Expect.Equal(ErrorCode.RefreshTokenInvalid, ErrorRecognition.Http(401, 16, "Refresh token invalid or expired."));
            Expect.Equal(ErrorCode.Unauthenticated, ErrorRecognition.Http(401, null, ""));
            Expect.Equal(ErrorCode.Unavailable, ErrorRecognition.Http(502, null, "<html>"));
            Expect.Equal(ErrorCode.NotFound, ErrorRecognition.Http(404, 99, "x"));
        }

        private static string Write(long opCode)
        {
            return JsonFieldWriter.ToJson(new PartyDataSend { OpCode = opCode });
        }
    }
}
