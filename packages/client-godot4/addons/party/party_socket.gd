class_name PartySocket
extends "socket/socket_calls.gd"
## A player's connection to the server: everything a party does, and everything it hears.
##
## Every call ends exactly once, with a result or with an exception. Besides the codes that each method names,
## each can end with [code]invalid_argument[/code] (an argument is refused before anything is sent),
## [code]not_connected[/code], [code]timeout[/code], [code]aborted[/code], [code]disconnected[/code] (as with
## a timeout, whether the server has done it is not known), [code]message_too_large[/code] (nothing was sent),
## [code]unexpected_reply[/code], [code]malformed_message[/code], [code]server_error[/code] and, where a
## server runs code of its own around requests, [code]disabled_by_server[/code] and
## [code]server_function_failed[/code].
##
## It needs no place in the scene tree, and it lives on while it is connected, whoever holds it. After
## [method close] nothing of it is left in the game.

const Checks := preload("socket/checks.gd")
const ConnectTarget := preload("socket/connect_target.gd")
const Connection := preload("connection/connection.gd")
const Operations := preload("generated/operations.gd")
const Parties := preload("party/parties.gd")
const Rejoin := preload("party/rejoin.gd")
const Request := preload("connection/request.gd")
const Requests := preload("connection/requests.gd")
const States := preload("connection/states.gd")
const StatusMemory := preload("socket/status_memory.gd")
const Wait := preload("runtime/wait.gd")

## The connection is open, for the first time or again.
signal connected
## The connection is over, and is not made again by itself.
signal closed
## [method connect_async] has failed.
signal connection_error(error: PartyError)
## A connection that was open has ended, whoever ended it. With [param will_reconnect] it is about to be made
## again, and a second one without it tells if that is given up. For codes see [member PartyTransition.code].
signal disconnected(code: String, reason: String, will_reconnect: bool)
## Every step of the connection, in order: why it was taken, and whether the SDK is about to try again.
signal transitioned(transition: PartyTransition)
## What belongs to no call: an error of the server without a request that waits for it, a message that cannot
## be read ([code]malformed_message[/code]). The connection stays as it is.
signal received_error(error: PartyError)
## One of the notifications that [signal received_notifications] tells together.
signal received_notification(notification: PartyApi.Notification)
## The player is in a party that was not among [member parties].
signal party_entered(party: LiveParty)
## What became of a party that the player was in when the connection was lost.
##
## [code]rejoined[/code]: the player is in it again; the party has told before what is different in it.
## [code]requested[/code]: it is closed, and its leader was asked. [code]rejoined[/code] follows if the leader
## says yes; a no is not told, and the party stays stale until the game leaves it. [code]gone[/code]: there is
## no such party any more. [code]failed[/code]: for the reason that [param error] gives. With these two the
## party has ended, as [code]disconnected[/code].
signal party_rejoin(outcome: String, party: LiveParty, error: PartyError)
## The connection was made again, and those the player follows are followed again: these of them are online
## now, the others are not. What they did meanwhile is not told.
signal status_restored(status: PartyApi.Status)

## How long [method enter_party_async] waits unless it is told otherwise.
const ENTER_MS := 60_000

## Where the connection stands: [code]idle[/code], [code]connecting[/code], [code]open[/code],
## [code]reconnecting[/code] or [code]closed[/code].
var state: String:
	get:
		return _connection.state
## The session of the connection: the one last given to [method connect_async].
var session: PartySession:
	get:
		return _target.session
## The parties that the player is in, as they are now, in the order of entering.
var parties: Array[LiveParty]:
	get:
		return _parties.list()

var _options: PartyOptions
var _client: PartyClient
var _connection: Connection
var _parties: Parties
var _rejoin: Rejoin
var _target: ConnectTarget
var _status := StatusMemory.new()
## Keeps the socket alive while it is connected.
var _staying: WeakRef


## [method PartyClient.create_socket] makes sockets.
func _init(options: PartyOptions, client: PartyClient) -> void:
	_options = options
	_client = client
	_target = ConnectTarget.new(options, client, _status)
	_status.restored.connect(status_restored.emit)
	_status.failed.connect(received_error.emit)
	_connection = Connection.new(options)
	_connection.message_received.connect(_on_message)
	_connection.moved.connect(_on_moved)
	_connection.error_received.connect(received_error.emit)
	_connection.alive.connect(_target.keep_refresh_token)
	_parties = Parties.new(self)
	_parties.entered.connect(party_entered.emit)
	_rejoin = Rejoin.new(options, _rejoin_join, _rejoin_probe)
	_rejoin.told.connect(party_rejoin.emit)
	_rejoin.ended.connect(_parties.end.bind("disconnected"))


## The party of this id; null if the player is not in it.
func get_party(party_id: String) -> LiveParty:
	return _parties.get_party(party_id)


## Whether the connection is open.
func is_connected_to_host() -> bool:
	return state == States.OPEN


## Whether the connection is being made, or made again.
func is_connecting_to_host() -> bool:
	return state == States.CONNECTING or state == States.RECONNECTING


## Connects the player, and ends when the connection is open. Calling it again while it connects, or connects
## again, waits for the same; while it is open it ends at once. Connect to signals before: what the server
## says first may arrive together with the connection.
##
## A first attempt that fails is not repeated; once it was open, a connection that is lost is made again
## ([member PartyOptions.reconnect]). Each attempt uses the tokens that the session has by then.
##
## With [param appear_online] followers see the player come online, with an empty status; else the player is
## invisible until [method PartySocket.update_status_async]. [param lang] is the language of the player, for
## server code to read: a BCP 47 tag; empty for the server's default.
##
## Ends also with [code]unauthenticated[/code] (the server takes neither the token nor, where there is one,
## the refresh token: sign in again), [code]connection_failed[/code] (the server cannot be reached, or opens
## no WebSocket) and [code]disconnected[/code] ([method close] was called meanwhile).
func connect_async(
	with_session: PartySession, appear_online := false, lang := "", options: PartyCallOptions = null
) -> PartyResult:
	var error := _problem_of(with_session)
	if error == null:
		_target.session = with_session
		_target.appear_online = appear_online
		_target.lang = lang
		error = await _connection.open(_target.url, _target.explain, options)
	if error == null:
		return PartyResult.new()
	error = error.during("connect")
	connection_error.emit(error)
	return PartyResult.new(error)


## Ends the connection, or the attempts to make one. Calls under way end with [code]disconnected[/code]; the
## signal [signal disconnected] follows if there was a connection. The server takes the player out of all
## parties.
func close() -> void:
	_connection.close()


## While the socket reconnects: makes the next attempt now, and counts the attempts anew. While it is open:
## tests now whether the server still answers. Else it does nothing. A game calls it when it comes back from
## the background, for example.
func reconnect_now() -> void:
	_connection.reconnect_now()


## Creates a party that the player leads, and returns it, live. The player also hears [signal received_party]
## and [signal received_party_presence] for it.
##
## With [param open] anyone may join; else the leader lets each player in. [param max_size] is at most how
## many members there may be, 1 to 256, the creator included. [param label] is what listings can be searched
## by: a JSON object, as text of at most 2048 bytes. [param hidden] parties are left out of listings. Servers
## before 3.28 close the connection when either of the last two is set.
##
## Ends also with [code]invalid_party_size[/code], [code]party_label_too_long[/code],
## [code]party_label_invalid[/code], [code]party_create_failed[/code].
func create_party_async(
	open: bool, max_size: int, label := "", hidden := false, options: PartyCallOptions = null
) -> LiveParty:
	var request := PartyApi.PartyCreate.new()
	request.open = open
	request.max_size = max_size
	request.label = label
	request.hidden = hidden
	var result: Variant = await _request("create_party", request, options, "label")
	if result is PartyError:
		return LiveParty.new(result)
	var party := _parties.get_party(result.party_id)
	if party != null:
		return party
	# It was over before the game could hear of it.
	return LiveParty.new(
		PartyError.new(PartyErrorCode.DISCONNECTED, "the party has ended", "create_party", result.party_id)
	)


## Joins an open party or asks to be let into a closed one, and ends when the player is in, with the party:
## also after the leader of a closed party has said yes. It waits for a minute unless [param options] say
## otherwise. The server tells nobody that a request was refused, or that the party has ended meanwhile: both
## end with [code]timeout[/code]. The request then stays with the leader, and the player is still let in
## should the leader accept it.
##
## Ends also with what [method join_party_async] ends with.
func enter_party_async(party_id: String, options: PartyCallOptions = null) -> LiveParty:
	var party := _parties.get_party(party_id)
	if party != null and not party.stale:
		return party
	var waiting := Wait.new(_options.clock, options, ENTER_MS, "join_party", party_id)
	if waiting.is_ended:
		return LiveParty.new(waiting.value)
	var look := func(entered: PartyApi.Party) -> void:
		if entered.party_id == party_id:
			waiting.settle(null)
	var fail := func(_code: String, reason: String, will_reconnect: bool) -> void:
		if not will_reconnect:
			waiting.settle(PartyError.new(PartyErrorCode.DISCONNECTED, reason, "join_party", party_id))
	received_party.connect(look)
	disconnected.connect(fail)
	# It may take as long as the whole, with which it ends.
	var ending := PartyCallOptions.new(maxi(ENTER_MS, options.timeout_ms if options != null else 0))
	waiting.ended.connect(ending.cancel)
	_begin_entering(waiting, party_id, ending)
	var error: PartyError = await waiting.result()
	received_party.disconnect(look)
	disconnected.disconnect(fail)
	party = _parties.get_party(party_id)
	if error == null and party == null:
		error = PartyError.new(PartyErrorCode.DISCONNECTED, "the party has ended", "join_party", party_id)
	return party if error == null else LiveParty.new(error)


## [method PartyClient.list_parties_async] with the session of this socket. It goes over HTTP.
func list_parties_async(
	limit: Variant = null,
	open: Variant = null,
	query: Variant = null,
	cursor: Variant = null,
	options: PartyCallOptions = null
) -> PartyApi.PartyList:
	if session == null:
		var text := "the socket is %s" % state
		return PartyApi.PartyList.new(PartyError.new(PartyErrorCode.NOT_CONNECTED, text, "list_parties"))
	return await _client.list_parties_async(session, limit, open, query, cursor, options)


func _begin_entering(waiting: Wait, party_id: String, ending: PartyCallOptions) -> void:
	var joined := await join_party_async(party_id, ending)
	if joined.is_exception():
		waiting.settle(joined.get_exception())
	elif _parties.get_party(party_id) != null and not _parties.get_party(party_id).stale:
		waiting.settle(null)


func _request(
	operation: String, message: PartyResult, options: PartyCallOptions, largest := "the call"
) -> Variant:
	var request := Request.new()
	request.operation = operation
	request.party_id = message.party_id if "party_id" in message else ""
	var problem := Checks.problem_of(message)
	if problem != null:
		return problem.during(operation, request.party_id)
	request.kind = Operations.OPERATIONS[operation]["request"]
	request.message = message
	request.largest = largest
	request.options = options
	request.timeout_ms = _options.timeout_ms
	request.on_reply = _on_reply
	request.on_refused = _parties.refused
	var reply: Variant = await _connection.send(request)
	if reply is PartyError:
		return reply
	var expected: String = Operations.OPERATIONS[operation]["reply"]
	if expected != "" and reply.kind != expected:
		var text := "expected %s, got %s" % [expected, reply.kind]
		return PartyError.new(PartyErrorCode.UNEXPECTED_REPLY, text, operation, request.party_id)
	return reply.message


func _on_reply(request: Request, reply: Requests.Reply) -> void:
	if _options.restore_status:
		_status.note(request.message)
	_parties.replied(request.kind, request.message, reply)


func _on_message(kind: String, message: PartyResult) -> void:
	_parties.release()
	_parties.receive(kind, message)
	_emit_message(kind, message)
	if message is PartyApi.Notifications:
		for notification: PartyApi.Notification in message.notifications:
			received_notification.emit(notification)
	elif message is PartyApi.Party:
		_rejoin.entered(message.party_id)
		_parties.release()


func _on_moved(transition: PartyTransition) -> void:
	var was_open := transition.from == States.OPEN
	if transition.to == States.CONNECTING:
		_status.clear()
		_staying = _options.clock.each_frame(_stay)
	if was_open or transition.to == States.CLOSED:
		_rejoin.stop()
		_parties.lost(transition.will_reconnect)
	# Before the game hears of the new connection, so that what it does then comes after.
	if transition.from == States.RECONNECTING and transition.to == States.OPEN:
		_status.restore(self)
		_rejoin.start(parties)
	transitioned.emit(transition)
	if transition.to == States.OPEN:
		connected.emit()
	var was_connected := was_open or transition.from == States.RECONNECTING
	if was_open or (was_connected and transition.to == States.CLOSED):
		disconnected.emit(transition.code, transition.reason, transition.will_reconnect)
	if transition.to == States.CLOSED:
		_options.clock.stop(_staying)
		if was_connected:
			closed.emit()


func _stay() -> void:
	pass


func _problem_of(with_session: PartySession) -> PartyError:
	if _options.problem() != null:
		return _options.problem()
	if with_session == null or with_session.token == "":
		return PartyError.of_argument("session", "has to be a session")
	var is_free := state == States.IDLE or state == States.CLOSED
	if not is_free and with_session.user_id != session.user_id:
		return PartyError.of_argument("session", "is of another player; close first")
	return null


func _rejoin_join(party_id: String) -> PartyError:
	return (await join_party_async(party_id)).get_exception()


func _rejoin_probe(party_id: String) -> PartyError:
	return (await list_party_join_requests_async(party_id)).get_exception()
