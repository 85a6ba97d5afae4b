import { type Client, type Presence, Session, type Socket } from '@heroiclabs/nakama-js'
import { toBytes } from './values.ts'

/** What one player has. */
export interface Player {
  readonly client: Client
  readonly socket: Socket
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
  readonly ids: string[]
  readonly limit?: number
  readonly cursor?: string
  readonly appearOnline?: boolean
  readonly partyId: string
  readonly open?: boolean
  readonly maxSize: number
  readonly presence: { readonly userId: string; readonly sessionId: string; readonly username: string }
  readonly opCode: string
  readonly data?: string
  readonly text?: string
  readonly view?: boolean
  readonly minCount?: number
  readonly maxCount?: number
  readonly query?: string
  readonly stringProperties?: Record<string, string>
  readonly numericProperties?: Record<string, number>
  readonly ticket: string
  readonly userIds?: string[]
  readonly status?: string
  readonly offline?: boolean
}

type Operation = (player: Player, args: Arguments) => unknown

/** Each operation of the contract as a call of nakama-js. */
export const operations: Readonly<Record<string, Operation>> = {
  authenticateCustom: (player, { id, create, username, vars }) =>
    signIn(player, player.client.authenticateCustom(id, create, username, vars)),
  authenticateDevice: (player, { id, create, username, vars }) =>
    signIn(player, player.client.authenticateDevice(id, create, username, vars)),
  authenticateEmail: (player, { email, password, create, username, vars }) =>
    signIn(player, player.client.authenticateEmail(email, password, create, username, vars)),
  restoreSession: (player, { token, refreshToken = '' }) =>
    signIn(player, Session.restore(token, refreshToken)),
  refreshSession: (player, { vars }) => signIn(player, player.client.sessionRefresh(sessionOf(player), vars)),
  logoutSession: async ({ client, ...player }) => {
    const session = sessionOf(player)
    await client.sessionLogout(session, session.token, session.refresh_token)
  },
  listNotifications: async (player, { limit, cursor }) => {
    const list = await player.client.listNotifications(sessionOf(player), limit, cursor)
    return { ...list, notifications: list.notifications?.map(withTextContent) }
  },
  deleteNotifications: async (player, { ids }) => {
    await player.client.deleteNotifications(sessionOf(player), ids)
  },
  callRpc: async (player, { id, payload = '' }) => {
    // It takes and returns an object, not text.
    const answer = await player.client.rpc(sessionOf(player), id, payload === '' ? {} : JSON.parse(payload))
    return { id: answer.id, payload: answer.payload && JSON.stringify(answer.payload) }
  },

  connect: async (player, { appearOnline = false }) => {
    await player.socket.connect(sessionOf(player), appearOnline)
  },
  disconnect: ({ socket }) => socket.disconnect(true),
  createParty: ({ socket }, { open = false, maxSize }) => socket.createParty(open, maxSize),
  joinParty: ({ socket }, { partyId }) => socket.joinParty(partyId),
  leaveParty: ({ socket }, { partyId }) => socket.leaveParty(partyId),
  promotePartyMember: ({ socket }, { partyId, presence }) =>
    socket.promotePartyMember(partyId, presenceOf(presence)),
  acceptPartyMember: ({ socket }, { partyId, presence }) =>
    socket.acceptPartyMember(partyId, presenceOf(presence)),
  removePartyMember: ({ socket }, { partyId, presence }) =>
    socket.removePartyMember(partyId, presenceOf(presence)),
  closeParty: ({ socket }, { partyId }) => socket.closeParty(partyId),
  listPartyJoinRequests: ({ socket }, { partyId }) => socket.listPartyJoinRequests(partyId),
  sendPartyData: ({ socket }, { partyId, opCode, data = '', text, view = false }) =>
    socket.sendPartyData(partyId, Number(opCode), text ?? toBytes(data, view)),
  addMatchmakerParty: ({ socket }, { partyId, ...args }) => {
    const { query, minCount, maxCount, stringProperties, numericProperties } = ticket(args)
    return socket.addMatchmakerParty(partyId, query, minCount, maxCount, stringProperties, numericProperties)
  },
  removeMatchmakerParty: ({ socket }, { partyId, ticket }) => socket.removeMatchmakerParty(partyId, ticket),
  addMatchmaker: ({ socket }, args) => {
    const { query, minCount, maxCount, stringProperties, numericProperties } = ticket(args)
    return socket.addMatchmaker(query, minCount, maxCount, stringProperties, numericProperties)
  },
  removeMatchmaker: ({ socket }, args) => socket.removeMatchmaker(args.ticket),
  followUsers: ({ socket }, { userIds = [] }) => socket.followUsers(userIds),
  unfollowUsers: ({ socket }, { userIds = [] }) => socket.unfollowUsers(userIds),
  updateStatus: ({ socket }, { status, offline }) => socket.updateStatus(offline ? undefined : status),
  rpc: ({ socket }, { id, payload }) => socket.rpc(id, payload),
}

/** nakama-js has no defaults for these: what a game would write if it wrote nothing in particular. */
function ticket(
  args: Pick<Arguments, 'query' | 'minCount' | 'maxCount' | 'stringProperties' | 'numericProperties'>,
) {
  return { query: '*', minCount: 2, maxCount: 8, ...args }
}

async function signIn(player: Player, signedIn: Session | Promise<Session>): Promise<unknown> {
  const session = await signedIn
  player.session = session
  const { created, token, refresh_token, user_id, username, vars } = session
  return { created, token, refresh_token, user_id, username, vars }
}

function sessionOf({ session }: Pick<Player, 'session'>): Session {
  if (session === undefined) throw new Error('the player has no session')
  return session
}

/** As it comes in events. The type also names a node, which no server sends and none takes. */
function presenceOf({ userId, sessionId, username }: Arguments['presence']): Presence {
  return { user_id: userId, session_id: sessionId, username } as Presence
}

/** nakama-js parses the content of a notification; the contract has it as text. */
export function withTextContent<Notice extends object>(notification: Notice & { content?: unknown }): Notice {
  const { content } = notification
  return { ...notification, content: content && JSON.stringify(content) }
}
