# Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
extends RefCounted
## What the server tells unasked, as signals.

## Event: a match was found for one of the session's tickets or its party's.
signal received_matchmaker_matched(matchmaker_matched: PartyApi.MatchmakerMatched)
## Event: notifications for the user. Also the last words before the server disconnects the session.
signal received_notifications(notifications: PartyApi.Notifications)
## Event: followed users came online, went offline or changed their status.
signal received_status_presence(status_presence_event: PartyApi.StatusPresenceEvent)
## Event: data on a stream that server code has put the session on.
signal received_stream_data(stream_data: PartyApi.StreamData)
## Event: presences joined or left a stream that server code has put the session on.
signal received_stream_presence(stream_presence_event: PartyApi.StreamPresenceEvent)
## Reply to [code]party_create[/code]; event: the session is a member of this party now.
signal received_party(party: PartyApi.Party)
## Event: a party has a new leader.
signal received_party_leader(party_leader: PartyApi.PartyLeader)
## Request of the leader: end the party. Event: the party has ended, or the session was removed from
## it.
signal received_party_close(party_close: PartyApi.PartyClose)
## Event, to the leader: somebody asks to join. Reply to [code]party_join_request_list[/code].
signal received_party_join_request(party_join_request: PartyApi.PartyJoinRequest)
## Reply to [code]party_matchmaker_add[/code]; event, to the other members: the party looks for a
## match.
signal received_party_matchmaker_ticket(party_matchmaker_ticket: PartyApi.PartyMatchmakerTicket)
## Event: data from another member.
signal received_party_data(party_data: PartyApi.PartyData)
## Event: members came or went.
signal received_party_presence(party_presence_event: PartyApi.PartyPresenceEvent)
## Request of the leader: replace label, open and hidden. Event: the leader has done so.
signal received_party_update(party_update: PartyApi.PartyUpdate)


## Emits the signal of a message. What is no event has none.
func _emit_message(kind: String, message: PartyResult) -> void:
	match kind:
		"matchmaker_matched":
			received_matchmaker_matched.emit(message)
		"notifications":
			received_notifications.emit(message)
		"status_presence_event":
			received_status_presence.emit(message)
		"stream_data":
			received_stream_data.emit(message)
		"stream_presence_event":
			received_stream_presence.emit(message)
		"party":
			received_party.emit(message)
		"party_leader":
			received_party_leader.emit(message)
		"party_close":
			received_party_close.emit(message)
		"party_join_request":
			received_party_join_request.emit(message)
		"party_matchmaker_ticket":
			received_party_matchmaker_ticket.emit(message)
		"party_data":
			received_party_data.emit(message)
		"party_presence_event":
			received_party_presence.emit(message)
		"party_update":
			received_party_update.emit(message)
