# Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
class_name PartyApi
extends RefCounted
## What a game and the server say to each other.

const Fields := preload("../json/json_fields.gd")

## The classes of errors on the socket. What exactly went wrong is in the message.
enum RealtimeErrorCode {
	## The server failed, or server code threw. Absent in JSON, as every zero is.
	RUNTIME_EXCEPTION = 0,
	## The message is none that a client may send, or the server has it switched off. The connection
	## is closed in the first case and in the second.
	UNRECOGNIZED_PAYLOAD = 1,
	## The envelope has no message. The connection is closed.
	MISSING_PAYLOAD = 2,
	## The request was understood and refused. The message says why.
	BAD_INPUT = 3,
	## No such match.
	MATCH_NOT_FOUND = 4,
	## The match did not let the caller in.
	MATCH_JOIN_REJECTED = 5,
	## No function is registered under this id.
	RUNTIME_FUNCTION_NOT_FOUND = 6,
	## A function of the game's own server code has refused or failed; the message is its own.
	RUNTIME_FUNCTION_EXCEPTION = 7,
}

## What streams are for. Those of parties and of status are kept by the server itself.
enum StreamMode {
	## Notifications of one user.
	NOTIFICATIONS = 0,
	## Status of one user.
	STATUS = 1,
	## A chat room.
	CHANNEL = 2,
	## A group's chat.
	GROUP = 3,
	## A chat of two.
	DIRECT_MESSAGE = 4,
	## A match whose messages the server relays.
	MATCH_RELAYED = 5,
	## A match that server code runs.
	MATCH_AUTHORITATIVE = 6,
	## A party.
	PARTY = 7,
}

## What notifications are about. Numbers above zero are the game's own.
enum NotificationCode {
	## None in particular.
	UNSPECIFIED = 0,
	## Somebody wants to chat.
	DM_REQUEST = -1,
	## Somebody wants to be friends.
	FRIEND_REQUEST = -2,
	## A friend request was accepted.
	FRIEND_ACCEPT = -3,
	## The user is in a group now.
	GROUP_ADD = -4,
	## Somebody wants to join a group the user administers.
	GROUP_JOIN_REQUEST = -5,
	## A friend has joined the game.
	FRIEND_JOIN_GAME = -6,
	## The session ends because the user has connected elsewhere and may only have one connection.
	SINGLE_SOCKET = -7,
	## The session ends because the user is banned.
	USER_BANNED = -8,
	## A friend has ended the friendship.
	FRIEND_REMOVE = -9,
}


## A request that was refused.
class RealtimeError:
	extends PartyResult

	## Class of the error: one of [code]Code[/code], as a number.
	var code: int = 0
	## What went wrong, in English, for a developer. Together with [code]code[/code] it identifies
	## the error.
	var message: String = ""
	## More about the error. Nakama leaves it empty.
	var context: Dictionary = {}

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> RealtimeError:
		var message := RealtimeError.new()
		message.code = fields.integer("code")
		message.message = fields.text("message")
		message.context = fields.text_map("context")
		return message


## One connected session of a user. A user who plays on two devices has two presences.
class UserPresence:
	extends PartyResult

	## Id of the user: a UUID.
	var user_id: String = ""
	## Id of the session, new with every connection: a UUID.
	var session_id: String = ""
	## Name of the user, as it was when the session connected.
	var username: String = ""
	## Whether the presence keeps receiving messages while it is away. Parties never set it.
	var persistence: bool = false
	## The status the user has set; only in presences of status events. Unset in all others, empty
	## for a user who is online without a text.
	##
	## Null while it is unset.
	var status: Variant = null

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> UserPresence:
		var message := UserPresence.new()
		message.user_id = fields.text("user_id")
		message.session_id = fields.text("session_id")
		message.username = fields.text("username")
		message.persistence = fields.boolean("persistence")
		message.status = fields.text("status") if fields.has("status") else null
		return message

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if user_id != "":
			json["user_id"] = user_id
		if session_id != "":
			json["session_id"] = session_id
		if username != "":
			json["username"] = username
		if persistence:
			json["persistence"] = persistence
		if status != null:
			json["status"] = status
		return json


## A party, as its creator gets it in reply and as every new member gets it as an event.
##
## An event leaves [code]label[/code] and [code]hidden[/code] unset whatever they are (as Nakama
## does); a member learns them from [code]party_update[/code] or from a listing.
class Party:
	extends PartyResult

	## Id of the party: a UUID, a dot, and the name of the server node that holds it.
	var party_id: String = ""
	## Whether anyone may join. If not, the leader accepts or rejects each player.
	var open: bool = false
	## Whether listings leave the party out. Only set in the reply to its creator.
	var hidden: bool = false
	## Most members there may be, 1 to 256.
	var max_size: int = 0
	## The recipient's own presence in the party.
	var self_presence: UserPresence = UserPresence.new()
	## The leader.
	var leader: UserPresence = UserPresence.new()
	## All members, the recipient and the leader included, in the order in which they joined.
	var presences: Array[UserPresence] = []
	## A JSON object that listings can be searched by. Only set in the reply to its creator.
	var label: String = ""

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> Party:
		var message := Party.new()
		message.party_id = fields.text("party_id")
		message.open = fields.boolean("open")
		message.hidden = fields.boolean("hidden")
		message.max_size = fields.integer("max_size")
		message.self_presence = UserPresence.read(fields.message("self"))
		message.leader = UserPresence.read(fields.message("leader"))
		for item in fields.messages("presences"):
			message.presences.append(UserPresence.read(item))
		message.label = fields.text("label")
		return message


## Request: create a party.
class PartyCreate:
	extends PartyResult

	## Whether anyone may join. If not, the leader accepts or rejects each player.
	var open: bool = false
	## Most members there may be, 1 to 256, the creator included.
	var max_size: int = 0
	## A JSON object that listings can be searched by, at most 2048 bytes; empty for none. Servers
	## before 3.28 close the connection when it is set.
	var label: String = ""
	## Whether listings leave the party out. Servers before 3.28 close the connection when it is
	## set.
	var hidden: bool = false

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if open:
			json["open"] = open
		if max_size != 0:
			json["max_size"] = max_size
		if label != "":
			json["label"] = label
		if hidden:
			json["hidden"] = hidden
		return json


## Request of the leader: replace label, open and hidden. Event: the leader has done so.
class PartyUpdate:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""
	## The new label: a JSON object of at most 2048 bytes, or empty for none. A hidden party has to
	## have none.
	var label: String = ""
	## Whether anyone may join from now on.
	var open: bool = false
	## Whether listings leave the party out from now on.
	var hidden: bool = false

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> PartyUpdate:
		var message := PartyUpdate.new()
		message.party_id = fields.text("party_id")
		message.label = fields.text("label")
		message.open = fields.boolean("open")
		message.hidden = fields.boolean("hidden")
		return message

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if party_id != "":
			json["party_id"] = party_id
		if label != "":
			json["label"] = label
		if open:
			json["open"] = open
		if hidden:
			json["hidden"] = hidden
		return json


## Request: join a party, or ask to.
class PartyJoin:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if party_id != "":
			json["party_id"] = party_id
		return json


## Request: leave a party.
class PartyLeave:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if party_id != "":
			json["party_id"] = party_id
		return json


## Request of the leader: make another member the leader.
class PartyPromote:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""
	## The member who is to lead. [code]user_id[/code], [code]session_id[/code] and
	## [code]username[/code] all have to match.
	var presence: UserPresence = UserPresence.new()

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if party_id != "":
			json["party_id"] = party_id
		if presence != null:
			json["presence"] = presence.to_json()
		return json


## Event: a party has a new leader.
class PartyLeader:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""
	## The new leader.
	var presence: UserPresence = UserPresence.new()

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> PartyLeader:
		var message := PartyLeader.new()
		message.party_id = fields.text("party_id")
		message.presence = UserPresence.read(fields.message("presence"))
		return message


## Request of the leader: let a player in who asked to join.
class PartyAccept:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""
	## The player, as in the join request. [code]user_id[/code], [code]session_id[/code] and
	## [code]username[/code] all have to match.
	var presence: UserPresence = UserPresence.new()

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if party_id != "":
			json["party_id"] = party_id
		if presence != null:
			json["presence"] = presence.to_json()
		return json


## Request of the leader: remove a member, or reject a player who asked to join.
class PartyRemove:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""
	## The member or player. [code]user_id[/code], [code]session_id[/code] and [code]username[/code]
	## all have to match.
	var presence: UserPresence = UserPresence.new()

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if party_id != "":
			json["party_id"] = party_id
		if presence != null:
			json["presence"] = presence.to_json()
		return json


## Request of the leader: end the party. Event: the party has ended, or the recipient was removed
## from it.
class PartyClose:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> PartyClose:
		var message := PartyClose.new()
		message.party_id = fields.text("party_id")
		return message

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if party_id != "":
			json["party_id"] = party_id
		return json


## Request of the leader: list who asks to join.
class PartyJoinRequestList:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if party_id != "":
			json["party_id"] = party_id
		return json


## Players who ask to join a closed party.
##
## As an event it goes to the leader alone and holds the new request; as a reply it holds all that
## wait.
class PartyJoinRequest:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""
	## The players, oldest request first. A request stays when its player disconnects.
	var presences: Array[UserPresence] = []

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> PartyJoinRequest:
		var message := PartyJoinRequest.new()
		message.party_id = fields.text("party_id")
		for item in fields.messages("presences"):
			message.presences.append(UserPresence.read(item))
		return message


## Request of the leader: look for a match with the whole party.
class PartyMatchmakerAdd:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""
	## Fewest players of a match, the party's own included; at least 2.
	var min_count: int = 0
	## Most players of a match; at least [code]min_count[/code].
	var max_count: int = 0
	## Which other tickets fit, in the query language; empty or [code]*[/code] for all.
	var query: String = ""
	## Text properties that the queries of other tickets are tested against.
	var string_properties: Dictionary = {}
	## Number properties that the queries of other tickets are tested against.
	var numeric_properties: Dictionary = {}
	## The number of players has to be a multiple of this; at least 1, and it has to divide both
	## counts. Unset for any number.
	##
	## Null while it is unset.
	var count_multiple: Variant = null

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if party_id != "":
			json["party_id"] = party_id
		if min_count != 0:
			json["min_count"] = min_count
		if max_count != 0:
			json["max_count"] = max_count
		if query != "":
			json["query"] = query
		if not string_properties.is_empty():
			json["string_properties"] = string_properties
		if not numeric_properties.is_empty():
			json["numeric_properties"] = numeric_properties
		if count_multiple != null:
			json["count_multiple"] = count_multiple
		return json


## Request of the leader: withdraw a ticket of the party.
class PartyMatchmakerRemove:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""
	## The ticket.
	var ticket: String = ""

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if party_id != "":
			json["party_id"] = party_id
		if ticket != "":
			json["ticket"] = ticket
		return json


## The party looks for a match: reply to the leader, event to the other members.
class PartyMatchmakerTicket:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""
	## The ticket.
	var ticket: String = ""

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> PartyMatchmakerTicket:
		var message := PartyMatchmakerTicket.new()
		message.party_id = fields.text("party_id")
		message.ticket = fields.text("ticket")
		return message


## Event: data from another member of a party.
class PartyData:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""
	## The member who has sent it.
	var presence: UserPresence = UserPresence.new()
	## What kind of data it is: any number the game gives a meaning.
	var op_code: int = 0
	## The data, as it was sent.
	var binary_data: PackedByteArray = PackedByteArray()
	## The same as text, in UTF-8.
	var data: String:
		get:
			return binary_data.get_string_from_utf8()
		set(text):
			binary_data = text.to_utf8_buffer()

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> PartyData:
		var message := PartyData.new()
		message.party_id = fields.text("party_id")
		message.presence = UserPresence.read(fields.message("presence"))
		message.op_code = fields.integer("op_code")
		message.binary_data = fields.bytes("data")
		return message


## Request: send data to the other members of a party.
class PartyDataSend:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""
	## What kind of data it is: any number the game gives a meaning.
	var op_code: int = 0
	## The data. The whole frame may have 4096 bytes, which in JSON leaves room for about 2900 bytes
	## of data.
	var binary_data: PackedByteArray = PackedByteArray()
	## The same as text, in UTF-8.
	var data: String:
		get:
			return binary_data.get_string_from_utf8()
		set(text):
			binary_data = text.to_utf8_buffer()

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if party_id != "":
			json["party_id"] = party_id
		if op_code != 0:
			json["op_code"] = str(op_code)
		if not binary_data.is_empty():
			json["data"] = Marshalls.raw_to_base64(binary_data)
		return json


## Event: members came to a party or left it.
class PartyPresenceEvent:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""
	## Those who came. The recipient is among them when it has joined itself.
	var joins: Array[UserPresence] = []
	## Those who left, were removed or were disconnected.
	var leaves: Array[UserPresence] = []

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> PartyPresenceEvent:
		var message := PartyPresenceEvent.new()
		message.party_id = fields.text("party_id")
		for item in fields.messages("joins"):
			message.joins.append(UserPresence.read(item))
		for item in fields.messages("leaves"):
			message.leaves.append(UserPresence.read(item))
		return message


## Followed users who are online.
class Status:
	extends PartyResult

	## One presence for each session of theirs that has a status.
	var presences: Array[UserPresence] = []

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> Status:
		var message := Status.new()
		for item in fields.messages("presences"):
			message.presences.append(UserPresence.read(item))
		return message


## Request: follow users.
class StatusFollow:
	extends PartyResult

	## Ids of users: UUIDs.
	var user_ids: PackedStringArray = PackedStringArray()
	## Names of users.
	var usernames: PackedStringArray = PackedStringArray()

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if not user_ids.is_empty():
			json["user_ids"] = Array(user_ids)
		if not usernames.is_empty():
			json["usernames"] = Array(usernames)
		return json


## Request: stop following users.
class StatusUnfollow:
	extends PartyResult

	## Ids of users: UUIDs.
	var user_ids: PackedStringArray = PackedStringArray()

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if not user_ids.is_empty():
			json["user_ids"] = Array(user_ids)
		return json


## Request: set the own status.
class StatusUpdate:
	extends PartyResult

	## Any text of at most 2048 bytes. Empty: online without a text. Unset: appear offline.
	##
	## Null while it is unset.
	var status: Variant = null

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if status != null:
			json["status"] = status
		return json


## Event: followed users came online, went offline or changed their status.
class StatusPresenceEvent:
	extends PartyResult

	## Those who came online, or the new status of those who changed it.
	var joins: Array[UserPresence] = []
	## Those who went offline, or the previous status of those who changed it.
	var leaves: Array[UserPresence] = []

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> StatusPresenceEvent:
		var message := StatusPresenceEvent.new()
		for item in fields.messages("joins"):
			message.joins.append(UserPresence.read(item))
		for item in fields.messages("leaves"):
			message.leaves.append(UserPresence.read(item))
		return message


## Request: look for a match alone.
class MatchmakerAdd:
	extends PartyResult

	## Fewest players of a match, the caller included; at least 2.
	var min_count: int = 0
	## Most players of a match; at least [code]min_count[/code].
	var max_count: int = 0
	## Which other tickets fit, in the query language; empty or [code]*[/code] for all.
	var query: String = ""
	## Text properties that the queries of other tickets are tested against.
	var string_properties: Dictionary = {}
	## Number properties that the queries of other tickets are tested against.
	var numeric_properties: Dictionary = {}
	## The number of players has to be a multiple of this; at least 1, and it has to divide both
	## counts. Unset for any number.
	##
	## Null while it is unset.
	var count_multiple: Variant = null

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if min_count != 0:
			json["min_count"] = min_count
		if max_count != 0:
			json["max_count"] = max_count
		if query != "":
			json["query"] = query
		if not string_properties.is_empty():
			json["string_properties"] = string_properties
		if not numeric_properties.is_empty():
			json["numeric_properties"] = numeric_properties
		if count_multiple != null:
			json["count_multiple"] = count_multiple
		return json


## A session looks for a match.
class MatchmakerTicket:
	extends PartyResult

	## The ticket.
	var ticket: String = ""

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> MatchmakerTicket:
		var message := MatchmakerTicket.new()
		message.ticket = fields.text("ticket")
		return message


## Request: withdraw a ticket.
class MatchmakerRemove:
	extends PartyResult

	## The ticket.
	var ticket: String = ""

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if ticket != "":
			json["ticket"] = ticket
		return json


## Event: a match was found.
class MatchmakerMatched:
	extends PartyResult

	## The recipient's ticket, or its party's. It has ended with this.
	var ticket: String = ""
	## Id of a match that server code has made for these players.
	##
	## Null while it is unset.
	var match_id: Variant = null
	## A token (a JWT, good for 30 seconds) with which the players meet in a match of their own.
	##
	## Null while it is unset.
	var token: Variant = null
	## Everyone who is matched, the recipient included.
	var users: Array[MatchmakerUser] = []
	## The recipient.
	var self_user: MatchmakerUser = MatchmakerUser.new()

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> MatchmakerMatched:
		var message := MatchmakerMatched.new()
		message.ticket = fields.text("ticket")
		message.match_id = fields.text("match_id") if fields.has("match_id") else null
		message.token = fields.text("token") if fields.has("token") else null
		for item in fields.messages("users"):
			message.users.append(MatchmakerUser.read(item))
		message.self_user = MatchmakerUser.read(fields.message("self"))
		return message


## A player in a match that was found.
class MatchmakerUser:
	extends PartyResult

	## Who it is.
	var presence: UserPresence = UserPresence.new()
	## Id of the party the player came with; empty for one who came alone.
	var party_id: String = ""
	## Text properties of the player's ticket.
	var string_properties: Dictionary = {}
	## Number properties of the player's ticket.
	var numeric_properties: Dictionary = {}

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> MatchmakerUser:
		var message := MatchmakerUser.new()
		message.presence = UserPresence.read(fields.message("presence"))
		message.party_id = fields.text("party_id")
		message.string_properties = fields.text_map("string_properties")
		message.numeric_properties = fields.number_map("numeric_properties")
		return message


## Event: notifications for the user, to each of the user's sessions.
class Notifications:
	extends PartyResult

	## The notifications.
	var notifications: Array[Notification] = []

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> Notifications:
		var message := Notifications.new()
		for item in fields.messages("notifications"):
			message.notifications.append(Notification.read(item))
		return message


## Identifies a stream: a set of sessions that receive the same messages.
class Stream:
	extends PartyResult

	## What the stream is for: one of [code]Mode[/code], or a number of the game's own above them.
	var mode: int = 0
	## What the stream belongs to, usually the id of a user, group, match or party.
	var subject: String = ""
	## A second id, where one is not enough.
	var subcontext: String = ""
	## A name; for party and match streams the name of the server node.
	var label: String = ""

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> Stream:
		var message := Stream.new()
		message.mode = fields.integer("mode")
		message.subject = fields.text("subject")
		message.subcontext = fields.text("subcontext")
		message.label = fields.text("label")
		return message


## Event: data on a stream that server code has put the session on.
class StreamData:
	extends PartyResult

	## The stream.
	var stream: Stream = Stream.new()
	## Who has sent it. Unset when it was server code.
	var sender: UserPresence = UserPresence.new()
	## The data, as text.
	var data: String = ""
	## Whether it was sent in a way that delivers every message. Always so over a WebSocket.
	var reliable: bool = false

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> StreamData:
		var message := StreamData.new()
		message.stream = Stream.read(fields.message("stream"))
		message.sender = UserPresence.read(fields.message("sender"))
		message.data = fields.text("data")
		message.reliable = fields.boolean("reliable")
		return message


## Event: presences joined or left a stream that server code has put the session on.
class StreamPresenceEvent:
	extends PartyResult

	## The stream.
	var stream: Stream = Stream.new()
	## Those who joined.
	var joins: Array[UserPresence] = []
	## Those who left.
	var leaves: Array[UserPresence] = []

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> StreamPresenceEvent:
		var message := StreamPresenceEvent.new()
		message.stream = Stream.read(fields.message("stream"))
		for item in fields.messages("joins"):
			message.joins.append(UserPresence.read(item))
		for item in fields.messages("leaves"):
			message.leaves.append(UserPresence.read(item))
		return message


## Request: answer with a [code]Pong[/code].
class Ping:
	extends PartyResult

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		return json


## Reply to a [code]Ping[/code].
class Pong:
	extends PartyResult

	## Reads what the server has sent. What it has left out has its default.
	static func read(_fields: Fields) -> Pong:
		var message := Pong.new()
		return message


## A pair of tokens: what signing in and refreshing return.
class SessionTokens:
	extends PartyResult

	## Whether signing in has created the account.
	var created: bool = false
	## The session token: a JWT whose [code]exp[/code] says until when it is good (60 seconds by
	## default). Opens sockets and authorises HTTP calls.
	var token: String = ""
	## The refresh token: a JWT, good for an hour by default.
	var refresh_token: String = ""

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> SessionTokens:
		var message := SessionTokens.new()
		message.created = fields.boolean("created")
		message.token = fields.text("token")
		message.refresh_token = fields.text("refresh_token")
		return message


## An account known by an id of the game's choice.
class AccountCustom:
	extends PartyResult

	## The id: 6 to 128 bytes, without spaces and control characters.
	var id: String = ""
	## Variables to store in the session's tokens, for server code to read.
	var vars: Dictionary = {}

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if id != "":
			json["id"] = id
		if not vars.is_empty():
			json["vars"] = vars
		return json


## An account known by the id of a device.
class AccountDevice:
	extends PartyResult

	## The id: 10 to 128 bytes, without spaces and control characters.
	var id: String = ""
	## Variables to store in the session's tokens, for server code to read.
	var vars: Dictionary = {}

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if id != "":
			json["id"] = id
		if not vars.is_empty():
			json["vars"] = vars
		return json


## An account known by an e-mail address.
class AccountEmail:
	extends PartyResult

	## The address: 10 to 255 bytes. Empty to sign in with user name and password.
	var email: String = ""
	## The password: at least 8 characters.
	var password: String = ""
	## Variables to store in the session's tokens, for server code to read.
	var vars: Dictionary = {}

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if email != "":
			json["email"] = email
		if password != "":
			json["password"] = password
		if not vars.is_empty():
			json["vars"] = vars
		return json


## Request: sign in with an id of the game's choice.
class AuthenticateCustomRequest:
	extends PartyResult

	## Who signs in.
	var account: AccountCustom = AccountCustom.new()
	## Whether to create the account when there is none. Unset means true.
	##
	## Null while it is unset.
	var create: Variant = null
	## User name for a new account, at most 128 bytes; empty for a random one.
	var username: String = ""

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if account != null:
			json["account"] = account.to_json()
		if create != null:
			json["create"] = create
		if username != "":
			json["username"] = username
		return json


## Request: sign in with the id of a device.
class AuthenticateDeviceRequest:
	extends PartyResult

	## Who signs in.
	var account: AccountDevice = AccountDevice.new()
	## Whether to create the account when there is none. Unset means true.
	##
	## Null while it is unset.
	var create: Variant = null
	## User name for a new account, at most 128 bytes; empty for a random one.
	var username: String = ""

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if account != null:
			json["account"] = account.to_json()
		if create != null:
			json["create"] = create
		if username != "":
			json["username"] = username
		return json


## Request: sign in with an e-mail address.
class AuthenticateEmailRequest:
	extends PartyResult

	## Who signs in.
	var account: AccountEmail = AccountEmail.new()
	## Whether to create the account when there is none. Unset means true.
	##
	## Null while it is unset.
	var create: Variant = null
	## User name for a new account, at most 128 bytes; empty for a random one. Without an e-mail
	## address: who signs in.
	var username: String = ""

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if account != null:
			json["account"] = account.to_json()
		if create != null:
			json["create"] = create
		if username != "":
			json["username"] = username
		return json


## Request: a new pair of tokens.
class SessionRefreshRequest:
	extends PartyResult

	## The refresh token.
	var token: String = ""
	## New variables for the session's tokens. Empty keeps those it has.
	var vars: Dictionary = {}

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if token != "":
			json["token"] = token
		if not vars.is_empty():
			json["vars"] = vars
		return json


## Request: make tokens invalid. With neither token, all of the user's.
class SessionLogoutRequest:
	extends PartyResult

	## The session token.
	var token: String = ""
	## The refresh token.
	var refresh_token: String = ""

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if token != "":
			json["token"] = token
		if refresh_token != "":
			json["refresh_token"] = refresh_token
		return json


## A party in a listing. Nakama's [code]api.Party[/code].
class PartyListing:
	extends PartyResult

	## Id of the party.
	var party_id: String = ""
	## Whether anyone may join. If not, the leader accepts or rejects each player.
	var open: bool = false
	## Whether the party is hidden. Never so in a listing.
	var hidden: bool = false
	## Most members there may be.
	var max_size: int = 0
	## The label: a JSON object.
	var label: String = ""

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> PartyListing:
		var message := PartyListing.new()
		message.party_id = fields.text("party_id")
		message.open = fields.boolean("open")
		message.hidden = fields.boolean("hidden")
		message.max_size = fields.integer("max_size")
		message.label = fields.text("label")
		return message


## A page of parties.
class PartyList:
	extends PartyResult

	## The parties.
	var parties: Array[PartyListing] = []
	## Where the next page starts. Empty on the last page.
	var cursor: String = ""

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> PartyList:
		var message := PartyList.new()
		for item in fields.messages("parties"):
			message.parties.append(PartyListing.read(item))
		message.cursor = fields.text("cursor")
		return message


## Request: list parties.
class ListPartiesRequest:
	extends PartyResult

	## Most parties to return, 1 to 100. Unset means 10.
	##
	## Null while it is unset.
	var limit: Variant = null
	## Only open parties (true) or only closed ones (false). Unset for both.
	##
	## Null while it is unset.
	var open: Variant = null
	## What to look for, in the query language, for example [code]+label.mode:duo[/code]. Unset or
	## empty for all.
	##
	## Null while it is unset.
	var query: Variant = null
	## Where to go on: the cursor of the page before. All else has to be as it was for that page.
	##
	## Null while it is unset.
	var cursor: Variant = null

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if limit != null:
			json["limit"] = limit
		if open != null:
			json["open"] = open
		if query != null:
			json["query"] = query
		if cursor != null:
			json["cursor"] = cursor
		return json


## A message from the server or another player, delivered at once and perhaps kept.
class Notification:
	extends PartyResult

	## Id of the notification: a UUID.
	var id: String = ""
	## What it is about, for a reader.
	var subject: String = ""
	## The content: JSON, as text.
	var content: String = ""
	## What it is about, for a program: one of [code]Code[/code], as a number.
	var code: int = 0
	## Id of the user who has sent it. Empty or the nil UUID when it was the server.
	var sender_id: String = ""
	## When it was sent, to the second.
	var create_time: String = ""
	## Whether it is kept until it is deleted.
	var persistent: bool = false

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> Notification:
		var message := Notification.new()
		message.id = fields.text("id")
		message.subject = fields.text("subject")
		message.content = fields.text("content")
		message.code = fields.integer("code")
		message.sender_id = fields.text("sender_id")
		message.create_time = fields.text("create_time")
		message.persistent = fields.boolean("persistent")
		return message


## A page of stored notifications.
class NotificationList:
	extends PartyResult

	## The notifications, oldest first.
	var notifications: Array[Notification] = []
	## Where the next page starts. Always set, also after the last one: kept, it finds what has come
	## since.
	var cacheable_cursor: String = ""

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> NotificationList:
		var message := NotificationList.new()
		for item in fields.messages("notifications"):
			message.notifications.append(Notification.read(item))
		message.cacheable_cursor = fields.text("cacheable_cursor")
		return message


## Request: list stored notifications.
class ListNotificationsRequest:
	extends PartyResult

	## Most notifications to return, 1 to 100. Unset means 1.
	##
	## Null while it is unset.
	var limit: Variant = null
	## Where to go on: the cursor of an earlier page. Empty to start with the oldest.
	var cacheable_cursor: String = ""

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if limit != null:
			json["limit"] = limit
		if cacheable_cursor != "":
			json["cacheable_cursor"] = cacheable_cursor
		return json


## Request: delete stored notifications.
class DeleteNotificationsRequest:
	extends PartyResult

	## Their ids.
	var ids: PackedStringArray = PackedStringArray()

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if not ids.is_empty():
			json["ids"] = Array(ids)
		return json


## A call of a function of the game's own server code, and its result.
class Rpc:
	extends PartyResult

	## The name under which the function is registered. Letter case does not matter.
	var id: String = ""
	## What the function gets, or has returned: any text, often JSON.
	var payload: String = ""
	## The HTTP key, for calls without a session. Over HTTP only.
	var http_key: String = ""

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> Rpc:
		var message := Rpc.new()
		message.id = fields.text("id")
		message.payload = fields.text("payload")
		message.http_key = fields.text("http_key")
		return message

	## What is sent: only what is set, because an older server closes the connection of who says more.
	func to_json() -> Dictionary:
		var json := {}
		if id != "":
			json["id"] = id
		if payload != "":
			json["payload"] = payload
		if http_key != "":
			json["http_key"] = http_key
		return json


## How busy the matchmaker is.
class MatchmakerStats:
	extends PartyResult

	## Tickets that wait for a match.
	var ticket_count: int = 0
	## When the oldest of them was added. Unset when there is none.
	var oldest_ticket_create_time: String = ""
	## The last matches that were made.
	var completions: Array[MatchmakerCompletionStats] = []

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> MatchmakerStats:
		var message := MatchmakerStats.new()
		message.ticket_count = fields.integer("ticket_count")
		message.oldest_ticket_create_time = fields.text("oldest_ticket_create_time")
		for item in fields.messages("completions"):
			message.completions.append(MatchmakerCompletionStats.read(item))
		return message


## A match that was made.
class MatchmakerCompletionStats:
	extends PartyResult

	## When its ticket was added.
	var create_time: String = ""
	## When the match was made.
	var complete_time: String = ""

	## Reads what the server has sent. What it has left out has its default.
	static func read(fields: Fields) -> MatchmakerCompletionStats:
		var message := MatchmakerCompletionStats.new()
		message.create_time = fields.text("create_time")
		message.complete_time = fields.text("complete_time")
		return message
