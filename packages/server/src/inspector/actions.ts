import type { ServerControl } from '../control/control.ts'
import { FaultError, type Undo } from '../control/faults/faults.ts'
import type { WireLog } from './wire-log.ts'

/** An action that cannot be done, told to whoever pressed the button. */
export class ActionError extends Error {
  /** As an HTTP status. */
  readonly status: 400 | 404 | 409

  constructor(status: 400 | 404 | 409, message: string) {
    super(message)
    this.status = status
  }
}

/** The longest delay, in ms. */
const longestDelayMs = 60_000

interface Delay {
  readonly delayMs: number
  readonly lift: Undo
}

/** What the page's buttons do. */
export class Actions {
  readonly #control: ServerControl
  readonly #log: WireLog
  /** By session id. */
  readonly #delays = new Map<string, Delay>()

  constructor(control: ServerControl, log: WireLog) {
    this.#control = control
    this.#log = log
  }

  /** Sessions that messages reach late, with how many ms late. */
  get delays(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#delays].map(([sessionId, { delayMs }]) => [sessionId, delayMs]))
  }

  /**
   * Does what a button says.
   *
   * @throws {ActionError} when there is no such button, session or party, or something is missing.
   */
  run(name: string, input: Readonly<Record<string, unknown>>): void {
    const { faults, server } = this.#control
    switch (name) {
      case 'drop':
        return this.#onSession(input, (sessionId) => faults.drop({ sessionId }))
      case 'kick':
        return this.#onSession(input, (sessionId) => faults.kick({ sessionId }))
      case 'delay':
        return this.#onSession(input, (sessionId) => this.#delay(sessionId, input['delayMs']))
      case 'close-party':
        if (server.closeParty(textIn(input, 'partyId'))) return
        throw new ActionError(404, 'This party is gone.')
      case 'clear-log':
        return this.#log.clear()
      default:
        throw new ActionError(404, `There is no action ${name}.`)
    }
  }

  /** Forgets the delays of sessions that are over. */
  prune(isOpen: (sessionId: string) => boolean): void {
    for (const [sessionId, { lift }] of this.#delays) {
      if (isOpen(sessionId)) continue
      this.#delays.delete(sessionId)
      lift()
    }
  }

  #onSession(input: Readonly<Record<string, unknown>>, act: (sessionId: string) => void): void {
    const sessionId = textIn(input, 'sessionId')
    const isOpen = this.#control.server.inspect().sessions.some((session) => session.sessionId === sessionId)
    if (!isOpen) throw new ActionError(404, 'This session is over.')
    try {
      act(sessionId)
    } catch (error) {
      throw error instanceof FaultError ? new ActionError(409, error.message) : error
    }
  }

  #delay(sessionId: string, delayMs: unknown): void {
    if (typeof delayMs !== 'number' || !(delayMs >= 0 && delayMs <= longestDelayMs)) {
      throw new ActionError(400, `delayMs is a number from 0 to ${longestDelayMs}.`)
    }
    this.#delays.get(sessionId)?.lift()
    this.#delays.delete(sessionId)
    if (delayMs === 0) return
    this.#delays.set(sessionId, { delayMs, lift: this.#control.faults.delay(delayMs, { sessionId }) })
  }
}

function textIn(input: Readonly<Record<string, unknown>>, name: string): string {
  const value = input[name]
  if (typeof value === 'string' && value !== '') return value
  throw new ActionError(400, `${name} is missing.`)
}
