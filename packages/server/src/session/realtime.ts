import {
  type Clock,
  closeCodes,
  closeReasons,
  createNotification,
  type Envelope,
  type Notification,
  type UserPresence,
} from '@party/protocol'
import { Alarm } from '../alarm.ts'
import type { ServerConfig } from '../config.ts'
import { type Answer, Parties } from '../core/party/parties.ts'
import { formatPartyId } from '../core/party/party-id.ts'
import type { PartyEffect } from '../core/party/state.ts'
import { StatusBoard } from '../core/status/status-board.ts'
import type { RealtimeHooks } from '../hooks/hooks.ts'
import { nodeBytes, uuidV1, uuidV4 } from '../ids.ts'
import type { Logger } from '../logger.ts'
import type { RandomSource } from '../random.ts'
import type { RpcRegistry } from '../rpc/rpc.ts'
import { Matchmaking } from '../services/matchmaking.ts'
import { PartyDirectory } from '../services/party-directory.ts'
import type { TokenService } from '../tokens/tokens.ts'
import type { Admitted } from './admission.ts'
import type { Connection } from './connection.ts'
import { envelopeHandlers } from './handlers/envelope.ts'
import { matchmakerHandlers } from './handlers/matchmaker.ts'
import { partyHandlers } from './handlers/party.ts'
import { rpcHandlers } from './handlers/rpc.ts'
import { statusHandlers } from './handlers/status.ts'
import { Pipeline } from './pipeline.ts'
import { Session, type SessionOwner } from './session.ts'
import { Sessions } from './sessions.ts'

/** What the realtime half of a server is made of. */
export interface RealtimeParts {
  readonly config: ServerConfig
  readonly clock: Clock
  readonly random: RandomSource
  readonly logger: Logger
  readonly hooks: RealtimeHooks
  readonly tokens: TokenService
  readonly rpc: RpcRegistry
  findUsers(userIds: readonly string[], usernames: readonly string[]): Promise<string[]>
}

/** Why a session is ended from outside, with the code of the notification that says so. */
const endings = { single_socket: -7, banned: -8 } as const

/** Everything that happens on sockets: the sessions, and the parties, statuses and tickets they share. */
export class Realtime implements SessionOwner {
  readonly sessions: Sessions
  readonly parties: Parties
  readonly status = new StatusBoard()
  readonly matchmaking: Matchmaking
  readonly directory: PartyDirectory
  readonly #parts: RealtimeParts
  readonly #pipeline: Pipeline
  readonly #idleSweep: Alarm
  readonly #node: Uint8Array
  #sequence = 0

  constructor(parts: RealtimeParts) {
    const { config, clock, random, logger, hooks, tokens, rpc } = parts
    this.#parts = parts
    this.#node = nodeBytes(config.name)
    this.sessions = new Sessions(clock, config.socket)
    this.directory = new PartyDirectory(clock, config.party.labelUpdateIntervalMs)
    this.parties = new Parties({
      singleParty: config.session.singleParty,
      isOnline: (sessionId) => this.sessions.has(sessionId),
      perform: (partyId, effects, answer) => this.#perform(partyId, effects, answer),
      ended: (partyId) => this.directory.delete(partyId),
    })
    this.matchmaking = new Matchmaking({
      config: config.matchmaker,
      clock,
      random,
      logger,
      issueToken: () => tokens.issueMatchmakerToken(),
      deliver: (sessionIds, message) => this.sessions.deliver(sessionIds, message),
    })
    this.#idleSweep = new Alarm(clock, () => this.parties.endIdle())
    const { parties, sessions, status, matchmaking } = this
    const handlers = {
      ...envelopeHandlers,
      ...partyHandlers({
        parties,
        newPartyId: () => formatPartyId(uuidV4(random), config.name),
        listed: (party) => this.directory.put(party),
        createdEmpty: () => this.#idleSweep.set(config.party.idleCheckIntervalMs),
      }),
      ...statusHandlers({ status, sessions, findUsers: parts.findUsers }),
      ...matchmakerHandlers({ parties, sessions, matchmaking }),
      ...rpcHandlers({ rpc }),
    }
    this.#pipeline = new Pipeline(handlers, hooks, logger)
  }

  /** Makes a session of an admitted connection. */
  open(connection: Connection, admitted: Admitted): Session {
    const { clock, config, logger } = this.#parts
    const id = uuidV1(clock.now(), this.#sequence++, this.#node)
    const session = new Session(id, admitted.identity, { connection, ...admitted }, this, config.socket)
    this.sessions.add(session)
    this.status.sessionStarted(session.presence)
    logger.debug('session opened', { session: id, username: admitted.identity.username })
    const older = config.session.singleSocket ? this.#olderSessions(session) : []
    if (admitted.appearOnline) {
      // A session that is about to give way hears no more of what its successor shows.
      const effect = this.status.update(session.presence, '')
      const leaving = new Set(older.map(({ id }) => id))
      if (effect !== undefined) {
        this.sessions.deliver(
          effect.to.filter((sessionId) => !leaving.has(sessionId)),
          effect.message,
        )
      }
    }
    for (const session of older) this.#endFor('single_socket', session)
    return session
  }

  /** Ends every session, and every timer with them. */
  close(): void {
    for (const session of [...this.sessions.values()])
      session.close(closeCodes.normal, 'server shutting down')
    this.parties.endIdle()
    this.#idleSweep.clear()
    this.matchmaking.close()
    this.directory.close()
  }

  handle(session: Session, envelope: Envelope): void | Promise<void> {
    return this.#pipeline.handle(session, envelope)
  }

  alive(session: Session): void {
    this.sessions.alive(session)
  }

  ended(session: Session): void {
    this.sessions.remove(session)
    this.matchmaking.sessionEnded(session.id)
    this.parties.sessionEnded(session.id)
    const effect = this.status.sessionEnded(session.presence)
    if (effect !== undefined) this.sessions.deliver(effect.to, effect.message)
    this.#parts.logger.debug('session ended', { session: session.id })
  }

  /** Hands a notification to every session of a user. */
  notify(userId: string, notification: Notification): void {
    const sessionIds = this.sessions.ofUser(userId).map((session) => session.id)
    this.sessions.deliver(sessionIds, { case: 'notifications', value: { notifications: [notification] } })
  }

  /** Ends every session of a user who is no longer welcome. */
  endBanned(userId: string): void {
    for (const session of this.sessions.ofUser(userId)) this.#endFor('banned', session)
  }

  #perform(partyId: string, effects: readonly PartyEffect[], answer: Answer | undefined): void {
    for (const effect of effects) {
      if (effect.kind === 'reply') answer?.(effect.message)
      else if (effect.kind === 'send') this.sessions.deliver(sessionIdsOf(effect.to), effect.message)
      else this.matchmaking.partyChanged(partyId)
    }
  }

  #olderSessions(newest: Session): Session[] {
    return this.sessions.ofUser(newest.identity.userId).filter((session) => session !== newest)
  }

  #endFor(subject: keyof typeof endings, session: Session): void {
    const { clock, random } = this.#parts
    const notification = createNotification({
      id: uuidV4(random),
      subject,
      content: '{}',
      code: endings[subject],
      createTime: new Date(Math.floor(clock.now() / 1000) * 1000),
    })
    session.send({ case: 'notifications', value: { notifications: [notification] } })
    session.close(closeCodes.normal, closeReasons.disconnectedByServer)
  }
}

function* sessionIdsOf(presences: readonly UserPresence[]): Generator<string> {
  for (const { sessionId } of presences) yield sessionId
}
