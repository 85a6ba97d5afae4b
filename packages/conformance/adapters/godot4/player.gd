extends RefCounted
## One player: what the SDK made for it, and everything it hears.

const Values := preload("values.gd")

## By name of the contract, the signal of a socket that carries what the contract says.
const EVENTS := {
	"party": "received_party",
	"partyPresence": "received_party_presence",
	"partyJoinRequest": "received_party_join_request",
	"partyLeader": "received_party_leader",
	"partyData": "received_party_data",
	"partyClose": "received_party_close",
	"partyUpdate": "received_party_update",
	"partyMatchmakerTicket": "received_party_matchmaker_ticket",
	"matchmakerMatched": "received_matchmaker_matched",
	"statusPresence": "received_status_presence",
	"notifications": "received_notifications",
	"streamData": "received_stream_data",
	"streamPresence": "received_stream_presence",
}

var client: PartyClient
var socket: PartySocket
var session: PartySession
## What live parties have told of their ends and of tickets that are no more.
var ended: Array[Dictionary] = []
var cancelled: Array[Dictionary] = []

var _actor: String
var _seq := 0
var _send: Callable


## [param send] takes a message for the runner.
func _init(command: Dictionary, send: Callable) -> void:
	_actor = command["actor"]
	_send = send
	var options := PartyOptions.new()
	options.host = command["server"]["host"]
	options.port = int(command["server"]["port"])
	options.ssl = command["server"]["ssl"]
	options.server_key = command["server"]["serverKey"]
	options.reconnect = command.get("reconnect", false)
	options.reconnect_base_ms = 20
	options.reconnect_cap_ms = 100
	client = PartyClient.new(options)
	socket = client.create_socket()
	for name: String in EVENTS:
		socket.connect(EVENTS[name], _heard.bind(name))
	socket.disconnected.connect(_disconnected)
	socket.transitioned.connect(_transitioned)
	socket.party_rejoin.connect(_rejoined)
	socket.party_entered.connect(_entered)
	socket.received_error.connect(_failed)


func _tell(name: String, value: Dictionary) -> void:
	_seq += 1
	_send.call({"type": "event", "actor": _actor, "seq": _seq, "name": name, "value": value})


func _disconnected(code: String, reason: String, will_reconnect: bool) -> void:
	_tell("disconnect", {"code": code, "reason": reason, "willReconnect": will_reconnect})


func _transitioned(transition: PartyTransition) -> void:
	if transition.from == "reconnecting" and transition.to == "open":
		_tell("reconnected", {})


func _rejoined(outcome: String, party: LiveParty, _error: PartyError) -> void:
	_tell("partyRejoin", {"partyId": party.party_id, "outcome": outcome})


func _heard(message: PartyResult, name: String) -> void:
	_tell(name, Values.of(message))


func _failed(error: PartyError) -> void:
	_tell("error", Values.error(error))


func _entered(party: LiveParty) -> void:
	party.ended.connect(_ended.bind(party.party_id))
	party.matchmaking_cancelled.connect(_cancelled.bind(party.party_id))


func _ended(cause: String, party_id: String) -> void:
	ended.append({"partyId": party_id, "cause": cause})


func _cancelled(ticket: String, cause: String, party_id: String) -> void:
	cancelled.append({"partyId": party_id, "ticket": ticket, "cause": cause})
