extends RefCounted

#region define
const CHAT := 1 # text
const CURSOR := 2 # JSON
const SNAPSHOT := 3 # bytes
#endregion define


static func talk(party: LiveParty) -> void:
	#region send
	await party.send_async(CHAT, "ready? 👋")
	await party.send_async(CURSOR, JSON.stringify({"x": 3, "y": 4}))
	await party.send_raw_async(SNAPSHOT, PackedByteArray([0, 128, 255]))
	#endregion send


static func listen(party: LiveParty) -> Array[String]:
	var heard: Array[String] = []
	#region listen
	party.data_received.connect(func(message: PartyApi.PartyData) -> void:
		var sender := message.presence.username
		match message.op_code:
			CHAT:
				heard.append("%s: %s" % [sender, message.data])
			CURSOR:
				# What others send may be anything: no JSON is null.
				var cursor: Variant = JSON.parse_string(message.data)
				if cursor is Dictionary:
					heard.append("%s is at %d" % [sender, cursor.get("x", 0)])
			SNAPSHOT:
				heard.append("%d bytes" % message.binary_data.size())
	)
	#endregion listen
	return heard


static func echo(party: LiveParty) -> Array[String]:
	var shown: Array[String] = []
	#region echo
	# The server sends to the others only: show your own once it has taken it.
	var text := "shown to me too"
	var sent := await party.send_async(CHAT, text)
	if not sent.is_exception():
		shown.append("me: %s" % text)
	#endregion echo
	return shown


static func raw(sender: PartySocket, receiver: PartySocket, party_id: String) -> Array[String]:
	var heard: Array[String] = []
	#region raw
	receiver.received_party_data.connect(func(message: PartyApi.PartyData) -> void:
		heard.append("%s (%d): %s" % [message.presence.username, message.op_code, message.data])
	)
	await sender.send_party_data_async(party_id, 1, "hello")
	#endregion raw
	return heard
