# Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
extends RefCounted
## Calls over the socket.

const Fields := preload("../json/json_fields.gd")

## The message that each call sends, and the one that answers it, empty for an answer without one.
const OPERATIONS := {
	"create_party": {"request": "party_create", "reply": "party"},
	"join_party": {"request": "party_join", "reply": ""},
	"leave_party": {"request": "party_leave", "reply": ""},
	"promote_party_member": {"request": "party_promote", "reply": ""},
	"accept_party_member": {"request": "party_accept", "reply": ""},
	"remove_party_member": {"request": "party_remove", "reply": ""},
	"close_party": {"request": "party_close", "reply": ""},
	"list_party_join_requests": {"request": "party_join_request_list", "reply": "party_join_request"},
	"add_matchmaker_party": {"request": "party_matchmaker_add", "reply": "party_matchmaker_ticket"},
	"remove_matchmaker_party": {"request": "party_matchmaker_remove", "reply": ""},
	"send_party_data": {"request": "party_data_send", "reply": ""},
	"update_party": {"request": "party_update", "reply": ""},
	"add_matchmaker": {"request": "matchmaker_add", "reply": "matchmaker_ticket"},
	"remove_matchmaker": {"request": "matchmaker_remove", "reply": ""},
	"follow_users": {"request": "status_follow", "reply": "status"},
	"unfollow_users": {"request": "status_unfollow", "reply": ""},
	"update_status": {"request": "status_update", "reply": ""},
	"rpc": {"request": "rpc", "reply": "rpc"},
	"ping": {"request": "ping", "reply": "pong"},
}


## Reads the message of this name in an envelope; null if it is none that a client knows.
static func read(kind: String, envelope: Fields) -> PartyResult:
	match kind:
		"error":
			return PartyApi.RealtimeError.read(envelope.message(kind))
		"matchmaker_matched":
			return PartyApi.MatchmakerMatched.read(envelope.message(kind))
		"matchmaker_ticket":
			return PartyApi.MatchmakerTicket.read(envelope.message(kind))
		"notifications":
			return PartyApi.Notifications.read(envelope.message(kind))
		"rpc":
			return PartyApi.Rpc.read(envelope.message(kind))
		"status":
			return PartyApi.Status.read(envelope.message(kind))
		"status_presence_event":
			return PartyApi.StatusPresenceEvent.read(envelope.message(kind))
		"stream_data":
			return PartyApi.StreamData.read(envelope.message(kind))
		"stream_presence_event":
			return PartyApi.StreamPresenceEvent.read(envelope.message(kind))
		"pong":
			return PartyApi.Pong.read(envelope.message(kind))
		"party":
			return PartyApi.Party.read(envelope.message(kind))
		"party_leader":
			return PartyApi.PartyLeader.read(envelope.message(kind))
		"party_close":
			return PartyApi.PartyClose.read(envelope.message(kind))
		"party_join_request":
			return PartyApi.PartyJoinRequest.read(envelope.message(kind))
		"party_matchmaker_ticket":
			return PartyApi.PartyMatchmakerTicket.read(envelope.message(kind))
		"party_data":
			return PartyApi.PartyData.read(envelope.message(kind))
		"party_presence_event":
			return PartyApi.PartyPresenceEvent.read(envelope.message(kind))
		"party_update":
			return PartyApi.PartyUpdate.read(envelope.message(kind))
	return null
