import { type Clock, closeCodes, type EnvelopeMessage, type UserPresence } from '@party/protocol'
import { DeadlineQueue } from './liveness.ts'
import { OutgoingMessage } from './outgoing-message.ts'
import type { Session } from './session.ts'

/** Every open session of a node: finds them, delivers to them, and notices when one is dead. */
export class Sessions {
  readonly #byId = new Map<string, Session>()
  readonly #byUser = new Map<string, Set<Session>>()
  readonly #pings: DeadlineQueue<Session>
  readonly #deaths: DeadlineQueue<Session>

  constructor(clock: Clock, options: { readonly pingPeriodMs: number; readonly pongWaitMs: number }) {
    this.#pings = new DeadlineQueue(clock, options.pingPeriodMs, (session) => {
      this.#pings.touch(session)
      session.ping()
    })
    this.#deaths = new DeadlineQueue(clock, options.pongWaitMs, (session) => {
      session.close(closeCodes.normal, `no pong within ${options.pongWaitMs} ms`)
    })
  }

  get size(): number {
    return this.#byId.size
  }

  get(sessionId: string): Session | undefined {
    return this.#byId.get(sessionId)
  }

  has(sessionId: string): boolean {
    return this.#byId.has(sessionId)
  }

  values(): IterableIterator<Session> {
    return this.#byId.values()
  }

  /** The sessions of a user, oldest first. */
  ofUser(userId: string): Session[] {
    return [...(this.#byUser.get(userId) ?? [])]
  }

  add(session: Session): void {
    this.#byId.set(session.id, session)
    const own = this.#byUser.get(session.identity.userId)
    if (own === undefined) this.#byUser.set(session.identity.userId, new Set([session]))
    else own.add(session)
    this.alive(session)
  }

  remove(session: Session): void {
    this.#byId.delete(session.id)
    const own = this.#byUser.get(session.identity.userId)
    own?.delete(session)
    if (own?.size === 0) this.#byUser.delete(session.identity.userId)
    this.#pings.forget(session)
    this.#deaths.forget(session)
  }

  /** The peer gave a sign of life: its next ping and its deadline start anew. */
  alive(session: Session): void {
    this.#pings.touch(session)
    this.#deaths.touch(session)
  }

  /** Sends a message to sessions by id, encoded once for each format. Sessions that are gone are passed over. */
  deliver(sessionIds: Iterable<string>, message: EnvelopeMessage): void {
    const outgoing = new OutgoingMessage(message)
    for (const sessionId of sessionIds) this.#byId.get(sessionId)?.sendTogether(outgoing)
  }

  /** As {@link deliver}, to the sessions of presences. */
  deliverTo(presences: readonly UserPresence[], message: EnvelopeMessage): void {
    const outgoing = new OutgoingMessage(message)
    for (const { sessionId } of presences) this.#byId.get(sessionId)?.sendTogether(outgoing)
  }
}
