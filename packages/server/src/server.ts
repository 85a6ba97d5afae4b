import { type Clock, systemClock } from '@party/protocol'
import { AccountService } from './accounts/accounts.ts'
import { resolveConfig, type ServerConfig, type ServerConfigOverrides } from './config.ts'
import { type Inspection, inspect } from './control/inspect.ts'
import type { Match } from './core/matchmaker/index.ts'
import { HookTable, type RealtimeHooks } from './hooks/hooks.ts'
import { callThrough, type HttpHooks } from './hooks/http-hooks.ts'
import type { Endpoint } from './hosts/endpoint.ts'
import { createHttpHandler, type HttpHandler } from './http/handler.ts'
import { type IdSource, nakamaIds } from './ids.ts'
import { type Logger, silentLogger } from './logger.ts'
import { NotificationService } from './notifications/notifications.ts'
import { type Offload, offloadAtOnce } from './offload.ts'
import { type RandomSource, systemRandom } from './random.ts'
import { RpcRegistry } from './rpc/rpc.ts'
import type { MatchedHook } from './services/matchmaking.ts'
import {
  resolveTarget,
  type StreamMessage,
  type StreamTarget,
  streamDataMessage,
} from './services/streams.ts'
import { type Admission, type Admitted, admit } from './session/admission.ts'
import type { Connection } from './session/connection.ts'
import { Realtime, type SavedRealtime } from './session/realtime.ts'
import type { Session, SessionIdentity } from './session/session.ts'
import { MemoryStore } from './store/memory.ts'
import type { Store } from './store/store.ts'
import type { SavedRevocations } from './tokens/revocations.ts'
import { SessionService } from './tokens/session-service.ts'
import { TokenService } from './tokens/tokens.ts'

/** What a server is made of; everything has a default. */
export interface PartyServerOptions {
  /** Options under Nakama's names; Nakama's defaults for the rest. */
  readonly config?: ServerConfigOverrides
  /** Where time and timers come from; the system's by default. */
  readonly clock?: Clock
  /** Where chance comes from; the platform's cryptographic source by default. */
  readonly random?: RandomSource
  /** Where ids come from; as Nakama makes them, from `random`, by default. */
  readonly ids?: IdSource
  /** How signing and hashing are done; at once by default. */
  readonly offload?: Offload
  /** Where accounts and kept notifications live; in memory by default. Whoever gives a store closes it. */
  readonly store?: Store
  /** What the server reports; nothing by default. */
  readonly logger?: Logger
}

/** What a server remembers beside its store, at one moment. Only for {@link PartyServer.load}. */
export interface SavedServer {
  readonly realtime: SavedRealtime
  readonly revocations: SavedRevocations
}

/**
 * A server for the party protocol that answers as Nakama answers. It knows nothing of ports and sockets: a host
 * (`memoryHost`, `listen`) brings it connections and requests. Any number of them fit into one process.
 */
export class PartyServer implements Endpoint {
  readonly config: ServerConfig
  /** Functions that clients can call by name. */
  readonly rpc = new RpcRegistry()
  /** Before and after hooks, around every message on a socket and every call over HTTP. */
  readonly hooks: { readonly realtime: RealtimeHooks; readonly http: HttpHooks } = {
    realtime: new HookTable(),
    http: new HookTable(),
  }
  /** Sends, lists and deletes notifications. */
  readonly notifications: NotificationService
  readonly #tokens: TokenService
  readonly #userSessions: SessionService
  readonly #openRealtime: () => Realtime
  #realtime: Realtime
  #matchedHook: MatchedHook = () => undefined
  readonly #http: HttpHandler

  /** @throws {ConfigError} for a configuration that cannot work. */
  constructor(options: PartyServerOptions = {}) {
    const { clock = systemClock, random = systemRandom, logger = silentLogger } = options
    const { store = new MemoryStore(), offload = offloadAtOnce } = options
    this.config = resolveConfig(options.config)
    const ids = options.ids ?? nakamaIds(random, clock, this.config.name)
    this.#tokens = new TokenService({ clock, random, ids, offload, session: this.config.session })
    const accounts = new AccountService({ store, clock, random, ids, offload })
    const parts = {
      config: this.config,
      clock,
      ids,
      logger,
      hooks: this.hooks.realtime,
      tokens: this.#tokens,
      rpc: this.rpc,
      matched: (match: Match) => this.#matchedHook(match),
      findUsers: (userIds: readonly string[], usernames: readonly string[]) =>
        accounts.findUserIds(userIds, usernames),
    }
    this.#openRealtime = () => new Realtime(parts)
    this.#realtime = this.#openRealtime()
    this.notifications = new NotificationService({
      store,
      clock,
      random,
      ids,
      deliver: (userId, notification) => this.#realtime.notify(userId, notification),
    })
    this.#userSessions = new SessionService({
      store,
      tokens: this.#tokens,
      singleSession: this.config.session.singleSession,
    })
    this.#http = createHttpHandler({
      config: this.config,
      accounts,
      sessions: this.#userSessions,
      tokens: this.#tokens,
      notifications: this.notifications,
      rpc: this.rpc,
      logger,
      call: callThrough(this.hooks.http, logger),
      listParties: (query) => this.#realtime.directory.list(query),
      matchmakerStats: () => this.#realtime.matchmaking.stats,
      socketRoute: (request) => this.#answerWithoutUpgrade(request),
    })
  }

  /** Answers one HTTP request. Never rejects. */
  fetch(request: Request): Promise<Response> {
    return this.#http(request)
  }

  /** Judges a WebSocket handshake. A host that gets a refusal answers with its response. */
  admit(url: URL, authorization: string | null): Promise<Admission> {
    return admit(url, authorization, (token) => this.#identify(token))
  }

  /** Makes a session of an admitted connection. The host tells it of frames, pongs and the line's end. */
  accept(connection: Connection, admitted: Admitted): Session {
    return this.#realtime.open(connection, admitted)
  }

  /**
   * Bans a user: every token ends, every session is told so and closed, and signing in is refused until
   * {@link unban}. Returns whether there is such a user.
   */
  async ban(userId: string): Promise<boolean> {
    const isKnown = await this.#userSessions.ban(userId)
    this.#realtime.endSessions(userId, 'banned')
    return isKnown
  }

  /** Lets a banned user sign in again. Returns whether there is such a user. */
  unban(userId: string): Promise<boolean> {
    return this.#userSessions.unban(userId)
  }

  /**
   * Ends the sessions of a user as a second login does where `session.single_socket` is on: each is told so by a
   * notification, then closed. Returns how many there were.
   */
  kick(userId: string): number {
    return this.#realtime.endSessions(userId, 'single_socket')
  }

  /** Ends a party, as its leader would: its members are told. Returns whether there was such a party. */
  closeParty(partyId: string): boolean {
    return this.#realtime.closeParty(partyId)
  }

  /**
   * Sends data of a stream, as server code on Nakama does, to one session or to every member of a party. Returns
   * how many sessions there were to send it to.
   */
  sendStreamData(target: StreamTarget, message: StreamMessage): number {
    const { parties, sessions } = this.#realtime
    const { sessionIds, stream } = resolveTarget(target, (partyId) => parties.get(partyId))
    const present = sessionIds.filter((sessionId) => sessions.has(sessionId))
    sessions.deliver(present, streamDataMessage(stream, message))
    return present.length
  }

  /** Decides what becomes of matches: without a hook, or when it returns nothing, players get a token. */
  onMatchmakerMatched(hook: MatchedHook): () => void {
    this.#matchedHook = hook
    return () => {
      if (this.#matchedHook === hook) this.#matchedHook = () => undefined
    }
  }

  /** What is going on right now, as plain data. */
  inspect(): Inspection {
    return inspect(this.#realtime)
  }

  /**
   * Begins anew, as when the process is killed and started again: every line breaks without a close frame, and
   * parties, tickets, statuses and revoked tokens are forgotten. Accounts, kept notifications, hooks and RPC functions
   * stay, and so do the tokens that clients hold.
   */
  restart(): void {
    this.#realtime.abort()
    this.#realtime = this.#openRealtime()
    this.#tokens.forgetRevocations()
  }

  /** What {@link load} puts back: everything but what is in the store. */
  save(): SavedServer {
    return { realtime: this.#realtime.save(), revocations: this.#tokens.saveRevocations() }
  }

  /**
   * Goes back to an earlier moment of the same server, as far as lines allow: who has connected since is cut off
   * without a word, and who has gone since is gone, and leaves what it was in then, of which the others hear.
   */
  load({ realtime, revocations }: SavedServer): void {
    this.#tokens.loadRevocations(revocations)
    this.#realtime.load(realtime)
  }

  /** Ends every session and clears every timer. Accounts stay in the store. */
  async close(): Promise<void> {
    this.#realtime.close()
  }

  /** A request for the socket that asks for no upgrade, or that came by a host without WebSockets. */
  async #answerWithoutUpgrade(request: Request): Promise<Response> {
    const admission = await this.admit(new URL(request.url), request.headers.get('authorization'))
    return admission.ok ? new Response('Bad Request\n', { status: 400 }) : admission.response
  }

  async #identify(token: string): Promise<SessionIdentity | undefined> {
    const claims = await this.#tokens.verifySocket(token)
    if (claims === undefined) return undefined
    const { userId, username, vars, expiresAtSec } = claims
    return { userId, username, vars, expiresAtSec }
  }
}
