extends RefCounted


static func leave(party: LiveParty) -> void:
	#region leave
	await party.leave_async()
	print(party.end_cause) # left
	#endregion leave


static func watch(party: LiveParty) -> Array[String]:
	var lines: Array[String] = []
	#region watch
	party.leader_changed.connect(
		func(leader: PartyApi.UserPresence, previous: PartyApi.UserPresence) -> void:
			lines.append("%s led, now %s does" % [previous.username, leader.username])
			if party.is_leader:
				lines.append("that is me")
	)
	party.presence_changed.connect(
		func(joins: Array[PartyApi.UserPresence], leaves: Array[PartyApi.UserPresence]) -> void:
			for presence in joins:
				lines.append("%s came" % presence.username)
			for presence in leaves:
				lines.append("%s went" % presence.username)
	)
	#endregion watch
	return lines
