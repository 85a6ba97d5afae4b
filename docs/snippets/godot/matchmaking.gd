extends RefCounted


static func search(party: LiveParty) -> String:
	#region party
	var query := "+properties.region:eu +properties.rank:>=5"
	var looking := await party.matchmake_async(query, 4, 4, {"region": "eu"}, {"rank": 8})
	print("ticket ", looking.ticket)
	#endregion party
	return looking.ticket


static func follow(party: LiveParty) -> Dictionary:
	var state := {"looking": false, "text": ""}
	#region follow
	party.matchmaking_started.connect(func(_ticket: String) -> void:
		state["looking"] = true
	)
	party.matchmaking_cancelled.connect(func(_ticket: String, cause: String) -> void:
		state["looking"] = false
		state["text"] = "Not looking any more"
		if cause == "membership":
			state["text"] = "Somebody came or went: search again"
	)
	party.matched.connect(func(matched: PartyApi.MatchmakerMatched) -> void:
		state["looking"] = false
		state["text"] = "%d players, token %s" % [matched.users.size(), "given" if matched.token else "none"]
	)
	#endregion follow
	return state


static func cancel(party: LiveParty) -> void:
	#region cancel
	for ticket in party.tickets:
		await party.cancel_matchmaking_async(ticket)
	#endregion cancel


static func alone(socket: PartySocket) -> Array[PackedStringArray]:
	var matches: Array[PackedStringArray] = []
	#region alone
	socket.received_matchmaker_matched.connect(func(matched: PartyApi.MatchmakerMatched) -> void:
		var names := PackedStringArray()
		for user in matched.users:
			names.append(user.presence.username)
		matches.append(names)
	)
	await socket.add_matchmaker_async("*", 2, 4, {"region": "eu"}, {"rank": 8})
	#endregion alone
	return matches
