extends RefCounted


static func update(party: LiveParty) -> void:
	#region update
	await party.update_async({"open": true})
	await party.update_async({"label": JSON.stringify({"mode": "squad"})})
	#endregion update


static func remove(party: LiveParty, name: String) -> void:
	#region remove
	for member in party.members:
		if member.username == name:
			await party.remove_async(member)
	#endregion remove


static func close(party: LiveParty) -> void:
	#region close
	await party.close_async()
	#endregion close


static func ending(party: LiveParty) -> Array[String]:
	var lines: Array[String] = []
	#region ending
	const WORDS := {
		"left": "You left.",
		"kicked": "The leader removed you.",
		"closed": "The party is over.",
		"disconnected": "The connection was lost.",
	}
	party.ended.connect(func(cause: String) -> void: lines.append(WORDS[cause]))
	#endregion ending
	return lines
