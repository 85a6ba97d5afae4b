// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

/** Every message that a server sends unasked, with the name of its handler. */
export const events = {
  /** Event: a match was found for one of the session's tickets or its party's. */
  matchmakerMatched: 'onMatchmakerMatched',
  /** Event: notifications for the user. Also the last words before the server disconnects the session. */
  notifications: 'onNotifications',
  /** Event: followed users came online, went offline or changed their status. */
  statusPresenceEvent: 'onStatusPresence',
  /** Event: data on a stream that server code has put the session on. */
  streamData: 'onStreamData',
  /** Event: presences joined or left a stream that server code has put the session on. */
  streamPresenceEvent: 'onStreamPresence',
  /** Reply to `partyCreate`; event: the session is a member of this party now. */
  party: 'onParty',
  /** Event: a party has a new leader. */
  partyLeader: 'onPartyLeader',
  /** Request of the leader: end the party. Event: the party has ended, or the session was removed from it. */
  partyClose: 'onPartyClose',
  /** Event, to the leader: somebody asks to join. Reply to `partyJoinRequestList`. */
  partyJoinRequest: 'onPartyJoinRequest',
  /** Reply to `partyMatchmakerAdd`; event, to the other members: the party looks for a match. */
  partyMatchmakerTicket: 'onPartyMatchmakerTicket',
  /** Event: data from another member. */
  partyData: 'onPartyData',
  /** Event: members came or went. */
  partyPresenceEvent: 'onPartyPresence',
  /** Request of the leader: replace label, open and hidden. Event: the leader has done so. */
  partyUpdate: 'onPartyUpdate',
} as const
