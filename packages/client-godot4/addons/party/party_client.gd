class_name PartyClient
extends RefCounted
## The way to one server: signs players in, calls the server's HTTP interface, and makes sockets.
##
## Besides what each method names, every call can end with [code]invalid_argument[/code] (an argument is
## refused before anything is sent), [code]network_error[/code] (the server cannot be reached),
## [code]timeout[/code], [code]aborted[/code], [code]malformed_message[/code], [code]rate_limited[/code],
## [code]unavailable[/code] and [code]server_error[/code]; calls that sign in or refresh with
## [code]server_key_invalid[/code], calls that take a session with [code]unauthenticated[/code] (the server
## takes neither its token nor its refresh token: the player has to sign in again). A session whose token is
## about to end is refreshed before, and one whose token is refused is refreshed once;
## [signal session_refreshed] tells it.

const Clock := preload("runtime/clock.gd")
const HttpCalls := preload("http/http_calls.gd")
const HttpTransport := preload("http/http_transport.gd")
const SessionKeeper := preload("http/session_keeper.gd")
const Transport := preload("transport/transport.gd")
const WebSocket := preload("transport/web_socket.gd")
const BrowserWebSocket := preload("transport/web_socket_peer.gd")

## The SDK has refreshed a session by itself: for a game that keeps tokens over a restart.
signal session_refreshed(session: PartySession)

const DEFAULT_LIST_LIMIT := 100

var _options: PartyOptions
var _keeper: SessionKeeper
var _http: HttpCalls


## [param options] are copied. Without them the server is a local one with Nakama's defaults.
func _init(options: PartyOptions = null) -> void:
	_options = _complete(options if options != null else PartyOptions.new())
	_keeper = SessionKeeper.new(_options, _refresh)
	_keeper.refreshed.connect(session_refreshed.emit)
	_http = HttpCalls.new(_options, _keeper)


## A client for a server by its key and address. [param scheme] is [code]http[/code] or [code]https[/code].
static func create(server_key: String, host := "127.0.0.1", port := 7350, scheme := "http") -> PartyClient:
	var options := PartyOptions.new()
	options.server_key = server_key
	options.host = host
	options.port = port
	options.ssl = scheme == "https"
	return PartyClient.new(options)


## Signs in with an id of the game's choice, for example from its own account system: 6 to 128 bytes, without
## spaces and control characters.
##
## [param username] is the name for a new account, at most 128 bytes; null for one that the server makes up.
## Without [param create] no account is created. [param vars] are texts by name, kept in the session's tokens
## for server code to read.
##
## Ends also with [code]invalid_custom_id[/code], [code]invalid_username[/code],
## [code]account_not_found[/code], [code]account_banned[/code], [code]username_taken[/code].
func authenticate_custom_async(
	id: String,
	username: Variant = null,
	create := true,
	vars: Variant = null,
	options: PartyCallOptions = null
) -> PartySession:
	var request := PartyApi.AuthenticateCustomRequest.new()
	request.account.id = id
	return await _sign_in("authenticate_custom", request, username, create, vars, options)


## Signs in with an id of the device, for players without an account of their own: 10 to 128 bytes, without
## spaces and control characters. See [method authenticate_custom_async] for the other arguments.
##
## Ends also with [code]invalid_device_id[/code], [code]invalid_username[/code],
## [code]account_not_found[/code], [code]account_banned[/code], [code]username_taken[/code].
func authenticate_device_async(
	id: String,
	username: Variant = null,
	create := true,
	vars: Variant = null,
	options: PartyCallOptions = null
) -> PartySession:
	var request := PartyApi.AuthenticateDeviceRequest.new()
	request.account.id = id
	return await _sign_in("authenticate_device", request, username, create, vars, options)


## Signs in with an e-mail address of 10 to 255 bytes and a password of at least 8 characters; with an empty
## address [param username] says who signs in, and no account is ever created. See
## [method authenticate_custom_async] for the other arguments.
##
## Ends also with [code]invalid_email[/code], [code]invalid_password[/code], [code]invalid_username[/code],
## [code]invalid_credentials[/code], [code]account_not_found[/code], [code]account_banned[/code],
## [code]username_taken[/code].
func authenticate_email_async(
	email: String,
	password: String,
	username: Variant = null,
	create := true,
	vars: Variant = null,
	options: PartyCallOptions = null
) -> PartySession:
	var request := PartyApi.AuthenticateEmailRequest.new()
	request.account.email = email
	request.account.password = password
	return await _sign_in("authenticate_email", request, username, create, vars, options)


## A session from tokens that were kept. See [method PartySession.restore].
static func restore_session(token: String, refresh_token := "") -> PartySession:
	return PartySession.restore(token, refresh_token)


## Buys new tokens with the session's refresh token, also when the session token has ended, writes them into
## the session and returns it. [param vars] are new variables for the tokens; null keeps those they have.
##
## Ends also with [code]refresh_token_invalid[/code]: the player has to sign in again.
func session_refresh_async(
	session: PartySession, vars: Variant = null, options: PartyCallOptions = null
) -> PartySession:
	const OPERATION := "refresh_session"
	if session == null or session.refresh_token == "":
		return PartySession.new(PartyError.of_argument("session", "has no refresh token").during(OPERATION))
	var build := func() -> PartyResult:
		var request := PartyApi.SessionRefreshRequest.new()
		request.token = session.refresh_token
		request.vars = vars if vars != null else {}
		return request
	var result: Variant = await _http.request(OPERATION, null, build, options)
	if result is PartyError:
		return PartySession.new(result)
	var tokens := PartyApi.SessionTokens.read(result)
	var error := _error_in(result, OPERATION)
	if error == null:
		error = session.update(tokens.token, tokens.refresh_token)
		if error != null:
			error = PartyError.new(PartyErrorCode.MALFORMED_MESSAGE, error.message, OPERATION)
	return session if error == null else PartySession.new(error)


## Makes both tokens of the session invalid. Sockets that are open stay open.
func session_logout_async(session: PartySession, options: PartyCallOptions = null) -> PartyResult:
	var build := func() -> PartyResult:
		var request := PartyApi.SessionLogoutRequest.new()
		request.token = session.token
		request.refresh_token = session.refresh_token
		return request
	var result: Variant = await _http.request("logout_session", session, build, options)
	return PartyResult.new(_error_in(result, "logout_session"))


## Refreshes the session if its token ends within [member PartyOptions.refresh_margin_ms], as every call that
## takes a session and every attempt to connect does by itself; for a game that uses
## [member PartySession.token] elsewhere. Whoever asks at the same time shares one refresh. A session that cannot be
## refreshed stays as it is.
##
## [param refused] is a token that was refused: unless the session has another one by now, it is refreshed
## whatever its time.
func keep_fresh_async(session: PartySession, refused := "", options: PartyCallOptions = null) -> void:
	await _keeper.keep_fresh(session, refused, options)


## Lists parties that are not hidden. What was created or changed within the last second may not be in the
## list yet; a party without a label is listed with the label [code]{}[/code].
##
## [param limit] is at most how many, 1 to 100; null for 10. [param open] lists only open parties, or only
## closed ones; null for both. [param query] is what to look for, in the server's query language:
## [code]+label.mode:duo[/code]. [param cursor] is that of the page before; all else has to be as it was for
## that page.
##
## Ends also with [code]invalid_limit[/code] and [code]list_failed[/code] (a query or cursor that the server
## cannot read).
func list_parties_async(
	session: PartySession,
	limit: Variant = null,
	open: Variant = null,
	query: Variant = null,
	cursor: Variant = null,
	options: PartyCallOptions = null
) -> PartyApi.PartyList:
	var request := PartyApi.ListPartiesRequest.new()
	request.limit = limit
	request.open = open
	request.query = query
	request.cursor = cursor
	var build := func() -> PartyResult: return request
	var result: Variant = await _http.request("list_parties", session, build, options)
	if result is PartyError:
		return PartyApi.PartyList.new(result)
	var list := PartyApi.PartyList.read(result)
	var error := _error_in(result, "list_parties")
	return list if error == null else PartyApi.PartyList.new(error)


## Lists the player's stored notifications, oldest first. Its [code]cacheable_cursor[/code] is set on the last
## page too: kept, it finds later what has come since. [param limit] is at most how many, 1 to 100.
##
## Ends also with [code]invalid_limit[/code] and [code]list_failed[/code] (a cursor that the server cannot
## read).
func list_notifications_async(
	session: PartySession,
	limit := DEFAULT_LIST_LIMIT,
	cacheable_cursor := "",
	options: PartyCallOptions = null
) -> PartyApi.NotificationList:
	var request := PartyApi.ListNotificationsRequest.new()
	request.limit = limit
	request.cacheable_cursor = cacheable_cursor
	var build := func() -> PartyResult: return request
	var result: Variant = await _http.request("list_notifications", session, build, options)
	if result is PartyError:
		return PartyApi.NotificationList.new(result)
	var list := PartyApi.NotificationList.read(result)
	var error := _error_in(result, "list_notifications")
	return list if error == null else PartyApi.NotificationList.new(error)


## Deletes stored notifications of the player. Ids that are not there are ignored.
##
## Ends also with [code]invalid_input[/code].
func delete_notifications_async(
	session: PartySession, ids: PackedStringArray, options: PartyCallOptions = null
) -> PartyResult:
	var request := PartyApi.DeleteNotificationsRequest.new()
	request.ids = ids
	var build := func() -> PartyResult: return request
	var result: Variant = await _http.request("delete_notifications", session, build, options)
	return PartyResult.new(_error_in(result, "delete_notifications"))


## Calls a function that the game's own server code has registered, and returns what it returns. [param id] is
## the name the function is registered under, [param payload] what it gets: any text, often JSON.
##
## Ends also with [code]rpc_not_found[/code], [code]invalid_input[/code], [code]request_too_large[/code],
## [code]server_function_failed[/code], and whatever the function answers.
func rpc_async(
	session: PartySession, id: String, payload := "", options: PartyCallOptions = null
) -> PartyApi.Rpc:
	var request := PartyApi.Rpc.new()
	request.id = id
	request.payload = payload
	var build := func() -> PartyResult: return request
	var result: Variant = await _http.request("call_rpc", session, build, options)
	if result is PartyError:
		return PartyApi.Rpc.new(result)
	var reply := PartyApi.Rpc.read(result)
	var error := _error_in(result, "call_rpc")
	if error != null:
		return PartyApi.Rpc.new(error)
	# The server's answer does not repeat the id.
	reply.id = id
	return reply


## A copy of this client's options, to be changed for a socket.
func get_options() -> PartyOptions:
	return _options.copy()


## A socket to the same server, with the options of this client unless others are given. It is not connected
## yet. A player needs one; each has its own connection.
func create_socket(options: PartyOptions = null) -> PartySocket:
	return PartySocket.new(_complete(options) if options != null else _options, self)


func _sign_in(
	operation: String,
	request: PartyResult,
	username: Variant,
	create: bool,
	vars: Variant,
	options: PartyCallOptions
) -> PartySession:
	request.username = username if username != null else ""
	request.create = null if create else false
	request.account.vars = vars if vars != null else {}
	var build := func() -> PartyResult: return request
	var result: Variant = await _http.request(operation, null, build, options)
	if result is PartyError:
		return PartySession.new(result)
	var tokens := PartyApi.SessionTokens.read(result)
	var error := _error_in(result, operation)
	if error != null:
		return PartySession.new(error)
	var session := PartySession.restore(tokens.token, tokens.refresh_token)
	if session.is_exception():
		var text := session.get_exception().message
		return PartySession.new(PartyError.new(PartyErrorCode.MALFORMED_MESSAGE, text, operation))
	session.created = tokens.created
	return session


func _refresh(session: PartySession, ending: PartyCallOptions) -> PartyResult:
	return await session_refresh_async(session, null, ending)


## What has gone wrong with a call, or with the reading of its reply; null for nothing.
static func _error_in(result: Variant, operation: String) -> PartyError:
	if result is PartyError:
		return result
	if result.problem() != "":
		return PartyError.new(PartyErrorCode.MALFORMED_MESSAGE, result.problem(), operation)
	return null


## A copy of options, with what was left to the platform filled in.
static func _complete(options: PartyOptions) -> PartyOptions:
	var complete := options.copy()
	if complete.clock == null:
		complete.clock = Clock.new()
	var clock := complete.clock
	if complete.http == null:
		complete.http = HttpTransport.new(clock)
	if complete.tls == null:
		complete.tls = TLSOptions.client()
	var tls := complete.tls
	if not complete.make_transport.is_valid():
		complete.make_transport = func() -> Transport:
			return BrowserWebSocket.new(clock) if OS.has_feature("web") else WebSocket.new(clock, tls)
	return complete
