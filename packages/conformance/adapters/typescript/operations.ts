import {
  type CallOptions,
  type PartyClient,
  type PartySocket,
  type PresenceRef,
  Session,
} from '@party/client'
import type { Past } from './past.ts'
import { toBytes, toInt64 } from './values.ts'

/** What one player has. */
export interface Player {
  readonly client: PartyClient
  readonly socket: PartySocket
  readonly past: Past
  session: Session | undefined
}

/** Every argument that some operation has. Which ones it has, and of which type, the runner has made sure of. */
export interface Arguments {
  readonly id: string
  readonly email: string
  readonly password: string
  readonly create?: boolean
  readonly username?: string
  readonly vars?: Record<string, string>
  readonly token: string
  readonly refreshToken?: string
  readonly payload?: string
  readonly ids: readonly string[]
  readonly limit?: number
  readonly query?: string
  readonly cursor?: string
  readonly appearOnline?: boolean
  readonly lang?: string
  readonly partyId: string
  readonly open: boolean
  readonly maxSize: number
  readonly label?: string
  readonly hidden?: boolean
  readonly presence: PresenceRef
  readonly opCode: string
  readonly data?: string
  readonly text?: string
  readonly view?: boolean
  readonly minCount?: number
  readonly maxCount?: number
  readonly countMultiple?: number
  readonly stringProperties?: Record<string, string>
  readonly numericProperties?: Record<string, number>
  readonly ticket: string
  readonly userIds?: readonly string[]
  readonly usernames?: readonly string[]
  readonly status?: string
  readonly offline?: boolean
}

type Operation = (player: Player, args: Arguments, options: CallOptions) => unknown

/** Each operation of the contract as a call of the SDK. */
export const operations: Readonly<Record<string, Operation>> = {
  authenticateCustom: (player, { id, ...args }, options) =>
    signIn(player, player.client.authenticateCustom(id, { ...args, ...options })),
  authenticateDevice: (player, { id, ...args }, options) =>
    signIn(player, player.client.authenticateDevice(id, { ...args, ...options })),
  authenticateEmail: (player, { email, password, ...args }, options) =>
    signIn(player, player.client.authenticateEmail(email, password, { ...args, ...options })),
  restoreSession: (player, { token, refreshToken }) => signIn(player, Session.restore(token, refreshToken)),
  refreshSession: (player, { vars }, options) =>
    signIn(player, player.client.refreshSession(sessionOf(player), vars, options)),
  logoutSession: (player, _, options) => player.client.logout(sessionOf(player), options),
  listParties: (player, args, options) =>
    player.client.listParties(sessionOf(player), { ...args, ...options }),
  listNotifications: (player, args, options) =>
    player.client.listNotifications(sessionOf(player), { ...args, ...options }),
  deleteNotifications: (player, { ids }, options) =>
    player.client.deleteNotifications(sessionOf(player), ids, options),
  callRpc: (player, { id, payload }, options) => player.client.rpc(sessionOf(player), id, payload, options),

  connect: (player, args, options) => player.socket.connect(sessionOf(player), { ...args, ...options }),
  disconnect: ({ socket }) => socket.disconnect(),
  createParty: async ({ socket }, args, options) => {
    // What is returned is live and has methods; the contract asks for what it shows.
    const party = await socket.createParty(args, options)
    const { partyId, open, hidden, maxSize, label, self, leader, presences } = party
    return { partyId, open, hidden, maxSize, label, self, leader, presences }
  },
  joinParty: ({ socket }, { partyId }, options) => socket.joinParty(partyId, options),
  leaveParty: ({ socket }, { partyId }, options) => socket.leaveParty(partyId, options),
  promotePartyMember: ({ socket }, { partyId, presence }, options) =>
    socket.promotePartyMember(partyId, presence, options),
  acceptPartyMember: ({ socket }, { partyId, presence }, options) =>
    socket.acceptPartyMember(partyId, presence, options),
  removePartyMember: ({ socket }, { partyId, presence }, options) =>
    socket.removePartyMember(partyId, presence, options),
  closeParty: ({ socket }, { partyId }, options) => socket.closeParty(partyId, options),
  listPartyJoinRequests: ({ socket }, { partyId }, options) => socket.listPartyJoinRequests(partyId, options),
  updateParty: ({ socket }, { partyId, ...args }, options) => socket.updateParty(partyId, args, options),
  sendPartyData: ({ socket }, { partyId, opCode, data = '', text, view = false }, options) =>
    socket.sendPartyData(partyId, toInt64(opCode), text ?? toBytes(data, view), options),
  addMatchmakerParty: ({ socket }, { partyId, ...args }, options) =>
    socket.addMatchmakerParty(partyId, { ...args, ...options }),
  removeMatchmakerParty: ({ socket }, { partyId, ticket }, options) =>
    socket.removeMatchmakerParty(partyId, ticket, options),
  addMatchmaker: ({ socket }, args, options) => socket.addMatchmaker({ ...args, ...options }),
  removeMatchmaker: ({ socket }, { ticket }, options) => socket.removeMatchmaker(ticket, options),
  followUsers: ({ socket }, args, options) => socket.followUsers(args, options),
  unfollowUsers: ({ socket }, { userIds = [] }, options) => socket.unfollowUsers(userIds, options),
  updateStatus: ({ socket }, { status, offline }, options) =>
    socket.updateStatus(offline ? undefined : status, options),
  rpc: ({ socket }, { id, payload }, options) => socket.rpc(id, payload, options),
  // How long it took is for a game; there is nothing to compare it with.
  ping: ({ socket }, _, options) => socket.ping(options).then(() => undefined),
  parties: ({ socket, past }) => {
    const parties = [...socket.parties].map((party) => {
      const { presences: _, ended: __, ...shown } = party.getSnapshot()
      return shown
    })
    return { parties, ...past }
  },
}

async function signIn(player: Player, signedIn: Session | Promise<Session>): Promise<unknown> {
  const session = await signedIn
  player.session = session
  const { created, token, refreshToken, userId, username, vars } = session
  return { created, token, refreshToken, userId, username, vars }
}

function sessionOf({ session }: Player): Session {
  if (session === undefined) throw new Error('the player has no session')
  return session
}
