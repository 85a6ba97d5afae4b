extends RefCounted


static func banner(socket: PartySocket) -> Array[String]:
	var lines: Array[String] = []
	#region banner
	socket.transitioned.connect(func(step: PartyTransition) -> void:
		if step.to == "reconnecting":
			lines.append("No connection (%s). Trying again." % step.code)
		if step.from == "reconnecting" and step.to == "open":
			lines.append("Connected again.")
		if step.to == "closed":
			lines.append("Offline.")
	)
	#endregion banner
	return lines


static func rejoined(socket: PartySocket) -> Array[String]:
	var lines: Array[String] = []
	#region rejoin
	socket.party_rejoin.connect(func(outcome: String, party: LiveParty, _error: PartyError) -> void:
		match outcome:
			"rejoined":
				lines.append("Back in the party of %d." % party.members.size())
			"requested":
				lines.append("The leader was asked to let you in again.")
			"gone", "failed":
				lines.append("The party went on without you.")
	)
	#endregion rejoin
	return lines


static func settings(client: PartyClient) -> PartySocket:
	#region settings
	var options := client.get_options()
	options.reconnect_base_ms = 250
	options.reconnect_cap_ms = 5_000
	options.reconnect_give_up_after_ms = 60_000
	options.rejoin = func(party: LiveParty) -> bool: return party.open
	var socket := client.create_socket(options)
	#endregion settings
	return socket


static func resume(client: PartyClient, path: String) -> PartySocket:
	var socket := client.create_socket()
	#region resume
	var saved := ConfigFile.new()
	if saved.load(path) == OK:
		var token: String = saved.get_value("session", "token", "")
		var refresh_token: String = saved.get_value("session", "refresh_token", "")
		await socket.connect_async(PartyClient.restore_session(token, refresh_token))
	#endregion resume
	return socket
