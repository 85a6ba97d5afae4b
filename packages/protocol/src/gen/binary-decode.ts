// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.
import {
  type BinaryReaders,
  doubleEntry,
  type FromBinary,
  int32Wrapper,
  readBool,
  readBytes,
  readEntry,
  readInt32,
  readInt64,
  readMessage,
  readString,
  readTag,
  readTimestamp,
  skip,
  stringEntry,
  stringWrapper,
} from '../binary/read.ts'
import {
  createMatchmakerAdd,
  createMatchmakerMatched,
  createMatchmakerRemove,
  createMatchmakerTicket,
  createMatchmakerUser,
  createNotification,
  createNotifications,
  createParty,
  createPartyAccept,
  createPartyClose,
  createPartyCreate,
  createPartyData,
  createPartyDataSend,
  createPartyJoin,
  createPartyJoinRequest,
  createPartyJoinRequestList,
  createPartyLeader,
  createPartyLeave,
  createPartyMatchmakerAdd,
  createPartyMatchmakerRemove,
  createPartyMatchmakerTicket,
  createPartyPresenceEvent,
  createPartyPromote,
  createPartyRemove,
  createPartyUpdate,
  createPing,
  createPong,
  createRealtimeError,
  createRpc,
  createStatus,
  createStatusFollow,
  createStatusPresenceEvent,
  createStatusUnfollow,
  createStatusUpdate,
  createStream,
  createStreamData,
  createStreamPresenceEvent,
  createUserPresence,
  type MatchmakerAdd,
  type MatchmakerMatched,
  type MatchmakerRemove,
  type MatchmakerTicket,
  type MatchmakerUser,
  type Notification,
  type Notifications,
  type Party,
  type PartyAccept,
  type PartyClose,
  type PartyCreate,
  type PartyData,
  type PartyDataSend,
  type PartyJoin,
  type PartyJoinRequest,
  type PartyJoinRequestList,
  type PartyLeader,
  type PartyLeave,
  type PartyMatchmakerAdd,
  type PartyMatchmakerRemove,
  type PartyMatchmakerTicket,
  type PartyPresenceEvent,
  type PartyPromote,
  type PartyRemove,
  type PartyUpdate,
  type Ping,
  type Pong,
  type RealtimeError,
  type Rpc,
  type Status,
  type StatusFollow,
  type StatusPresenceEvent,
  type StatusUnfollow,
  type StatusUpdate,
  type Stream,
  type StreamData,
  type StreamPresenceEvent,
  type UserPresence,
} from './messages.ts'

export const realtimeErrorFromBinary: FromBinary<RealtimeError> = (
  reader,
  end,
  message = createRealtimeError(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 8) message.code = readInt32(reader)
    else if (tag === 18) message.message = readString(reader)
    else if (tag === 26) readEntry(reader, message.context, stringEntry)
    else skip(reader, tag)
  }
  return message
}

export const userPresenceFromBinary: FromBinary<UserPresence> = (
  reader,
  end,
  message = createUserPresence(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.userId = readString(reader)
    else if (tag === 18) message.sessionId = readString(reader)
    else if (tag === 26) message.username = readString(reader)
    else if (tag === 32) message.persistence = readBool(reader)
    else if (tag === 42) message.status = readMessage(reader, stringWrapper, message.status)
    else skip(reader, tag)
  }
  return message
}

export const partyFromBinary: FromBinary<Party> = (reader, end, message = createParty()) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else if (tag === 16) message.open = readBool(reader)
    else if (tag === 24) message.hidden = readBool(reader)
    else if (tag === 32) message.maxSize = readInt32(reader)
    else if (tag === 42) message.self = readMessage(reader, userPresenceFromBinary, message.self)
    else if (tag === 50) message.leader = readMessage(reader, userPresenceFromBinary, message.leader)
    else if (tag === 58) message.presences.push(readMessage(reader, userPresenceFromBinary))
    else if (tag === 66) message.label = readString(reader)
    else skip(reader, tag)
  }
  return message
}

export const partyCreateFromBinary: FromBinary<PartyCreate> = (
  reader,
  end,
  message = createPartyCreate(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 8) message.open = readBool(reader)
    else if (tag === 16) message.maxSize = readInt32(reader)
    else if (tag === 26) message.label = readString(reader)
    else if (tag === 32) message.hidden = readBool(reader)
    else skip(reader, tag)
  }
  return message
}

export const partyUpdateFromBinary: FromBinary<PartyUpdate> = (
  reader,
  end,
  message = createPartyUpdate(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else if (tag === 18) message.label = readString(reader)
    else if (tag === 24) message.open = readBool(reader)
    else if (tag === 32) message.hidden = readBool(reader)
    else skip(reader, tag)
  }
  return message
}

export const partyJoinFromBinary: FromBinary<PartyJoin> = (reader, end, message = createPartyJoin()) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else skip(reader, tag)
  }
  return message
}

export const partyLeaveFromBinary: FromBinary<PartyLeave> = (reader, end, message = createPartyLeave()) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else skip(reader, tag)
  }
  return message
}

export const partyPromoteFromBinary: FromBinary<PartyPromote> = (
  reader,
  end,
  message = createPartyPromote(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else if (tag === 18) message.presence = readMessage(reader, userPresenceFromBinary, message.presence)
    else skip(reader, tag)
  }
  return message
}

export const partyLeaderFromBinary: FromBinary<PartyLeader> = (
  reader,
  end,
  message = createPartyLeader(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else if (tag === 18) message.presence = readMessage(reader, userPresenceFromBinary, message.presence)
    else skip(reader, tag)
  }
  return message
}

export const partyAcceptFromBinary: FromBinary<PartyAccept> = (
  reader,
  end,
  message = createPartyAccept(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else if (tag === 18) message.presence = readMessage(reader, userPresenceFromBinary, message.presence)
    else skip(reader, tag)
  }
  return message
}

export const partyRemoveFromBinary: FromBinary<PartyRemove> = (
  reader,
  end,
  message = createPartyRemove(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else if (tag === 18) message.presence = readMessage(reader, userPresenceFromBinary, message.presence)
    else skip(reader, tag)
  }
  return message
}

export const partyCloseFromBinary: FromBinary<PartyClose> = (reader, end, message = createPartyClose()) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else skip(reader, tag)
  }
  return message
}

export const partyJoinRequestListFromBinary: FromBinary<PartyJoinRequestList> = (
  reader,
  end,
  message = createPartyJoinRequestList(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else skip(reader, tag)
  }
  return message
}

export const partyJoinRequestFromBinary: FromBinary<PartyJoinRequest> = (
  reader,
  end,
  message = createPartyJoinRequest(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else if (tag === 18) message.presences.push(readMessage(reader, userPresenceFromBinary))
    else skip(reader, tag)
  }
  return message
}

export const partyMatchmakerAddFromBinary: FromBinary<PartyMatchmakerAdd> = (
  reader,
  end,
  message = createPartyMatchmakerAdd(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else if (tag === 16) message.minCount = readInt32(reader)
    else if (tag === 24) message.maxCount = readInt32(reader)
    else if (tag === 34) message.query = readString(reader)
    else if (tag === 42) readEntry(reader, message.stringProperties, stringEntry)
    else if (tag === 50) readEntry(reader, message.numericProperties, doubleEntry)
    else if (tag === 58) message.countMultiple = readMessage(reader, int32Wrapper, message.countMultiple)
    else skip(reader, tag)
  }
  return message
}

export const partyMatchmakerRemoveFromBinary: FromBinary<PartyMatchmakerRemove> = (
  reader,
  end,
  message = createPartyMatchmakerRemove(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else if (tag === 18) message.ticket = readString(reader)
    else skip(reader, tag)
  }
  return message
}

export const partyMatchmakerTicketFromBinary: FromBinary<PartyMatchmakerTicket> = (
  reader,
  end,
  message = createPartyMatchmakerTicket(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else if (tag === 18) message.ticket = readString(reader)
    else skip(reader, tag)
  }
  return message
}

export const partyDataFromBinary: FromBinary<PartyData> = (reader, end, message = createPartyData()) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else if (tag === 18) message.presence = readMessage(reader, userPresenceFromBinary, message.presence)
    else if (tag === 24) message.opCode = readInt64(reader)
    else if (tag === 34) message.data = readBytes(reader)
    else skip(reader, tag)
  }
  return message
}

export const partyDataSendFromBinary: FromBinary<PartyDataSend> = (
  reader,
  end,
  message = createPartyDataSend(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else if (tag === 16) message.opCode = readInt64(reader)
    else if (tag === 26) message.data = readBytes(reader)
    else skip(reader, tag)
  }
  return message
}

export const partyPresenceEventFromBinary: FromBinary<PartyPresenceEvent> = (
  reader,
  end,
  message = createPartyPresenceEvent(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.partyId = readString(reader)
    else if (tag === 18) message.joins.push(readMessage(reader, userPresenceFromBinary))
    else if (tag === 26) message.leaves.push(readMessage(reader, userPresenceFromBinary))
    else skip(reader, tag)
  }
  return message
}

export const statusFromBinary: FromBinary<Status> = (reader, end, message = createStatus()) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.presences.push(readMessage(reader, userPresenceFromBinary))
    else skip(reader, tag)
  }
  return message
}

export const statusFollowFromBinary: FromBinary<StatusFollow> = (
  reader,
  end,
  message = createStatusFollow(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.userIds.push(readString(reader))
    else if (tag === 18) message.usernames.push(readString(reader))
    else skip(reader, tag)
  }
  return message
}

export const statusUnfollowFromBinary: FromBinary<StatusUnfollow> = (
  reader,
  end,
  message = createStatusUnfollow(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.userIds.push(readString(reader))
    else skip(reader, tag)
  }
  return message
}

export const statusUpdateFromBinary: FromBinary<StatusUpdate> = (
  reader,
  end,
  message = createStatusUpdate(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.status = readMessage(reader, stringWrapper, message.status)
    else skip(reader, tag)
  }
  return message
}

export const statusPresenceEventFromBinary: FromBinary<StatusPresenceEvent> = (
  reader,
  end,
  message = createStatusPresenceEvent(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 18) message.joins.push(readMessage(reader, userPresenceFromBinary))
    else if (tag === 26) message.leaves.push(readMessage(reader, userPresenceFromBinary))
    else skip(reader, tag)
  }
  return message
}

export const matchmakerAddFromBinary: FromBinary<MatchmakerAdd> = (
  reader,
  end,
  message = createMatchmakerAdd(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 8) message.minCount = readInt32(reader)
    else if (tag === 16) message.maxCount = readInt32(reader)
    else if (tag === 26) message.query = readString(reader)
    else if (tag === 34) readEntry(reader, message.stringProperties, stringEntry)
    else if (tag === 42) readEntry(reader, message.numericProperties, doubleEntry)
    else if (tag === 50) message.countMultiple = readMessage(reader, int32Wrapper, message.countMultiple)
    else skip(reader, tag)
  }
  return message
}

export const matchmakerTicketFromBinary: FromBinary<MatchmakerTicket> = (
  reader,
  end,
  message = createMatchmakerTicket(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.ticket = readString(reader)
    else skip(reader, tag)
  }
  return message
}

export const matchmakerRemoveFromBinary: FromBinary<MatchmakerRemove> = (
  reader,
  end,
  message = createMatchmakerRemove(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.ticket = readString(reader)
    else skip(reader, tag)
  }
  return message
}

export const matchmakerMatchedFromBinary: FromBinary<MatchmakerMatched> = (
  reader,
  end,
  message = createMatchmakerMatched(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.ticket = readString(reader)
    else if (tag === 18) {
      message.matchId = readString(reader)
      message.token = undefined
    } else if (tag === 26) {
      message.token = readString(reader)
      message.matchId = undefined
    } else if (tag === 34) message.users.push(readMessage(reader, matchmakerUserFromBinary))
    else if (tag === 42) message.self = readMessage(reader, matchmakerUserFromBinary, message.self)
    else skip(reader, tag)
  }
  return message
}

export const matchmakerUserFromBinary: FromBinary<MatchmakerUser> = (
  reader,
  end,
  message = createMatchmakerUser(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.presence = readMessage(reader, userPresenceFromBinary, message.presence)
    else if (tag === 18) message.partyId = readString(reader)
    else if (tag === 42) readEntry(reader, message.stringProperties, stringEntry)
    else if (tag === 50) readEntry(reader, message.numericProperties, doubleEntry)
    else skip(reader, tag)
  }
  return message
}

export const notificationsFromBinary: FromBinary<Notifications> = (
  reader,
  end,
  message = createNotifications(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.notifications.push(readMessage(reader, notificationFromBinary))
    else skip(reader, tag)
  }
  return message
}

export const streamFromBinary: FromBinary<Stream> = (reader, end, message = createStream()) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 8) message.mode = readInt32(reader)
    else if (tag === 18) message.subject = readString(reader)
    else if (tag === 26) message.subcontext = readString(reader)
    else if (tag === 34) message.label = readString(reader)
    else skip(reader, tag)
  }
  return message
}

export const streamDataFromBinary: FromBinary<StreamData> = (reader, end, message = createStreamData()) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.stream = readMessage(reader, streamFromBinary, message.stream)
    else if (tag === 18) message.sender = readMessage(reader, userPresenceFromBinary, message.sender)
    else if (tag === 26) message.data = readString(reader)
    else if (tag === 32) message.reliable = readBool(reader)
    else skip(reader, tag)
  }
  return message
}

export const streamPresenceEventFromBinary: FromBinary<StreamPresenceEvent> = (
  reader,
  end,
  message = createStreamPresenceEvent(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.stream = readMessage(reader, streamFromBinary, message.stream)
    else if (tag === 18) message.joins.push(readMessage(reader, userPresenceFromBinary))
    else if (tag === 26) message.leaves.push(readMessage(reader, userPresenceFromBinary))
    else skip(reader, tag)
  }
  return message
}

export const pingFromBinary: FromBinary<Ping> = (reader, end, message = createPing()) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    skip(reader, tag)
  }
  return message
}

export const pongFromBinary: FromBinary<Pong> = (reader, end, message = createPong()) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    skip(reader, tag)
  }
  return message
}

export const notificationFromBinary: FromBinary<Notification> = (
  reader,
  end,
  message = createNotification(),
) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.id = readString(reader)
    else if (tag === 18) message.subject = readString(reader)
    else if (tag === 26) message.content = readString(reader)
    else if (tag === 32) message.code = readInt32(reader)
    else if (tag === 42) message.senderId = readString(reader)
    else if (tag === 50) message.createTime = readMessage(reader, readTimestamp, message.createTime)
    else if (tag === 56) message.persistent = readBool(reader)
    else skip(reader, tag)
  }
  return message
}

export const rpcFromBinary: FromBinary<Rpc> = (reader, end, message = createRpc()) => {
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 10) message.id = readString(reader)
    else if (tag === 18) message.payload = readString(reader)
    else if (tag === 26) message.httpKey = readString(reader)
    else skip(reader, tag)
  }
  return message
}

/** Readers of what a server sends. */
export const replyFromBinary: BinaryReaders = {
  90: ['error', realtimeErrorFromBinary],
  162: ['matchmakerMatched', matchmakerMatchedFromBinary],
  178: ['matchmakerTicket', matchmakerTicketFromBinary],
  186: ['notifications', notificationsFromBinary],
  194: ['rpc', rpcFromBinary],
  202: ['status', statusFromBinary],
  218: ['statusPresenceEvent', statusPresenceEventFromBinary],
  242: ['streamData', streamDataFromBinary],
  250: ['streamPresenceEvent', streamPresenceEventFromBinary],
  266: ['pong', pongFromBinary],
  274: ['party', partyFromBinary],
  314: ['partyLeader', partyLeaderFromBinary],
  338: ['partyClose', partyCloseFromBinary],
  354: ['partyJoinRequest', partyJoinRequestFromBinary],
  378: ['partyMatchmakerTicket', partyMatchmakerTicketFromBinary],
  386: ['partyData', partyDataFromBinary],
  402: ['partyPresenceEvent', partyPresenceEventFromBinary],
  410: ['partyUpdate', partyUpdateFromBinary],
}

/** Readers of every message of an envelope. */
export const messageFromBinary: BinaryReaders = {
  90: ['error', realtimeErrorFromBinary],
  154: ['matchmakerAdd', matchmakerAddFromBinary],
  162: ['matchmakerMatched', matchmakerMatchedFromBinary],
  170: ['matchmakerRemove', matchmakerRemoveFromBinary],
  178: ['matchmakerTicket', matchmakerTicketFromBinary],
  186: ['notifications', notificationsFromBinary],
  194: ['rpc', rpcFromBinary],
  202: ['status', statusFromBinary],
  210: ['statusFollow', statusFollowFromBinary],
  218: ['statusPresenceEvent', statusPresenceEventFromBinary],
  226: ['statusUnfollow', statusUnfollowFromBinary],
  234: ['statusUpdate', statusUpdateFromBinary],
  242: ['streamData', streamDataFromBinary],
  250: ['streamPresenceEvent', streamPresenceEventFromBinary],
  258: ['ping', pingFromBinary],
  266: ['pong', pongFromBinary],
  274: ['party', partyFromBinary],
  282: ['partyCreate', partyCreateFromBinary],
  290: ['partyJoin', partyJoinFromBinary],
  298: ['partyLeave', partyLeaveFromBinary],
  306: ['partyPromote', partyPromoteFromBinary],
  314: ['partyLeader', partyLeaderFromBinary],
  322: ['partyAccept', partyAcceptFromBinary],
  330: ['partyRemove', partyRemoveFromBinary],
  338: ['partyClose', partyCloseFromBinary],
  346: ['partyJoinRequestList', partyJoinRequestListFromBinary],
  354: ['partyJoinRequest', partyJoinRequestFromBinary],
  362: ['partyMatchmakerAdd', partyMatchmakerAddFromBinary],
  370: ['partyMatchmakerRemove', partyMatchmakerRemoveFromBinary],
  378: ['partyMatchmakerTicket', partyMatchmakerTicketFromBinary],
  386: ['partyData', partyDataFromBinary],
  394: ['partyDataSend', partyDataSendFromBinary],
  402: ['partyPresenceEvent', partyPresenceEventFromBinary],
  410: ['partyUpdate', partyUpdateFromBinary],
}
