# Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
extends RefCounted
## How the server says its errors: by number, pairs of how a message begins, in lower case, and the
## code.

## By the number of an [code]error[/code] envelope.
const REALTIME := {
	0: [
		["failed to create party", "party_create_failed"],
		["error tracking party creation", "party_create_failed"],
		["error tracking party join", "party_join_failed"],
		["error adding to matchmaker", "matchmaker_add_failed"],
		["", "server_error"],
	],
	1: [
		["requested resource was not found", "disabled_by_server"],
		["", "unrecognized_message"],
	],
	2: [
		["", "missing_message"],
	],
	3: [
		["invalid party id", "invalid_party_id"],
		["invalid presence", "invalid_presence"],
		["invalid party max size", "invalid_party_size"],
		["party not found", "party_not_found"],
		["party closed", "party_closed"],
		["party full", "party_full"],
		["party join requests full", "party_join_requests_full"],
		["party join request duplicate", "party_join_request_duplicate"],
		["party join request already member", "party_already_member"],
		["party leader only", "party_leader_only"],
		["party member not found", "party_member_not_found"],
		["party join request not found", "party_join_request_not_found"],
		["party could not accept request", "party_accept_failed"],
		["party could not remove", "party_remove_failed"],
		["party cannot remove self", "party_cannot_remove_self"],
		["party label too long", "party_label_too_long"],
		["failed to unmarshal party label", "party_label_invalid"],
		["party is hidden and label is not empty", "party_hidden_with_label"],
		["invalid minimum count", "invalid_min_count"],
		["invalid maximum count", "invalid_max_count"],
		["invalid count multiple", "invalid_count_multiple"],
		["matchmaker query invalid", "matchmaker_query_invalid"],
		["matchmaker too many tickets", "matchmaker_too_many_tickets"],
		["invalid matchmaker ticket", "invalid_matchmaker_ticket"],
		["matchmaker ticket not found", "matchmaker_ticket_not_found"],
		["invalid user identifier", "invalid_user_id"],
		["status must be 2048 characters or less", "status_too_long"],
		["rpc id must be set", "rpc_id_missing"],
		["invalid username", "invalid_username"],
		["", "invalid_input"],
	],
	4: [
		["", "match_not_found"],
	],
	5: [
		["", "match_join_rejected"],
	],
	6: [
		["", "rpc_not_found"],
	],
	7: [
		["", "server_function_failed"],
	],
}

## By gRPC code, or by HTTP status where an answer has none.
const HTTP := {
	2: [
		["", "server_error"],
	],
	3: [
		["rpc id must be set", "rpc_id_missing"],
		["refresh token", "refresh_token_invalid"],
		["custom id", "invalid_custom_id"],
		["device id", "invalid_device_id"],
		["email", "invalid_email"],
		["invalid email", "invalid_email"],
		["password", "invalid_password"],
		["username", "invalid_username"],
		["invalid username", "invalid_username"],
		["invalid limit", "invalid_limit"],
		["http: request body too large", "request_too_large"],
		["", "invalid_input"],
	],
	4: [
		["", "unavailable"],
	],
	5: [
		["rpc function not found", "rpc_not_found"],
		["user account not found", "account_not_found"],
		["", "not_found"],
	],
	6: [
		["username is already in use", "username_taken"],
		["", "already_exists"],
	],
	7: [
		["user account banned", "account_banned"],
		["", "permission_denied"],
	],
	8: [
		["", "rate_limited"],
	],
	9: [
		["", "invalid_input"],
	],
	11: [
		["", "invalid_input"],
	],
	12: [
		["", "unimplemented"],
	],
	13: [
		["error listing matches", "list_failed"],
		["error retrieving notifications", "list_failed"],
		["", "server_error"],
	],
	14: [
		["", "unavailable"],
	],
	15: [
		["", "server_error"],
	],
	16: [
		["server key", "server_key_invalid"],
		["http key invalid", "http_key_invalid"],
		["auth token or http key required", "http_key_invalid"],
		["refresh token", "refresh_token_invalid"],
		["invalid credentials", "invalid_credentials"],
		["", "unauthenticated"],
	],
	400: [
		["", "invalid_input"],
	],
	401: [
		["", "unauthenticated"],
	],
	403: [
		["", "permission_denied"],
	],
	404: [
		["", "not_found"],
	],
	413: [
		["", "request_too_large"],
	],
	429: [
		["", "rate_limited"],
	],
	500: [
		["", "server_error"],
	],
	501: [
		["", "unimplemented"],
	],
	502: [
		["", "unavailable"],
	],
	503: [
		["", "unavailable"],
	],
	504: [
		["", "unavailable"],
	],
}
