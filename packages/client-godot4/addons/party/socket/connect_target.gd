extends RefCounted
## Where to connect to, and as whom. Each attempt uses the tokens that the session has by then.

const Refusal := preload("../http/refusal.gd")
const StatusMemory := preload("status_memory.gd")

## Several heartbeats, should some refreshes fail.
const REFRESH_TOKEN_MARGIN_MS := 60_000

var session: PartySession
var appear_online := false
## Empty for the server's default.
var lang := ""

var _options: PartyOptions
var _client: PartyClient
var _status: StatusMemory


func _init(options: PartyOptions, client: PartyClient, status: StatusMemory) -> void:
	_options = options
	_client = client
	_status = status


## The address, with a token that has not ended as far as that is known. [param refused_url] is one whose
## token the server has just refused: another is wanted, if there is one.
func url(refused_url: String, ending: PartyCallOptions) -> String:
	var refused := session.token if refused_url.contains(session.token) else ""
	await _client.keep_fresh_async(session, refused, ending)
	var is_online := appear_online
	# What the game has asked for since.
	if _status.update != null:
		is_online = _status.update.status == ""
	var query := "token=%s&format=json&status=%s" % [session.token.uri_encode(), is_online]
	if lang != "":
		query += "&lang=%s" % lang.uri_encode()
	return "%s://%s/ws?%s" % ["wss" if _options.ssl else "ws", _options.authority(), query]


## Why there is no connection.
func explain(to_url: String, ending: PartyCallOptions) -> PartyError:
	return await Refusal.explain(_options, to_url.substr(to_url.find("/ws?")), ending)


## Without it a connection that held for longer than the refresh token could not be made again.
func keep_refresh_token() -> void:
	var now: int = _options.clock.unix_ms()
	if session.refresh_ends_by(now + REFRESH_TOKEN_MARGIN_MS) and not session.refresh_ends_by(now):
		_client.keep_fresh_async(session, session.token)
