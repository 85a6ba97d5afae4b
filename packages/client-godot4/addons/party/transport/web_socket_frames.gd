extends RefCounted
## What travels over a WebSocket, as bytes (RFC 6455): frames of a client are written, those of a server read.

const TEXT := 1
const BINARY := 2
const CLOSE := 8
const PING := 9
const PONG := 10

## A message of more bytes is refused; a server's largest ones are lists of presences.
const MAX_BYTES := 1 << 20

const PROTOCOL_ERROR := 1002
const TOO_BIG := 1009

## Why nothing more can be read: a close code; 0 while it can.
var problem := 0

var _buffer := PackedByteArray()
## The message of which not all has come.
var _opcode := 0
var _parts := PackedByteArray()


## One message, whole, or one frame about the connection.
class Message:
	var opcode := 0
	var payload := PackedByteArray()


## A frame with everything in it, masked as a client has to.
static func write(opcode: int, payload: PackedByteArray, mask: int) -> PackedByteArray:
	var size := payload.size()
	var frame := PackedByteArray([0x80 | opcode])
	if size < 126:
		frame.append(0x80 | size)
	elif size < 1 << 16:
		frame.append_array([0x80 | 126, size >> 8, size & 0xff])
	else:
		frame.append(0x80 | 127)
		for shift in [56, 48, 40, 32, 24, 16, 8, 0]:
			frame.append((size >> shift) & 0xff)
	var start := frame.size() + 4
	frame.resize(start)
	frame.encode_u32(start - 4, mask)
	frame.append_array(payload)
	# By four bytes at a time, of which the last may be more than there are.
	frame.resize(start + size + 3)
	for offset in range(start, start + size, 4):
		frame.encode_u32(offset, frame.decode_u32(offset) ^ mask)
	frame.resize(start + size)
	return frame


## Takes bytes as they come, and returns the messages that are whole now.
func read(bytes: PackedByteArray) -> Array[Message]:
	_buffer.append_array(bytes)
	var messages: Array[Message] = []
	var offset := 0
	while problem == 0:
		var header := _header(offset)
		if header.is_empty():
			break
		var start: int = header[0]
		var size: int = header[1]
		if start + size > _buffer.size():
			break
		var message := _take(_buffer[offset], _buffer.slice(start, start + size))
		offset = start + size
		if message != null:
			messages.append(message)
	if offset > 0:
		_buffer = _buffer.slice(offset)
	return messages


## Where the payload of a frame begins and how long it is; empty while that has not come.
func _header(offset: int) -> PackedInt64Array:
	var available := _buffer.size() - offset
	if available < 2:
		return []
	var size := _buffer[offset + 1] & 0x7f
	var bytes_of_size: int = {126: 2, 127: 8}.get(size, 0)
	if available < 2 + bytes_of_size:
		return []
	# A server masks nothing, and this client has agreed to no extension.
	if _buffer[offset + 1] & 0x80 or _buffer[offset] & 0x70:
		problem = PROTOCOL_ERROR
		return []
	if bytes_of_size > 0:
		size = 0
		for index in bytes_of_size:
			size = size << 8 | _buffer[offset + 2 + index]
	if size < 0 or size + _parts.size() > MAX_BYTES:
		problem = TOO_BIG
		return []
	return [offset + 2 + bytes_of_size, size]


## Returns the message that a frame completes; null if it does not.
func _take(first: int, payload: PackedByteArray) -> Message:
	var opcode := first & 0x0f
	var is_last := first & 0x80 != 0
	var message := Message.new()
	if opcode >= CLOSE:
		message.opcode = opcode
		message.payload = payload
		return message
	# A message begins with a kind, and goes on without one.
	if (opcode == 0) != (_opcode != 0):
		problem = PROTOCOL_ERROR
		return null
	if opcode != 0:
		_opcode = opcode
	_parts.append_array(payload)
	if not is_last:
		return null
	message.opcode = _opcode
	message.payload = _parts
	_opcode = 0
	_parts = PackedByteArray()
	return message
