import {
  type Clock,
  closeCodes,
  closeReasons,
  createNotification,
  type Envelope,
  type Notification,
  NotificationCode,
  type UserPresence,
} from '@party/protocol'
import { Alarm } from '../alarm.ts'
import type { ServerConfig } from '../config.ts'
import type { ListedParty } from '../core/listing/index.ts'
import type { SavedTickets } from '../core/matchmaker/index.ts'
import { type Answer, Parties, type SavedParties } from '../core/party/parties.ts'
import { formatPartyId } from '../core/party/party-id.ts'
import type { PartyEffect } from '../core/party/state.ts'
import { type SavedStatuses, StatusBoard } from '../core/status/status-board.ts'
import type { RealtimeHooks } from '../hooks/hooks.ts'
import type { IdSource } from '../ids.ts'
import type { Logger } from '../logger.ts'
import type { RpcRegistry } from '../rpc/rpc.ts'
import { type MatchedHook, Matchmaking } from '../services/matchmaking.ts'
import { PartyDirectory } from '../services/party-directory.ts'
import type { TokenService } from '../tokens/tokens.ts'
import type { Admitted } from './admission.ts'
import type { Connection } from './connection.ts'
import { envelopeHandlers } from './handlers/envelope.ts'
import { matchmakerHandlers } from './handlers/matchmaker.ts'
import { partyHandlers } from './handlers/party.ts'
import { rpcHandlers } from './handlers/rpc.ts'
import { statusHandlers } from './handlers/status.ts'
import { OutgoingMessage } from './outgoing-message.ts'
import { Pipeline } from './pipeline.ts'
import { Session, type SessionOwner } from './session.ts'
import { Sessions } from './sessions.ts'

/** What the realtime half of a server is made of. */
export interface RealtimeParts {
  readonly config: ServerConfig
  readonly clock: Clock
  readonly ids: IdSource
  readonly logger: Logger
  readonly hooks: RealtimeHooks
  readonly tokens: TokenService
  readonly rpc: RpcRegistry
  readonly matched: MatchedHook
  findUsers(userIds: readonly string[], usernames: readonly string[]): Promise<string[]>
}

/** What goes on on sockets at one moment. */
export interface SavedRealtime {
  /** The sessions that were open. */
  readonly presences: readonly UserPresence[]
  readonly parties: SavedParties
  readonly listed: readonly ListedParty[]
  readonly statuses: SavedStatuses
  readonly tickets: SavedTickets
}

/** Why a session is ended from outside, with the code of the notification that says so. */
const endings = {
  single_socket: NotificationCode.singleSocket,
  banned: NotificationCode.userBanned,
} as const

/** Everything that happens on sockets: the sessions, and the parties, statuses and tickets they share. */
export class Realtime implements SessionOwner {
  readonly acknowledgement = new OutgoingMessage(undefined)
  readonly sessions: Sessions
  readonly parties: Parties
  readonly status = new StatusBoard()
  readonly matchmaking: Matchmaking
  readonly directory: PartyDirectory
  readonly #parts: RealtimeParts
  readonly #pipeline: Pipeline
  readonly #idleSweep: Alarm
  /** Set when the sessions end all at once, so that nobody is left to be told. */
  #isAborted = false

  constructor(parts: RealtimeParts) {
    const { config, clock, ids, logger, hooks, tokens, rpc, matched } = parts
    this.#parts = parts
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
      ids,
      logger,
      matched,
      issueToken: () => tokens.issueMatchmakerToken(),
      deliver: (sessionIds, message) => this.sessions.deliver(sessionIds, message),
    })
    this.#idleSweep = new Alarm(clock, () => this.parties.endIdle())
    const { parties, sessions, status, matchmaking } = this
    const handlers = {
      ...envelopeHandlers,
      ...partyHandlers({
        parties,
        newPartyId: () => formatPartyId(ids.next('party'), config.name),
        listed: (party) => this.directory.put(party),
        createdEmpty: () => this.#sweepIdle(),
      }),
      ...statusHandlers({ status, sessions, findUsers: parts.findUsers }),
      ...matchmakerHandlers({ parties, sessions, matchmaking }),
      ...rpcHandlers({ rpc }),
    }
    this.#pipeline = new Pipeline(handlers, hooks, logger)
  }

  /** Makes a session of an admitted connection. */
  open(connection: Connection, admitted: Admitted): Session {
    const { config, ids, logger } = this.#parts
    const id = ids.next('session')
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
    this.#stopTimers()
  }

  /** Breaks every line without a word, as when the process is killed, and clears every timer. */
  abort(): void {
    this.#isAborted = true
    for (const session of [...this.sessions.values()]) session.terminate()
    this.#stopTimers()
  }

  /** What `load` puts back. */
  save(): SavedRealtime {
    return {
      presences: [...this.sessions.values()].map((session) => session.presence),
      parties: this.parties.save(),
      listed: this.directory.save(),
      statuses: this.status.save(),
      tickets: this.matchmaking.save(),
    }
  }

  /**
   * Goes back to an earlier moment, as far as lines allow. Who has connected since is cut off; who has gone since is
   * gone, and leaves what it was in then, of which the others hear.
   */
  load(saved: SavedRealtime): void {
    this.parties.load(saved.parties)
    this.directory.load(saved.listed)
    this.status.load(saved.statuses)
    this.matchmaking.load(saved.tickets)
    if (saved.parties.parties.some((party) => party.members.length === 0)) this.#sweepIdle()
    const known = new Set(saved.presences.map(({ sessionId }) => sessionId))
    for (const session of [...this.sessions.values()]) {
      if (known.has(session.id)) this.sessions.alive(session)
      else session.terminate()
    }
    for (const presence of saved.presences) if (!this.sessions.has(presence.sessionId)) this.#depart(presence)
  }

  handle(session: Session, envelope: Envelope): void | Promise<void> {
    return this.#pipeline.handle(session, envelope)
  }

  alive(session: Session): void {
    this.sessions.alive(session)
  }

  ended(session: Session): void {
    this.sessions.remove(session)
    if (!this.#isAborted) this.#depart(session.presence)
    this.#parts.logger.debug('session ended', { session: session.id })
  }

  /** Hands a notification to every session of a user. */
  notify(userId: string, notification: Notification): void {
    const sessionIds = this.sessions.ofUser(userId).map((session) => session.id)
    this.sessions.deliver(sessionIds, { case: 'notifications', value: { notifications: [notification] } })
  }

  /** Tells every session of a user why, and ends it. Returns how many there were. */
  endSessions(userId: string, why: keyof typeof endings): number {
    const sessions = this.sessions.ofUser(userId)
    for (const session of sessions) this.#endFor(why, session)
    return sessions.length
  }

  /** Ends a party, as its leader would. Returns whether there was such a party. */
  closeParty(partyId: string): boolean {
    const party = this.parties.get(partyId)
    if (party === undefined) return false
    if (party.leader === undefined) this.parties.endIdle()
    else this.parties.close(partyId, party.leader, () => {})
    return true
  }

  /** Somebody is gone: out of every party and ticket, and offline. */
  #depart(presence: UserPresence): void {
    this.matchmaking.sessionEnded(presence.sessionId)
    this.parties.sessionEnded(presence.sessionId)
    const effect = this.status.sessionEnded(presence)
    if (effect !== undefined) this.sessions.deliver(effect.to, effect.message)
  }

  #sweepIdle(): void {
    this.#idleSweep.set(this.#parts.config.party.idleCheckIntervalMs)
  }

  #stopTimers(): void {
    this.#idleSweep.clear()
    this.matchmaking.close()
    this.directory.close()
  }

  #perform(partyId: string, effects: readonly PartyEffect[], answer: Answer | undefined): void {
    for (const effect of effects) {
      if (effect.kind === 'reply') answer?.(effect.message)
      else if (effect.kind === 'send') this.sessions.deliverTo(effect.to, effect.message)
      else this.matchmaking.partyChanged(partyId)
    }
  }

  #olderSessions(newest: Session): Session[] {
    return this.sessions.ofUser(newest.identity.userId).filter((session) => session !== newest)
  }

  #endFor(subject: keyof typeof endings, session: Session): void {
    const { clock, ids } = this.#parts
    const notification = createNotification({
      id: ids.next('notification'),
      subject,
      content: '{}',
      code: endings[subject],
      createTime: new Date(Math.floor(clock.now() / 1000) * 1000),
    })
    session.send({ case: 'notifications', value: { notifications: [notification] } })
    session.close(closeCodes.normal, closeReasons.disconnectedByServer)
  }
}
