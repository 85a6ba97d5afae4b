extends RefCounted
## What the server forgets with a connection: the player's status, and whom the player follows.

const Calls := preload("socket_calls.gd")

## Those who are followed again: these of them are online now.
signal restored(status: PartyApi.Status)
## Something could not be restored.
signal failed(error: PartyError)

## What the game last asked for; null until it does. A status of null in it is to appear offline.
var update: PartyApi.StatusUpdate

var _user_ids := {}
var _usernames := {}


## Forgets it all: a connection begins that has none before it.
func clear() -> void:
	update = null
	_user_ids.clear()
	_usernames.clear()


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


## Asks for it all again.
func restore(calls: Calls) -> void:
	# An empty status, or none, was asked for with the connection itself.
	if update != null and update.status != null and update.status != "":
		_set_again(calls)
	if not _user_ids.is_empty() or not _usernames.is_empty():
		_follow_again(calls)


func _set_again(calls: Calls) -> void:
	_report(await calls.update_status_async(update.status))


func _follow_again(calls: Calls) -> void:
	var ids := PackedStringArray(_user_ids.keys())
	var status := await calls.follow_users_async(ids, PackedStringArray(_usernames.keys()))
	_report(status)
	if not status.is_exception():
		restored.emit(status)


## Reports what has failed, unless it was for the end of the connection: the next one will do it again.
func _report(result: PartyResult) -> void:
	var error := result.get_exception()
	if error != null and error.code != PartyErrorCode.DISCONNECTED:
		failed.emit(error)
