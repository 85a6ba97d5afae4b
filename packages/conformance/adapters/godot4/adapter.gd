extends RefCounted
## Lets the runner play with the SDK: it takes commands, calls the SDK, and sends replies and events. How the
## messages travel is for whoever made it to know.

const Features := preload("features.gd")
const Operations := preload("operations.gd")
const Player := preload("player.gd")
const Values := preload("values.gd")

## The last command was answered after [method end].
signal finished

var _send: Callable
var _players := {}
var _calls := {}
var _pending := 0
var _is_ending := false


## [param send] takes a message for the runner.
func _init(send: Callable) -> void:
	_send = send


func hello() -> void:
	_send.call({
		"type": "hello",
		"contract": 1,
		"name": "party-godot4",
		"version": "0.1.0",
		"language": "GDScript",
		"features": Array(Features.ALL),
	})


## Takes a command, and answers it once.
func receive(command: Dictionary) -> void:
	_pending += 1
	_answer(int(command["id"]), await _obey(command))
	_pending -= 1
	_finish()


## There are no more commands.
func end() -> void:
	_is_ending = true
	_finish()


func _finish() -> void:
	if not _is_ending or _pending > 0:
		return
	for player: Player in _players.values():
		player.socket.close()
	finished.emit()


func _obey(command: Dictionary) -> Variant:
	if command["type"] == "open":
		_players[command["actor"]] = Player.new(command, _send)
		return null
	var player: Player = _players.get(command["actor"])
	if player == null:
		return "there is no actor %s" % command["actor"]
	match command["type"]:
		"call":
			return await _call_operation(player, command)
		"abort":
			var options: PartyCallOptions = _calls.get(int(command["call"]))
			if options != null:
				options.cancel()
		"barrier":
			if player.socket.is_connected_to_host():
				return PartyResult.new((await player.socket.ping_async()).get_exception())
		"close":
			player.socket.close()
			_players.erase(command["actor"])
	return null


func _call_operation(player: Player, command: Dictionary) -> Variant:
	var options := PartyCallOptions.new(int(command.get("timeoutMs", -1)))
	var id := int(command["id"])
	_calls[id] = options
	var result: Variant = await Operations.run(command["operation"], player, command["arguments"], options)
	_calls.erase(id)
	return result


## A text is a fault of this program.
func _answer(id: int, result: Variant) -> void:
	if result is String:
		_send.call({"type": "fault", "id": id, "message": result})
	elif result is PartyResult and result.is_exception():
		_send.call(Values.error(result.get_exception()).merged({"type": "error", "id": id}))
	else:
		var value: Variant = Values.of(result)
		_send.call({"type": "result", "id": id, "value": null if value is Dictionary and value.is_empty() else value})
