extends RefCounted


static func promote(party: LiveParty, name: String) -> void:
	#region promote
	for member in party.members:
		if member.username == name and party.is_leader:
			await party.promote_async(member)
			print(party.leader.username, " leads now")
	#endregion promote
