-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

--- Every message that a server sends unasked.
return {
  --- Event: a match was found for one of the session's tickets or its party's.
  "matchmaker_matched",
  --- Event: notifications for the user. Also the last words before the server disconnects the session.
  "notifications",
  --- Event: followed users came online, went offline or changed their status.
  "status_presence_event",
  --- Event: data on a stream that server code has put the session on.
  "stream_data",
  --- Event: presences joined or left a stream that server code has put the session on.
  "stream_presence_event",
  --- Reply to `party_create`; event: the session is a member of this party now.
  "party",
  --- Event: a party has a new leader.
  "party_leader",
  --- Request of the leader: end the party. Event: the party has ended, or the session was removed from it.
  "party_close",
  --- Event, to the leader: somebody asks to join. Reply to `party_join_request_list`.
  "party_join_request",
  --- Reply to `party_matchmaker_add`; event, to the other members: the party looks for a match.
  "party_matchmaker_ticket",
  --- Event: data from another member.
  "party_data",
  --- Event: members came or went.
  "party_presence_event",
  --- Request of the leader: replace label, open and hidden. Event: the leader has done so.
  "party_update",
}
