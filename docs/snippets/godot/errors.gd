extends RefCounted


static func join(socket: PartySocket, party_id: String) -> String:
	#region catch
	var joined := await socket.join_party_async(party_id)
	if not joined.is_exception():
		return "Asked to join."
	var error := joined.get_exception()
	match error.code:
		PartyErrorCode.PARTY_NOT_FOUND:
			return "That party is over."
		PartyErrorCode.PARTY_FULL:
			return "That party is full."
		PartyErrorCode.TIMEOUT, PartyErrorCode.DISCONNECTED:
			return "No answer. The server may have done it all the same."
	return "%s failed: %s" % [error.operation, error.code]
	#endregion catch


static func limited(socket: PartySocket, party_id: String) -> PartyResult:
	#region bounds
	var options := PartyCallOptions.new(3_000) # milliseconds
	# options.cancel() calls it off.
	var joined := await socket.join_party_async(party_id, options)
	#endregion bounds
	return joined


static func unsolicited(socket: PartySocket, report: Callable) -> void:
	#region on-error
	socket.received_error.connect(func(error: PartyError) -> void:
		report.call("%s: %s" % [error.code, error.message])
	)
	#endregion on-error
