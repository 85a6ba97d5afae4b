extends RefCounted
## A client, a socket and everything around them, made up.

const FakeClock := preload("fake_clock.gd")
const FakeHttp := preload("fake_http.gd")
const FakeTransport := preload("fake_transport.gd")
const Pending := preload("pending.gd")
const Tokens := preload("tokens.gd")

const PARTY_ID := "11111111-1111-4111-8111-111111111111.nakama1"

var clock := FakeClock.new()
var http := FakeHttp.new()
var options := PartyOptions.new()
var client: PartyClient
var socket: PartySocket
var session: PartySession
## The connections that were made, the last one last.
var transports: Array[FakeTransport] = []
## What the socket has told of its steps: `open`, `reconnecting connection_lost`.
var steps := PackedStringArray()


func _init(change := Callable()) -> void:
	options.clock = clock
	options.http = http
	options.random = func() -> float: return 0.5
	options.heartbeat_interval_ms = 0
	var made := transports
	options.make_transport = func() -> FakeTransport:
		made.append(FakeTransport.new())
		return made[-1]
	if change.is_valid():
		change.call(options)
	client = PartyClient.new(options)
	socket = client.create_socket()
	socket.transitioned.connect(_step)
	var now := FakeClock.STARTED_AT / 1000
	session = PartySession.restore(Tokens.token("ada", now + 3600), Tokens.token("ada", now + 7200))


func transport() -> FakeTransport:
	return transports[-1]


## Begins a call.
func begin(method: Callable) -> Pending:
	return Pending.of(method)


## Connects the socket.
func connect_socket() -> Pending:
	var connecting := begin(socket.connect_async.bind(session))
	transport().opened.emit()
	return connecting


## The connection breaks, and the next attempt to make it again begins.
func lose_and_retry() -> void:
	transport().closed.emit(1006, "")
	clock.advance(500)


## Makes the player a member of a party, whose first member leads. Names are sessions.
func enter(members: Array, own: String, open := true, party_id := PARTY_ID) -> LiveParty:
	transport().receive({
		"party": {
			"party_id": party_id,
			"open": open,
			"max_size": 8,
			"self": presence(own),
			"leader": presence(members[0]),
			"presences": members.map(presence),
		},
	})
	return socket.get_party(party_id)


func presence(session_id: String) -> Dictionary:
	return {"user_id": "user of %s" % session_id, "session_id": session_id, "username": session_id}


## The sessions of presences.
static func sessions(presences: Array) -> Array:
	return presences.map(func(presence: PartyApi.UserPresence) -> String: return presence.session_id)


func _step(transition: PartyTransition) -> void:
	steps.append(transition.to if transition.to in ["connecting", "open"] else "%s %s" % [transition.to, transition.code])
