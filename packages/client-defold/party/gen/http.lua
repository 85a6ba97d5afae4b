-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

--- Every call over HTTP. In `path`, `{name}` stands for a field of the request. `body` is the field that is
--- the JSON body, `*` for the whole request; `message` its writer, unless it is a text. The fields in `query`
--- go into the query where they are set.
return {
  --- Signs in with an id of the game's choice, for example from its own account system.
  ---
  --- Creates the account when there is none, unless `create` is false.
  ---
  --- Errors: `invalid_custom_id`, `invalid_username`, `account_not_found`, `account_banned`,
  --- `username_taken`.
  authenticate_custom = {
    method = "POST",
    path = "/v2/account/authenticate/custom",
    auth = "server_key",
    query = { "create", "username" },
    body = "account",
    message = "account_custom",
    reply = "session_tokens",
  },
  --- Signs in with the id of a device.
  ---
  --- Creates the account when there is none, unless `create` is false.
  ---
  --- Errors: `invalid_device_id`, `invalid_username`, `account_not_found`, `account_banned`,
  --- `username_taken`.
  authenticate_device = {
    method = "POST",
    path = "/v2/account/authenticate/device",
    auth = "server_key",
    query = { "create", "username" },
    body = "account",
    message = "account_device",
    reply = "session_tokens",
  },
  --- Signs in with an e-mail address and a password, or with a user name and a password when the address is
  --- empty.
  ---
  --- Creates the account when there is none, unless `create` is false; never when the address is empty.
  ---
  --- Errors: `invalid_email`, `invalid_password`, `invalid_username`, `invalid_credentials`,
  --- `account_not_found`, `account_banned`, `username_taken`.
  authenticate_email = {
    method = "POST",
    path = "/v2/account/authenticate/email",
    auth = "server_key",
    query = { "create", "username" },
    body = "account",
    message = "account_email",
    reply = "session_tokens",
  },
  --- Trades a refresh token for a new pair of tokens. Works as long as the refresh token does, even when the
  --- session token has expired.
  ---
  --- Errors: `refresh_token_invalid`.
  refresh_session = {
    method = "POST",
    path = "/v2/account/session/refresh",
    auth = "server_key",
    body = "*",
    message = "session_refresh_request",
    reply = "session_tokens",
  },
  --- Makes tokens invalid: those in the request, or, when it is empty, all that the user has.
  ---
  --- Errors: `unauthenticated`.
  logout_session = {
    method = "POST",
    path = "/v2/session/logout",
    auth = "bearer",
    body = "*",
    message = "session_logout_request",
  },
  --- Lists parties that are not hidden.
  ---
  --- The list may be about a second old. A party without a label is listed with the label `{}`.
  ---
  --- Errors: `invalid_limit`, `list_failed` (a query or cursor that cannot be read).
  list_parties = {
    method = "GET",
    path = "/v2/party",
    auth = "bearer",
    query = { "limit", "open", "query", "cursor" },
    reply = "party_list",
  },
  --- Lists the user's stored notifications, oldest first.
  ---
  --- Errors: `invalid_limit`, `list_failed` (a cursor that cannot be read).
  list_notifications = {
    method = "GET",
    path = "/v2/notification",
    auth = "bearer",
    query = { "limit", "cacheable_cursor" },
    reply = "notification_list",
  },
  --- Deletes stored notifications of the user. Ids that are not there are ignored.
  ---
  --- Errors: `invalid_input`.
  delete_notifications = {
    method = "DELETE",
    path = "/v2/notification",
    auth = "bearer",
    query = { "ids" },
  },
  --- Calls a function that the game's own server code has registered, and returns what it returns.
  ---
  --- The payload travels as a JSON string: text that is JSON itself is encoded twice.
  ---
  --- Errors: `rpc_not_found`, `http_key_invalid`, `invalid_input`, `request_too_large`, and whatever the
  --- function itself answers.
  call_rpc = {
    method = "POST",
    path = "/v2/rpc/{id}",
    auth = "bearer_or_http_key",
    query = { "http_key" },
    body = "payload",
    reply = "rpc",
  },
  --- Tells how busy the matchmaker is.
  get_matchmaker_stats = {
    method = "GET",
    path = "/v2/matchmaker/stats",
    auth = "bearer",
    reply = "matchmaker_stats",
  },
}
