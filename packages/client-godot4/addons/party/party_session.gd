class_name PartySession
extends PartyResult
## A signed-in player: a session token, which opens sockets and authorises HTTP calls and lives for a minute
## by default, and a refresh token, which buys new ones and lives for an hour.
##
## To stay signed in over a restart, keep [member token] and [member refresh_token] and give them to
## [method restore]. Refreshing changes a session in place: whoever holds it goes on with the new tokens.

## Whether signing in has created the account. False in a restored session.
var created := false
## The session token.
var token := ""
## The refresh token; empty if there is none.
var refresh_token := ""
## Id of the player: a UUID.
var user_id := ""
## Name of the player.
var username := ""
## The variables that were given when signing in or refreshing: texts by name.
var vars := {}
## When the session token ends, in seconds since the Unix epoch.
var expire_time := 0
## When the refresh token ends, in seconds since the Unix epoch; 0 if there is none.
var refresh_expire_time := 0


## A session from tokens that were kept, or an exception [code]invalid_argument[/code] naming the one that is
## none. Nothing is sent: whether the server still takes them shows with the first call.
##
## [param with_token] may have expired. Without [param with_refresh_token] the session cannot be refreshed.
static func restore(with_token: String, with_refresh_token := "") -> PartySession:
	var session := PartySession.new()
	var error := session.update(with_token, with_refresh_token)
	return session if error == null else PartySession.new(error)


## Whether it is the session of a player: false for what a call that has failed returns.
func is_valid() -> bool:
	return token != ""


## Whether the session token has ended, by the clock of this device. An open socket stays open nevertheless.
func is_expired() -> bool:
	return would_expire_in(0)


## Whether the session token will have ended in this many seconds.
func would_expire_in(seconds: int) -> bool:
	return ends_by(int(Time.get_unix_time_from_system() + seconds) * 1000)


## Whether the refresh token has ended, or there is none: the player has to sign in again.
func is_refresh_expired() -> bool:
	return refresh_ends_by(int(Time.get_unix_time_from_system()) * 1000)


## Whether the session token has ended at a time, in milliseconds since the Unix epoch.
func ends_by(unix_ms: int) -> bool:
	return unix_ms >= expire_time * 1000


## Whether the refresh token has ended at a time, in milliseconds since the Unix epoch, or there is none.
func refresh_ends_by(unix_ms: int) -> bool:
	return unix_ms >= refresh_expire_time * 1000


## Takes over new tokens of the same player. Returns [code]invalid_argument[/code] when a token is none; the
## session is then as it was. Else null.
func update(with_token: String, with_refresh_token: String) -> PartyError:
	var claims := _claims(with_token)
	if claims.is_empty():
		return PartyError.of_argument("token", "is no token")
	var refresh_claims := {}
	if with_refresh_token != "":
		refresh_claims = _claims(with_refresh_token)
		if refresh_claims.is_empty():
			return PartyError.of_argument("refresh_token", "is no token")
	token = with_token
	refresh_token = with_refresh_token
	user_id = str(claims["uid"])
	username = str(claims.get("usn", ""))
	vars = claims["vrs"] if claims.get("vrs") is Dictionary else {}
	expire_time = int(claims["exp"])
	refresh_expire_time = int(refresh_claims.get("exp", 0))
	return null


## What a token, a JWT, says; empty if it is none. Its signature is the server's business: a client could
## not check it.
static func _claims(of_token: String) -> Dictionary:
	var parts := of_token.split(".")
	if parts.size() != 3:
		return {}
	# A JWT is in the alphabet of URLs, without padding.
	var base64 := parts[1].replace("-", "+").replace("_", "/")
	base64 += "=".repeat((4 - base64.length() % 4) % 4)
	if RegEx.create_from_string("^[A-Za-z0-9+/]+={0,2}$").search(base64) == null:
		return {}
	var json := JSON.new()
	if json.parse(Marshalls.base64_to_raw(base64).get_string_from_utf8()) != OK or not json.data is Dictionary:
		return {}
	var claims: Dictionary = json.data
	return claims if claims.get("uid") is String and claims.get("exp") is float else {}
