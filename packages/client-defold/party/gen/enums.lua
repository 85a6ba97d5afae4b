-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

local M = {}

--- The classes of errors on the socket. What exactly went wrong is in the message.
M.realtime_error_code = {
  --- The server failed, or server code threw. Absent in JSON, as every zero is.
  runtime_exception = 0,
  --- The message is none that a client may send, or the server has it switched off. The connection is closed
  --- in the first case and in the second.
  unrecognized_payload = 1,
  --- The envelope has no message. The connection is closed.
  missing_payload = 2,
  --- The request was understood and refused. The message says why.
  bad_input = 3,
  --- No such match.
  match_not_found = 4,
  --- The match did not let the caller in.
  match_join_rejected = 5,
  --- No function is registered under this id.
  runtime_function_not_found = 6,
  --- A function of the game's own server code has refused or failed; the message is its own.
  runtime_function_exception = 7,
}

--- What streams are for. Those of parties and of status are kept by the server itself.
M.stream_mode = {
  --- Notifications of one user.
  notifications = 0,
  --- Status of one user.
  status = 1,
  --- A chat room.
  channel = 2,
  --- A group's chat.
  group = 3,
  --- A chat of two.
  direct_message = 4,
  --- A match whose messages the server relays.
  match_relayed = 5,
  --- A match that server code runs.
  match_authoritative = 6,
  --- A party.
  party = 7,
}

--- What notifications are about. Numbers above zero are the game's own.
M.notification_code = {
  --- None in particular.
  unspecified = 0,
  --- Somebody wants to chat.
  dm_request = -1,
  --- Somebody wants to be friends.
  friend_request = -2,
  --- A friend request was accepted.
  friend_accept = -3,
  --- The user is in a group now.
  group_add = -4,
  --- Somebody wants to join a group the user administers.
  group_join_request = -5,
  --- A friend has joined the game.
  friend_join_game = -6,
  --- The session ends because the user has connected elsewhere and may only have one connection.
  single_socket = -7,
  --- The session ends because the user is banned.
  user_banned = -8,
  --- A friend has ended the friendship.
  friend_remove = -9,
}

return M
