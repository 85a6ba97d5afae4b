extends RefCounted


#region connect
static func sign_in(device_id: String) -> PartySocket:
	var options := PartyOptions.new()
	options.server_key = "defaultkey"
	options.host = "127.0.0.1"
	options.port = 7350
	var client := PartyClient.new(options)

	var session := await client.authenticate_device_async(device_id)
	if session.is_exception():
		push_error(session.get_exception())
		return null
	var socket := client.create_socket()
	var connected := await socket.connect_async(session)
	if connected.is_exception():
		push_error(connected.get_exception())
		return null
	return socket
#endregion connect
