extends RefCounted


static func join(socket: PartySocket, party_id: String) -> LiveParty:
	#region wait
	var party := await socket.enter_party_async(party_id, PartyCallOptions.new(30_000))
	if party.is_exception():
		print("not in: ", party.get_exception().code)
	for member in party.members:
		print("in, with ", member.username)
	#endregion wait
	return party


static func ask(socket: PartySocket, party_id: String) -> void:
	#region ask
	socket.received_party.connect(func(party: PartyApi.Party) -> void:
		print("in ", party.party_id)
	)
	# The server has taken note; nothing more.
	await socket.join_party_async(party_id)
	#endregion ask


static func approve(party: LiveParty, is_friend: Callable) -> void:
	#region approve
	party.join_requested.connect(func(presences: Array[PartyApi.UserPresence]) -> void:
		for player in presences:
			if is_friend.call(player.username):
				await party.accept_async(player)
			else:
				await party.reject_async(player)
	)
	#endregion approve


static func accept_all(party: LiveParty) -> void:
	#region pending
	for player in party.join_requests:
		var accepted := await party.accept_async(player)
		if accepted.is_exception():
			# The player has gone meanwhile, or the party is full.
			print(player.username, " ", accepted.get_exception().code)
	#endregion pending
