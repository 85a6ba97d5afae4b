extends RefCounted


static func tell(leader: PartySocket, friend: PartySocket, leader_id: String) -> LiveParty:
	#region tell
	# The leader: the id of the party becomes the status.
	var party := await leader.create_party_async(true, 4)
	await leader.update_status_async(JSON.stringify({"party": party.party_id}))
	#endregion tell

	#region read
	# A friend: follows the leader, and joins what the status names.
	var online := await friend.follow_users_async([leader_id])
	if not online.presences.is_empty() and online.presences[0].status:
		var status: Dictionary = JSON.parse_string(online.presences[0].status)
		await friend.enter_party_async(status["party"])
	#endregion read
	return party


static func watch(friend: PartySocket) -> Array[String]:
	var invitations: Array[String] = []
	#region watch
	friend.received_status_presence.connect(func(event: PartyApi.StatusPresenceEvent) -> void:
		for presence in event.joins:
			if presence.status:
				invitations.append("%s: %s" % [presence.username, presence.status])
	)
	#endregion watch
	return invitations


static func list(socket: PartySocket) -> PartyApi.PartyList:
	#region list
	var query := "+label.mode:duo +label.region:eu"
	var found := await socket.list_parties_async(20, true, query)
	for listing in found.parties:
		print(listing.party_id, " ", listing.max_size, " ", listing.label)
	# found.cursor leads to the next page.
	#endregion list
	return found


static func receive_invitations(socket: PartySocket) -> void:
	#region receive
	socket.received_notification.connect(func(notification: PartyApi.Notification) -> void:
		if notification.code == 1:
			var content: Dictionary = JSON.parse_string(notification.content)
			await socket.enter_party_async(content["partyId"])
	)
	#endregion receive


static func missed(client: PartyClient, socket: PartySocket) -> Array[PartyApi.Notification]:
	#region missed
	var stored := await client.list_notifications_async(socket.session, 100)
	for notification in stored.notifications:
		print(notification.subject)
	#endregion missed
	return stored.notifications
