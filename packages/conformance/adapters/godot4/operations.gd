extends RefCounted
## Each operation of the contract as a call of the SDK, by its name.

const Player := preload("player.gd")
const Values := preload("values.gd")

const SESSION: PackedStringArray = ["created", "token", "refresh_token", "user_id", "username", "vars"]
const PARTY: PackedStringArray = [
	"party_id", "open", "hidden", "max_size", "label", "self_presence", "leader", "presences",
]
const LIVE_PARTY: PackedStringArray = [
	"party_id", "open", "hidden", "max_size", "label", "self_presence", "leader", "members", "is_leader",
	"join_requests", "tickets", "stale",
]


## Calls an operation, and returns its result: a [PartyResult], a dictionary or null.
static func run(
	operation: String, player: Player, args: Dictionary, options: PartyCallOptions
) -> Variant:
	match operation:
		"authenticateCustom", "authenticateDevice", "authenticateEmail", "restoreSession", "refreshSession":
			return await _session(operation, player, args, options)
		"logoutSession", "listParties", "listNotifications", "deleteNotifications", "callRpc":
			return await _http(operation, player, args, options)
		"connect", "disconnect", "parties", "ping":
			return await _connection(operation, player, args, options)
		"updateStatus", "followUsers", "unfollowUsers", "rpc":
			return await _status(operation, player.socket, args, options)
		"addMatchmaker", "removeMatchmaker", "addMatchmakerParty", "removeMatchmakerParty":
			return await _matchmaker(operation, player.socket, args, options)
	return await _party(operation, player.socket, args, options)


static func _session(
	operation: String, player: Player, args: Dictionary, options: PartyCallOptions
) -> Variant:
	var client := player.client
	var username: Variant = args.get("username")
	var create: bool = args.get("create", true)
	var vars: Variant = args.get("vars")
	var session: PartySession
	match operation:
		"authenticateCustom":
			session = await client.authenticate_custom_async(args["id"], username, create, vars, options)
		"authenticateDevice":
			session = await client.authenticate_device_async(args["id"], username, create, vars, options)
		"authenticateEmail":
			session = await client.authenticate_email_async(
				args["email"], args["password"], username, create, vars, options
			)
		"restoreSession":
			session = PartyClient.restore_session(args["token"], args.get("refreshToken", ""))
		"refreshSession":
			session = await client.session_refresh_async(player.session, vars, options)
	if session.is_exception():
		return session
	player.session = session
	return Values.picked(session, SESSION)


static func _http(
	operation: String, player: Player, args: Dictionary, options: PartyCallOptions
) -> Variant:
	var client := player.client
	match operation:
		"logoutSession":
			return await client.session_logout_async(player.session, options)
		"listParties":
			return await client.list_parties_async(
				player.session, _int(args.get("limit")), args.get("open"), args.get("query"), args.get("cursor"), options
			)
		"listNotifications":
			return await client.list_notifications_async(
				player.session, args.get("limit", 100), args.get("cursor", ""), options
			)
		"deleteNotifications":
			return await client.delete_notifications_async(player.session, args["ids"], options)
	return await client.rpc_async(player.session, args["id"], args.get("payload", ""), options)


static func _connection(
	operation: String, player: Player, args: Dictionary, options: PartyCallOptions
) -> Variant:
	match operation:
		"connect":
			return await player.socket.connect_async(
				player.session, args.get("appearOnline", false), args.get("lang", ""), options
			)
		"disconnect":
			player.socket.close()
			return null
		"ping":
			# How long it took is for a game; there is nothing to compare it with.
			return PartyResult.new((await player.socket.ping_async(options)).get_exception())
	var parties := player.socket.parties.map(
		func(party: LiveParty) -> Dictionary: return Values.picked(party, LIVE_PARTY)
	)
	return {"parties": parties, "ended": player.ended, "cancelled": player.cancelled}


static func _status(
	operation: String, socket: PartySocket, args: Dictionary, options: PartyCallOptions
) -> Variant:
	match operation:
		"updateStatus":
			var status: Variant = null if args.get("offline", false) else args.get("status")
			return await socket.update_status_async(status, options)
		"followUsers":
			return await socket.follow_users_async(args.get("userIds", []), args.get("usernames", []), options)
		"unfollowUsers":
			return await socket.unfollow_users_async(args.get("userIds", []), options)
	return await socket.rpc_async(args["id"], args.get("payload", ""), options)


static func _matchmaker(
	operation: String, socket: PartySocket, args: Dictionary, options: PartyCallOptions
) -> Variant:
	var query: String = args.get("query", "*")
	var min_count: int = args.get("minCount", 2)
	var max_count: int = args.get("maxCount", 8)
	var strings: Dictionary = args.get("stringProperties", {})
	var numbers: Dictionary = args.get("numericProperties", {})
	var multiple: int = args.get("countMultiple", 0)
	match operation:
		"addMatchmaker":
			return await socket.add_matchmaker_async(
				query, min_count, max_count, strings, numbers, multiple, options
			)
		"removeMatchmaker":
			return await socket.remove_matchmaker_async(args["ticket"], options)
		"addMatchmakerParty":
			return await socket.add_matchmaker_party_async(
				args["partyId"], query, min_count, max_count, strings, numbers, multiple, options
			)
	return await socket.remove_matchmaker_party_async(args["partyId"], args["ticket"], options)


static func _party(
	operation: String, socket: PartySocket, args: Dictionary, options: PartyCallOptions
) -> Variant:
	var party_id: String = args.get("partyId", "")
	match operation:
		"createParty":
			return await _create(socket, args, options)
		"joinParty":
			return await socket.join_party_async(party_id, options)
		"leaveParty":
			return await socket.leave_party_async(party_id, options)
		"promotePartyMember":
			return await socket.promote_party_member_async(party_id, _presence(args), options)
		"acceptPartyMember":
			return await socket.accept_party_member_async(party_id, _presence(args), options)
		"removePartyMember":
			return await socket.remove_party_member_async(party_id, _presence(args), options)
		"closeParty":
			return await socket.close_party_async(party_id, options)
		"listPartyJoinRequests":
			return await socket.list_party_join_requests_async(party_id, options)
		"updateParty":
			return await socket.update_party_async(
				party_id, args["open"], args.get("label", ""), args.get("hidden", false), options
			)
		"sendPartyData":
			return await _send(socket, party_id, args, options)
	return null


static func _create(socket: PartySocket, args: Dictionary, options: PartyCallOptions) -> Variant:
	var party := await socket.create_party_async(
		args.get("open", false), args["maxSize"], args.get("label", ""), args.get("hidden", false), options
	)
	# What is returned is live and has methods; the contract asks for what it shows.
	return party if party.is_exception() else Values.picked(party, PARTY)


static func _send(
	socket: PartySocket, party_id: String, args: Dictionary, options: PartyCallOptions
) -> PartyResult:
	var op_code: int = args["opCode"].to_int()
	if args.has("text"):
		return await socket.send_party_data_async(party_id, op_code, args["text"], options)
	var data := Marshalls.base64_to_raw(args["data"]) if args.get("data", "") != "" else PackedByteArray()
	return await socket.send_party_data_raw_async(party_id, op_code, data, options)


static func _presence(args: Dictionary) -> PartyApi.UserPresence:
	var presence := PartyApi.UserPresence.new()
	presence.user_id = args["presence"]["userId"]
	presence.session_id = args["presence"]["sessionId"]
	presence.username = args["presence"]["username"]
	return presence


## Numbers of JSON are floats in Godot.
static func _int(value: Variant) -> Variant:
	return int(value) if value is float else value
