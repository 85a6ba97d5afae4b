extends SceneTree
## Plays every snippet of the guide against a server:
##
##     godot --headless --path PROJECT --script res://snippets/main.gd -- http://127.0.0.1:7350
##
## Ends with status 0 if everything was as the guide says. The matchmaker of the server should not take long.

const Connect := preload("connect.gd")
const Create := preload("create.gd")
const Errors := preload("errors.gd")
const Find := preload("find.gd")
const Join := preload("join.gd")
const Lobby := preload("lobby.gd")
const Leave := preload("leave.gd")
const Matchmaking := preload("matchmaking.gd")
const Messages := preload("messages.gd")
const Promote := preload("promote.gd")
const Reconnecting := preload("reconnecting.gd")
const Transport := preload("res://addons/party/transport/transport.gd")
const UpdateAndClose := preload("update-and-close.gd")

## What something may take that the server does in its own time.
const PATIENCE_MS := 20_000

var _options := PartyOptions.new()
var _client: PartyClient
var _sockets: Array[PartySocket] = []
var _failures := 0
## Makes names that no run before has had.
var _run := "%x" % Time.get_ticks_usec() + "%x" % randi()


func _initialize() -> void:
	var url := OS.get_cmdline_user_args()[0]
	_options.ssl = url.begins_with("https:")
	_options.host = url.get_slice("://", 1).get_slice(":", 0)
	_options.port = url.get_slice(":", 2).to_int()
	_client = PartyClient.new(_options)
	await _lobby()
	await _create()
	await _find()
	await _join()
	await _leave()
	await _messages()
	await _promote()
	await _matchmaking()
	await _update_and_close()
	await _errors()
	await _reconnecting()
	await _connect()
	_close_all()
	print("%d failed" % _failures)
	quit(1 if _failures > 0 else 0)


func _lobby() -> void:
	var parties: Array[LiveParty] = []
	var nodes: Array[Node] = []
	var heard: Array[String] = []
	for name: String in ["ada", "bo"]:
		var node := Lobby.new()
		node.device_id = "device-of-%s-%s" % [name, _run]
		node.host = _options.host
		node.port = _options.port
		node.party_id = parties[0].party_id if name == "bo" else ""
		node.joined.connect(func(party: LiveParty) -> void: parties.append(party))
		nodes.append(node)
		root.add_child(node)
		await _until(func() -> bool: return parties.size() == nodes.size(), "a lobby of %s" % name)
		if name == "ada":
			var hear := func(message: PartyApi.PartyData) -> void: heard.append(message.data)
			parties[0].data_received.connect(hear)
	await _until(func() -> bool: return heard == ["ready?"], "a message in the lobby")
	_check(parties[0].members.size() == 2, "two players in the lobby")
	for node in nodes:
		node.free()
	await _until(func() -> bool: return parties[0].end_cause == "disconnected", "the end of the lobby")


func _create() -> void:
	var party := await Create.closed_party(await _player("ada"))
	_check([party.open, party.max_size, party.is_leader] == [false, 4, true], "a closed party")
	party = await Create.open_party(await _player("ada"))
	_check(JSON.parse_string(party.label) == {"mode": "duo", "region": "eu"}, "a label")
	party = await Create.look(await _player("ada"))
	_check(_names(party) == ["ada"], "a roster")
	_close_all()


func _find() -> void:
	var ada := await _player("ada", true)
	var bo := await _player("bo")
	var party := await Find.tell(ada, bo, ada.session.user_id)
	await _until(func() -> bool: return party.members.size() == 2, "a friend by status")
	var cy := await _player("cy")
	await cy.follow_users_async([ada.session.user_id])
	var invitations := Find.watch(cy)
	await ada.update_status_async("in the lobby")
	await _until(func() -> bool: return invitations.size() == 1, "a status")
	_check(invitations[0].ends_with(": in the lobby"), "the words of a status")
	var listed := await Create.open_party(ada)
	var found := [false]
	var until := Time.get_ticks_msec() + PATIENCE_MS
	while not found[0] and Time.get_ticks_msec() < until:
		for listing in (await Find.list(ada)).parties:
			found[0] = found[0] or listing.party_id == listed.party_id
	_check(found[0], "a party in the listing")
	Find.receive_invitations(cy)
	# Only a server can send one: this is what the socket tells when it does.
	var invitation := PartyApi.Notification.new()
	invitation.code = 1
	invitation.content = JSON.stringify({"partyId": listed.party_id})
	cy.received_notification.emit(invitation)
	await _until(func() -> bool: return listed.members.size() == 2, "a party by notification")
	_check((await Find.missed(_client, cy)).is_empty(), "no notifications that were missed")
	_close_all()


func _join() -> void:
	var party := await Create.open_party(await _player("ada"))
	var joined := await Join.join(await _player("bo"), party.party_id)
	_check(joined.leader.username == party.leader.username, "a party that was entered")
	party = await Create.closed_party(await _player("ada"))
	Join.approve(party, func(username: String) -> bool: return username.begins_with("bo"))
	await Join.ask(await _player("bo"), party.party_id)
	await Join.ask(await _player("cy"), party.party_id)
	await _until(func() -> bool: return _names(party) == ["ada", "bo"] and party.join_requests.is_empty(), "a friend")
	party = await Create.closed_party(await _player("ada"))
	await (await _player("bo")).join_party_async(party.party_id)
	await _until(func() -> bool: return party.join_requests.size() == 1, "a request")
	await Join.accept_all(party)
	await _until(func() -> bool: return party.members.size() == 2, "who was accepted")
	_close_all()


func _leave() -> void:
	var parties := await _party_of_three()
	var lines := Leave.watch(parties[1])
	await Leave.leave(parties[0])
	_check(parties[0].end_cause == "left", "who has left")
	await _until(func() -> bool: return lines.size() == 3, "the next leader")
	var expected: Array[String] = ["ada led, now bo does", "that is me", "ada went"]
	_check(lines.map(_without_run) == expected, "%s" % [lines])
	_close_all()


func _messages() -> void:
	var parties := await _party_of_three()
	var heard := Messages.listen(parties[1])
	await Messages.talk(parties[0])
	await _until(func() -> bool: return heard.size() == 3, "messages")
	_check(heard.map(_without_run) == ["ada: ready? 👋", "ada is at 3", "3 bytes"], "%s" % [heard])
	_check(await Messages.echo(parties[0]) == ["me: shown to me too"], "an echo")
	_close_all()
	parties = await _party_of_three()
	heard = await Messages.raw(_sockets[0], _sockets[2], parties[0].party_id)
	await _until(func() -> bool: return heard.size() == 1, "a message of the socket")
	_check(heard.map(_without_run) == ["ada (1): hello"], "%s" % [heard])
	_close_all()


func _promote() -> void:
	var parties := await _party_of_three()
	await Promote.promote(parties[0], parties[2].self_presence.username)
	_check(not parties[0].is_leader, "a leader who leads no more")
	await _until(func() -> bool: return parties[2].is_leader, "a new leader")
	_close_all()


func _matchmaking() -> void:
	var parties := await _party_of_three()
	var state := Matchmaking.follow(parties[1])
	await Matchmaking.search(parties[0])
	await _until(func() -> bool: return state["looking"], "a search")
	await Matchmaking.cancel(parties[0])
	_check(parties[0].tickets.is_empty(), "a search that was cancelled")
	await Matchmaking.search(parties[0])
	var di := await _player("di")
	await di.add_matchmaker_async("*", 4, 4, {"region": "eu"}, {"rank": 5})
	await _until(func() -> bool: return not state["looking"], "a match")
	_check(state["text"] == "4 players, token given", state["text"])
	await Matchmaking.search(parties[0])
	await _until(func() -> bool: return state["looking"], "another search")
	await parties[2].leave_async()
	await _until(func() -> bool: return not state["looking"], "the end of a search")
	_check(state["text"] == "Somebody came or went: search again", state["text"])
	var matches := await Matchmaking.alone(await _player("ada"))
	await Matchmaking.alone(await _player("bo"))
	await _until(func() -> bool: return matches.size() == 1, "a match of two")
	_close_all()


func _update_and_close() -> void:
	var parties := await _party_of_three()
	await UpdateAndClose.update(parties[0])
	await _until(func() -> bool: return parties[1].label == '{"mode":"squad"}', "a new label")
	_check(parties[1].open, "an open party")
	var of_bo := UpdateAndClose.ending(parties[1])
	var of_cy := UpdateAndClose.ending(parties[2])
	await UpdateAndClose.remove(parties[0], parties[1].self_presence.username)
	await _until(func() -> bool: return of_bo == ["The leader removed you."], "a kick")
	await UpdateAndClose.close(parties[0])
	await _until(func() -> bool: return of_cy == ["The party is over."], "the end of a party")
	_close_all()


func _errors() -> void:
	var ada := await _player("ada")
	var nowhere := "00000000-0000-4000-8000-000000000000.nakama1"
	_check(await Errors.join(ada, nowhere) == "That party is over.", "an error")
	_check((await Errors.limited(ada, nowhere)).is_exception(), "a call with a limit")
	var reports: Array[String] = []
	var made: Array[Transport] = []
	var bo := await _player("bo", false, made)
	Errors.unsolicited(bo, reports.append)
	made[0].frame_received.emit("no envelope")
	_check(reports.size() == 1 and reports[0].begins_with("malformed_message: "), "an error of no call")
	_close_all()


func _reconnecting() -> void:
	var party := await Create.open_party(await _player("ada"))
	var made: Array[Transport] = []
	var bo := await _player("bo", false, made)
	await bo.enter_party_async(party.party_id)
	var lines := Reconnecting.banner(bo)
	var parties := Reconnecting.rejoined(bo)
	# As if the line broke.
	made[0].abandon()
	made[0].closed.emit(1006, "")
	await _until(func() -> bool: return parties.size() == 1, "the way back")
	_check(lines == ["No connection (connection_lost). Trying again.", "Connected again."], "%s" % [lines])
	_check(parties[0] == "Back in the party of 2.", parties[0])
	_check(Reconnecting.settings(_client).state == "idle", "settings")
	var path := "user://session-%s.cfg" % _run
	var saved := ConfigFile.new()
	saved.set_value("session", "token", bo.session.token)
	saved.set_value("session", "refresh_token", bo.session.refresh_token)
	saved.save(path)
	var resumed := await Reconnecting.resume(_client, path)
	_check(resumed.is_connected_to_host(), "kept tokens")
	resumed.close()
	DirAccess.remove_absolute(path)
	_close_all()


## The page names a server of its own, where there may be none.
func _connect() -> void:
	if _options.port != 7350:
		return
	var socket := await Connect.sign_in("device-of-ada-%s" % _run)
	_check(socket.is_connected_to_host(), "a connection")
	socket.close()


## Connects somebody new. The transports that are made for it go into a list, if there is one.
func _player(name: String, appear_online := false, made: Variant = null) -> PartySocket:
	var session := await _client.authenticate_custom_async(
		"%s-%s-%d" % [name, _run, _sockets.size()], "%s.%s%x" % [name, _run, randi()]
	)
	var options := _options.copy()
	if made != null:
		var clock := preload("res://addons/party/runtime/clock.gd").new()
		options.clock = clock
		options.make_transport = func() -> Transport:
			made.append(preload("res://addons/party/transport/web_socket.gd").new(clock, null))
			return made[-1]
	var socket := _client.create_socket(options)
	_sockets.append(socket)
	var connected := await socket.connect_async(session, appear_online)
	_check(not connected.is_exception(), "a player")
	return socket


## Ada leads an open party that Bo and Cy are in.
func _party_of_three() -> Array[LiveParty]:
	var party := await (await _player("ada")).create_party_async(true, 4)
	var of_bo := await (await _player("bo")).enter_party_async(party.party_id)
	var of_cy := await (await _player("cy")).enter_party_async(party.party_id)
	var parties: Array[LiveParty] = [party, of_bo, of_cy]
	for one in parties:
		await _until(func() -> bool: return one.members.size() == 3, "a party of three")
	return parties


func _close_all() -> void:
	for socket in _sockets:
		socket.close()
	_sockets.clear()


func _names(party: LiveParty) -> Array:
	return party.members.map(
		func(member: PartyApi.UserPresence) -> String: return member.username.get_slice(".", 0)
	)


## The snippets show whole names; each player here has one that is longer than in the guide.
func _without_run(line: String) -> String:
	return RegEx.create_from_string("\\.[0-9a-f]+").sub(line, "", true)


func _check(is_so: bool, what: String) -> void:
	if not is_so:
		_failures += 1
		printerr("not as it should be: %s" % what)


func _until(condition: Callable, what: String) -> void:
	var until := Time.get_ticks_msec() + PATIENCE_MS
	while not condition.call() and Time.get_ticks_msec() < until:
		await process_frame
	_check(condition.call(), what)
