extends RefCounted


static func closed_party(socket: PartySocket) -> LiveParty:
	#region closed
	var party := await socket.create_party_async(false, 4)
	print("Tell your friends: ", party.party_id)
	#endregion closed
	return party


static func open_party(socket: PartySocket) -> LiveParty:
	#region open
	var label := JSON.stringify({"mode": "duo", "region": "eu"})
	var party := await socket.create_party_async(true, 8, label)
	#endregion open
	return party


static func look(socket: PartySocket) -> LiveParty:
	var party := await socket.create_party_async(false, 4)
	#region live
	var show := func() -> void:
		var leader := party.leader.username
		print("%d of %d, %s leads" % [party.members.size(), party.max_size, leader])
	show.call()
	party.changed.connect(show)
	#endregion live
	return party
