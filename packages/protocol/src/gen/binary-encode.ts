// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
import {
  type BinaryWriters,
  doubleEntry,
  int32Value,
  stringEntry,
  stringValue,
  type ToBinary,
  writeMap,
  writeMessage,
  writeTimestamp,
} from '../binary/write.ts'
import type {
  MatchmakerAdd,
  MatchmakerMatched,
  MatchmakerRemove,
  MatchmakerTicket,
  MatchmakerUser,
  Notification,
  Notifications,
  Party,
  PartyAccept,
  PartyClose,
  PartyCreate,
  PartyData,
  PartyDataSend,
  PartyJoin,
  PartyJoinRequest,
  PartyJoinRequestList,
  PartyLeader,
  PartyLeave,
  PartyMatchmakerAdd,
  PartyMatchmakerRemove,
  PartyMatchmakerTicket,
  PartyPresenceEvent,
  PartyPromote,
  PartyRemove,
  PartyUpdate,
  Ping,
  Pong,
  RealtimeError,
  Rpc,
  Status,
  StatusFollow,
  StatusPresenceEvent,
  StatusUnfollow,
  StatusUpdate,
  Stream,
  StreamData,
  StreamPresenceEvent,
  UserPresence,
} from './messages.ts'

export const realtimeErrorToBinary: ToBinary<RealtimeError> = (message, writer) => {
  if (message.code) writer.uint32(8).int32(message.code)
  if (message.message) writer.uint32(18).string(message.message)
  writeMap(writer, 26, message.context, stringEntry)
}

export const userPresenceToBinary: ToBinary<UserPresence> = (message, writer) => {
  if (message.userId) writer.uint32(10).string(message.userId)
  if (message.sessionId) writer.uint32(18).string(message.sessionId)
  if (message.username) writer.uint32(26).string(message.username)
  if (message.persistence) writer.uint32(32).bool(message.persistence)
  if (message.status !== undefined) writeMessage(writer, 42, message.status, stringValue)
}

export const partyToBinary: ToBinary<Party> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
  if (message.open) writer.uint32(16).bool(message.open)
  if (message.hidden) writer.uint32(24).bool(message.hidden)
  if (message.maxSize) writer.uint32(32).int32(message.maxSize)
  if (message.self) writeMessage(writer, 42, message.self, userPresenceToBinary)
  if (message.leader) writeMessage(writer, 50, message.leader, userPresenceToBinary)
  for (const item of message.presences) writeMessage(writer, 58, item, userPresenceToBinary)
  if (message.label) writer.uint32(66).string(message.label)
}

export const partyCreateToBinary: ToBinary<PartyCreate> = (message, writer) => {
  if (message.open) writer.uint32(8).bool(message.open)
  if (message.maxSize) writer.uint32(16).int32(message.maxSize)
  if (message.label) writer.uint32(26).string(message.label)
  if (message.hidden) writer.uint32(32).bool(message.hidden)
}

export const partyUpdateToBinary: ToBinary<PartyUpdate> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
  if (message.label) writer.uint32(18).string(message.label)
  if (message.open) writer.uint32(24).bool(message.open)
  if (message.hidden) writer.uint32(32).bool(message.hidden)
}

export const partyJoinToBinary: ToBinary<PartyJoin> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
}

export const partyLeaveToBinary: ToBinary<PartyLeave> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
}

export const partyPromoteToBinary: ToBinary<PartyPromote> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
  if (message.presence) writeMessage(writer, 18, message.presence, userPresenceToBinary)
}

export const partyLeaderToBinary: ToBinary<PartyLeader> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
  if (message.presence) writeMessage(writer, 18, message.presence, userPresenceToBinary)
}

export const partyAcceptToBinary: ToBinary<PartyAccept> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
  if (message.presence) writeMessage(writer, 18, message.presence, userPresenceToBinary)
}

export const partyRemoveToBinary: ToBinary<PartyRemove> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
  if (message.presence) writeMessage(writer, 18, message.presence, userPresenceToBinary)
}

export const partyCloseToBinary: ToBinary<PartyClose> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
}

export const partyJoinRequestListToBinary: ToBinary<PartyJoinRequestList> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
}

export const partyJoinRequestToBinary: ToBinary<PartyJoinRequest> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
  for (const item of message.presences) writeMessage(writer, 18, item, userPresenceToBinary)
}

export const partyMatchmakerAddToBinary: ToBinary<PartyMatchmakerAdd> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
  if (message.minCount) writer.uint32(16).int32(message.minCount)
  if (message.maxCount) writer.uint32(24).int32(message.maxCount)
  if (message.query) writer.uint32(34).string(message.query)
  writeMap(writer, 42, message.stringProperties, stringEntry)
  writeMap(writer, 50, message.numericProperties, doubleEntry)
  if (message.countMultiple !== undefined) writeMessage(writer, 58, message.countMultiple, int32Value)
}

export const partyMatchmakerRemoveToBinary: ToBinary<PartyMatchmakerRemove> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
  if (message.ticket) writer.uint32(18).string(message.ticket)
}

export const partyMatchmakerTicketToBinary: ToBinary<PartyMatchmakerTicket> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
  if (message.ticket) writer.uint32(18).string(message.ticket)
}

export const partyDataToBinary: ToBinary<PartyData> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
  if (message.presence) writeMessage(writer, 18, message.presence, userPresenceToBinary)
  if (message.opCode) writer.uint32(24).int64(message.opCode)
  if (message.data.length) writer.uint32(34).bytes(message.data)
}

export const partyDataSendToBinary: ToBinary<PartyDataSend> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
  if (message.opCode) writer.uint32(16).int64(message.opCode)
  if (message.data.length) writer.uint32(26).bytes(message.data)
}

export const partyPresenceEventToBinary: ToBinary<PartyPresenceEvent> = (message, writer) => {
  if (message.partyId) writer.uint32(10).string(message.partyId)
  for (const item of message.joins) writeMessage(writer, 18, item, userPresenceToBinary)
  for (const item of message.leaves) writeMessage(writer, 26, item, userPresenceToBinary)
}

export const statusToBinary: ToBinary<Status> = (message, writer) => {
  for (const item of message.presences) writeMessage(writer, 10, item, userPresenceToBinary)
}

export const statusFollowToBinary: ToBinary<StatusFollow> = (message, writer) => {
  for (const item of message.userIds) writer.uint32(10).string(item)
  for (const item of message.usernames) writer.uint32(18).string(item)
}

export const statusUnfollowToBinary: ToBinary<StatusUnfollow> = (message, writer) => {
  for (const item of message.userIds) writer.uint32(10).string(item)
}

export const statusUpdateToBinary: ToBinary<StatusUpdate> = (message, writer) => {
  if (message.status !== undefined) writeMessage(writer, 10, message.status, stringValue)
}

export const statusPresenceEventToBinary: ToBinary<StatusPresenceEvent> = (message, writer) => {
  for (const item of message.joins) writeMessage(writer, 18, item, userPresenceToBinary)
  for (const item of message.leaves) writeMessage(writer, 26, item, userPresenceToBinary)
}

export const matchmakerAddToBinary: ToBinary<MatchmakerAdd> = (message, writer) => {
  if (message.minCount) writer.uint32(8).int32(message.minCount)
  if (message.maxCount) writer.uint32(16).int32(message.maxCount)
  if (message.query) writer.uint32(26).string(message.query)
  writeMap(writer, 34, message.stringProperties, stringEntry)
  writeMap(writer, 42, message.numericProperties, doubleEntry)
  if (message.countMultiple !== undefined) writeMessage(writer, 50, message.countMultiple, int32Value)
}

export const matchmakerTicketToBinary: ToBinary<MatchmakerTicket> = (message, writer) => {
  if (message.ticket) writer.uint32(10).string(message.ticket)
}

export const matchmakerRemoveToBinary: ToBinary<MatchmakerRemove> = (message, writer) => {
  if (message.ticket) writer.uint32(10).string(message.ticket)
}

export const matchmakerMatchedToBinary: ToBinary<MatchmakerMatched> = (message, writer) => {
  if (message.ticket) writer.uint32(10).string(message.ticket)
  if (message.matchId !== undefined) writer.uint32(18).string(message.matchId)
  if (message.token !== undefined) writer.uint32(26).string(message.token)
  for (const item of message.users) writeMessage(writer, 34, item, matchmakerUserToBinary)
  if (message.self) writeMessage(writer, 42, message.self, matchmakerUserToBinary)
}

export const matchmakerUserToBinary: ToBinary<MatchmakerUser> = (message, writer) => {
  if (message.presence) writeMessage(writer, 10, message.presence, userPresenceToBinary)
  if (message.partyId) writer.uint32(18).string(message.partyId)
  writeMap(writer, 42, message.stringProperties, stringEntry)
  writeMap(writer, 50, message.numericProperties, doubleEntry)
}

export const notificationsToBinary: ToBinary<Notifications> = (message, writer) => {
  for (const item of message.notifications) writeMessage(writer, 10, item, notificationToBinary)
}

export const streamToBinary: ToBinary<Stream> = (message, writer) => {
  if (message.mode) writer.uint32(8).int32(message.mode)
  if (message.subject) writer.uint32(18).string(message.subject)
  if (message.subcontext) writer.uint32(26).string(message.subcontext)
  if (message.label) writer.uint32(34).string(message.label)
}

export const streamDataToBinary: ToBinary<StreamData> = (message, writer) => {
  if (message.stream) writeMessage(writer, 10, message.stream, streamToBinary)
  if (message.sender) writeMessage(writer, 18, message.sender, userPresenceToBinary)
  if (message.data) writer.uint32(26).string(message.data)
  if (message.reliable) writer.uint32(32).bool(message.reliable)
}

export const streamPresenceEventToBinary: ToBinary<StreamPresenceEvent> = (message, writer) => {
  if (message.stream) writeMessage(writer, 10, message.stream, streamToBinary)
  for (const item of message.joins) writeMessage(writer, 18, item, userPresenceToBinary)
  for (const item of message.leaves) writeMessage(writer, 26, item, userPresenceToBinary)
}

export const pingToBinary: ToBinary<Ping> = () => {}

export const pongToBinary: ToBinary<Pong> = () => {}

export const notificationToBinary: ToBinary<Notification> = (message, writer) => {
  if (message.id) writer.uint32(10).string(message.id)
  if (message.subject) writer.uint32(18).string(message.subject)
  if (message.content) writer.uint32(26).string(message.content)
  if (message.code) writer.uint32(32).int32(message.code)
  if (message.senderId) writer.uint32(42).string(message.senderId)
  if (message.createTime) writeMessage(writer, 50, message.createTime, writeTimestamp)
  if (message.persistent) writer.uint32(56).bool(message.persistent)
}

export const rpcToBinary: ToBinary<Rpc> = (message, writer) => {
  if (message.id) writer.uint32(10).string(message.id)
  if (message.payload) writer.uint32(18).string(message.payload)
  if (message.httpKey) writer.uint32(26).string(message.httpKey)
}

/** Writers of what a client sends. */
export const requestToBinary: BinaryWriters = {
  matchmakerAdd: [154, matchmakerAddToBinary],
  matchmakerRemove: [170, matchmakerRemoveToBinary],
  rpc: [194, rpcToBinary],
  statusFollow: [210, statusFollowToBinary],
  statusUnfollow: [226, statusUnfollowToBinary],
  statusUpdate: [234, statusUpdateToBinary],
  ping: [258, pingToBinary],
  partyCreate: [282, partyCreateToBinary],
  partyJoin: [290, partyJoinToBinary],
  partyLeave: [298, partyLeaveToBinary],
  partyPromote: [306, partyPromoteToBinary],
  partyAccept: [322, partyAcceptToBinary],
  partyRemove: [330, partyRemoveToBinary],
  partyClose: [338, partyCloseToBinary],
  partyJoinRequestList: [346, partyJoinRequestListToBinary],
  partyMatchmakerAdd: [362, partyMatchmakerAddToBinary],
  partyMatchmakerRemove: [370, partyMatchmakerRemoveToBinary],
  partyDataSend: [394, partyDataSendToBinary],
  partyUpdate: [410, partyUpdateToBinary],
}

/** Writers of every message of an envelope. */
export const messageToBinary: BinaryWriters = {
  error: [90, realtimeErrorToBinary],
  matchmakerAdd: [154, matchmakerAddToBinary],
  matchmakerMatched: [162, matchmakerMatchedToBinary],
  matchmakerRemove: [170, matchmakerRemoveToBinary],
  matchmakerTicket: [178, matchmakerTicketToBinary],
  notifications: [186, notificationsToBinary],
  rpc: [194, rpcToBinary],
  status: [202, statusToBinary],
  statusFollow: [210, statusFollowToBinary],
  statusPresenceEvent: [218, statusPresenceEventToBinary],
  statusUnfollow: [226, statusUnfollowToBinary],
  statusUpdate: [234, statusUpdateToBinary],
  streamData: [242, streamDataToBinary],
  streamPresenceEvent: [250, streamPresenceEventToBinary],
  ping: [258, pingToBinary],
  pong: [266, pongToBinary],
  party: [274, partyToBinary],
  partyCreate: [282, partyCreateToBinary],
  partyJoin: [290, partyJoinToBinary],
  partyLeave: [298, partyLeaveToBinary],
  partyPromote: [306, partyPromoteToBinary],
  partyLeader: [314, partyLeaderToBinary],
  partyAccept: [322, partyAcceptToBinary],
  partyRemove: [330, partyRemoveToBinary],
  partyClose: [338, partyCloseToBinary],
  partyJoinRequestList: [346, partyJoinRequestListToBinary],
  partyJoinRequest: [354, partyJoinRequestToBinary],
  partyMatchmakerAdd: [362, partyMatchmakerAddToBinary],
  partyMatchmakerRemove: [370, partyMatchmakerRemoveToBinary],
  partyMatchmakerTicket: [378, partyMatchmakerTicketToBinary],
  partyData: [386, partyDataToBinary],
  partyDataSend: [394, partyDataSendToBinary],
  partyPresenceEvent: [402, partyPresenceEventToBinary],
  partyUpdate: [410, partyUpdateToBinary],
}
