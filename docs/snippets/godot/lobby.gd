#region lobby
extends Node

signal joined(party: LiveParty)

## Another name is another player.
@export var device_id := "device-of-ada-1"
@export var host := "127.0.0.1"
@export var port := 7350
## The party to join; empty to create one.
@export var party_id := ""

var _socket: PartySocket
var _party: LiveParty


func _ready() -> void:
	var client := PartyClient.create("defaultkey", host, port)
	var session := await client.authenticate_device_async(device_id)
	if session.is_exception():
		print("Not signed in: ", session.get_exception())
		return

	_socket = client.create_socket()
	_socket.disconnected.connect(_on_disconnected)
	var connected := await _socket.connect_async(session)
	if connected.is_exception():
		print("Not connected: ", connected.get_exception())
		return

	if party_id == "":
		_party = await _socket.create_party_async(true, 4)
	else:
		_party = await _socket.enter_party_async(party_id)
	if _party.is_exception():
		print("No party: ", _party.get_exception())
		return
	_party.changed.connect(_show)
	_party.data_received.connect(_on_data)
	_show()
	joined.emit(_party)
	await _party.send_async(1, "ready?")


func _exit_tree() -> void:
	if _socket != null:
		_socket.close()


func _show() -> void:
	print("%d players in the party %s" % [_party.members.size(), _party.party_id])


func _on_data(message: PartyApi.PartyData) -> void:
	print("%s says: %s" % [message.presence.username, message.data])


func _on_disconnected(code: String, _reason: String, will_reconnect: bool) -> void:
	print("No connection (%s)." % code, " Trying again." if will_reconnect else "")
#endregion lobby
