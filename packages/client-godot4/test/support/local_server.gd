extends RefCounted
## A server on a port of this machine, whose every byte a test writes.

const PATIENCE_MS := 5000

## For encryption, if it is to be.
var tls: TLSOptions

var _listener := TCPServer.new()
var _socket: StreamPeerTCP
## What is read from and written to: the socket, or the encryption over it.
var _stream: StreamPeer


## Begins to listen, and returns the port.
func listen() -> int:
	_listener.listen(0, "127.0.0.1")
	return _listener.get_local_port()


## Waits for the next client.
func accept() -> void:
	await until(_listener.is_connection_available)
	_socket = _listener.take_connection()
	_stream = _socket
	if tls != null:
		var encrypted := StreamPeerTLS.new()
		encrypted.accept_stream(_socket, tls)
		_stream = encrypted
		await until(func() -> bool:
			encrypted.poll()
			return encrypted.get_status() != StreamPeerTLS.STATUS_HANDSHAKING)


func write(bytes: PackedByteArray) -> void:
	_stream.put_data(bytes)


## Waits for bytes that end like this, or, for an empty text, for any.
func read(end := "") -> PackedByteArray:
	var all := [PackedByteArray()]
	await until(func() -> bool:
		(_stream as Variant).poll()
		if _stream.get_available_bytes() > 0:
			all[0] += _stream.get_data(_stream.get_available_bytes())[1]
		return all[0].get_string_from_ascii().ends_with(end) if end != "" else not all[0].is_empty())
	return all[0]


## Waits for the client to end the connection. False if it does not.
func is_left() -> bool:
	await until(func() -> bool:
		_socket.poll()
		return _socket.get_status() != StreamPeerTCP.STATUS_CONNECTED)
	return _socket.get_status() != StreamPeerTCP.STATUS_CONNECTED


func hang_up() -> void:
	_socket.disconnect_from_host()


func stop() -> void:
	_listener.stop()


## Waits for something, for so many frames as that takes.
static func until(condition: Callable) -> void:
	var tree := Engine.get_main_loop() as SceneTree
	var end := Time.get_ticks_msec() + PATIENCE_MS
	while not condition.call() and Time.get_ticks_msec() < end:
		await tree.process_frame
