import {
  createMatchmakerUser,
  createStream,
  createUserPresence,
  type EnvelopeMessage,
  type MatchmakerUser,
} from '../gen/messages.ts'

/** Puts an empty message where the server has left one out, as a client gets it whatever the encoding. */
export function complete(message: EnvelopeMessage): void {
  switch (message.case) {
    case 'party':
      message.value.self ??= createUserPresence()
      message.value.leader ??= createUserPresence()
      break
    case 'partyLeader':
    case 'partyData':
      message.value.presence ??= createUserPresence()
      break
    case 'matchmakerMatched':
      message.value.self ??= createMatchmakerUser()
      for (const user of [...message.value.users, message.value.self]) completeUser(user)
      break
    case 'streamData':
      message.value.sender ??= createUserPresence()
      message.value.stream ??= createStream()
      break
    case 'streamPresenceEvent':
      message.value.stream ??= createStream()
  }
}

function completeUser(user: MatchmakerUser): void {
  user.presence ??= createUserPresence()
}
