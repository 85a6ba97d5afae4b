extends "res://addons/party/transport/transport.gd"
## A connection whose other end is the test.

var url := ""
## What was sent, as JSON.
var sent: Array[Dictionary] = []
var is_closed := false
var is_abandoned := false


func open(to_url: String) -> void:
	url = to_url


func send(text: String) -> void:
	sent.append(JSON.parse_string(text))


func close() -> void:
	is_closed = true


func abandon() -> void:
	is_abandoned = true


## The server says something.
func receive(message: Dictionary) -> void:
	frame_received.emit(JSON.stringify(message))


## The server answers the last request.
func answer(message := {}) -> void:
	receive({"cid": sent[-1]["cid"]}.merged(message))


## The server refuses the last request.
func refuse(text: String, number := 3) -> void:
	answer({"error": {"code": number, "message": text}})


## What the last frame has asked for: a name and its message.
func asked() -> Array:
	for name: String in sent[-1]:
		if name != "cid":
			return [name, sent[-1][name]]
	return []
