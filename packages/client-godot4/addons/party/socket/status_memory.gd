extends RefCounted
## What the server forgets with a connection: the player's status, and whom the player follows.

## What the game last asked for; null until it does. A status of null in it is to appear offline.
var update: PartyApi.StatusUpdate

var _user_ids := {}
var _usernames := {}


## Takes note of a request that the server has agreed to.
func note(request: PartyResult) -> void:
	if request is PartyApi.StatusUpdate:
		update = request
	elif request is PartyApi.StatusFollow:
		for id: String in request.user_ids:
			_user_ids[id] = true
		for name: String in request.usernames:
			_usernames[name] = true
	elif request is PartyApi.StatusUnfollow:
		for id: String in request.user_ids:
			_user_ids.erase(id)


## Ids of those to follow again.
func user_ids() -> PackedStringArray:
	return PackedStringArray(_user_ids.keys())


## Names of those to follow again.
func usernames() -> PackedStringArray:
	return PackedStringArray(_usernames.keys())
