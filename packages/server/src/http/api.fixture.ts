import { createMatchmakerStats, createPartyList, type Notification } from '@party/protocol'
import { VirtualClock } from '@party/protocol/virtual-clock'
import { AccountService } from '../accounts/accounts.ts'
import { resolveConfig, type ServerConfigOverrides } from '../config.ts'
import { silentLogger } from '../logger.ts'
import { NotificationService } from '../notifications/notifications.ts'
import { systemRandom } from '../random.ts'
import { RpcRegistry } from '../rpc/rpc.ts'
import { MemoryStore } from '../store/memory.ts'
import { SessionService } from '../tokens/session-service.ts'
import { TokenService } from '../tokens/tokens.ts'
import { createHttpHandler } from './handler.ts'
import { callDirectly, type HttpServices } from './services.ts'

/** An answer, read: its body parsed if it is JSON, else as text. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers: Headers
}

export interface Call {
  readonly method?: string
  /** Server key, or another Basic user name. */
  readonly basic?: string
  /** Session token. */
  readonly token?: string
  /** Sent as it is when it is text, else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The HTTP API with everything behind it in memory, on a clock that stands still. */
export function createApi(overrides: Partial<HttpServices> = {}, configured: ServerConfigOverrides = {}) {
  const clock = new VirtualClock()
  const config = resolveConfig(configured)
  const store = new MemoryStore()
  const random = systemRandom
  const tokens = new TokenService({ clock, random, session: config.session })
  const delivered: Notification[] = []
  const services: HttpServices = {
    config,
    accounts: new AccountService({ store, clock, random, passwordIterations: 1 }),
    sessions: new SessionService({ store, tokens, singleSession: config.session.singleSession }),
    tokens,
    notifications: new NotificationService({
      store,
      clock,
      random,
      deliver: (_userId, notification) => delivered.push(notification),
    }),
    rpc: new RpcRegistry(),
    logger: silentLogger,
    call: callDirectly,
    listParties: () => createPartyList(),
    matchmakerStats: () => createMatchmakerStats(),
    socketRoute: () => new Response('Missing or invalid token\n', { status: 401 }),
    ...overrides,
  }
  const handler = createHttpHandler(services)

  async function call(path: string, { method, basic, token, body, headers }: Call = {}): Promise<Answer> {
    const request = new Request(`http://game.test${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(basic === undefined ? {} : { authorization: `Basic ${btoa(`${basic}:`)}` }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const response = await handler(request)
    const text = await response.text()
    const isJson = response.headers.get('content-type') === 'application/json' && text !== ''
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers }
  }

  /** Signs a player in and returns the tokens. */
  async function signIn(username: string): Promise<{ token: string; refreshToken: string; userId: string }> {
    const signedIn = await services.accounts.signInCustom(`custom-${username}`, { create: true, username })
    return { ...(await services.sessions.open(signedIn, {})), userId: signedIn.userId }
  }

  return { clock, config, store, services, handler, call, signIn }
}
