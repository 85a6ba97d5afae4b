import type { Settings } from '../settings.ts'
import type { Session } from './session.ts'

/** Buys new tokens and writes them into the session. */
type Refresh = (session: Session, signal: AbortSignal) => Promise<unknown>

interface Run {
  readonly done: Promise<unknown>
  readonly abort: AbortController
  waiting: number
}

/** Keeps sessions from lapsing. Who asks for new tokens while they are being bought waits for the same purchase. */
export class SessionKeeper {
  readonly #settings: Settings
  readonly #refresh: Refresh
  readonly #runs = new WeakMap<Session, Run>()

  constructor(settings: Settings, refresh: Refresh) {
    this.#settings = settings
    this.#refresh = refresh
  }

  /**
   * Sees to it that the session has a token that will hold for a while, as far as can be. It never rejects: where
   * there is no new token the old one is tried, because the server knows better than the clock of this machine.
   *
   * @param signal has to be aborted when nobody is interested any more.
   * @param refused a token that the server has refused: another one is wanted.
   */
  async keep(session: Session, signal: AbortSignal, refused?: string): Promise<void> {
    const { clock, logger, refreshMarginMs } = this.#settings
    const isEnding =
      session.isExpired(clock.now() + refreshMarginMs) && !session.isRefreshExpired(clock.now())
    if (session.refreshToken && !signal.aborted && (isEnding || refused === session.token)) {
      await this.#wait(session, signal).catch((cause) => {
        logger.debug('the session was not refreshed', cause)
      })
    }
  }

  async #wait(session: Session, signal: AbortSignal): Promise<void> {
    const run = this.#runs.get(session) ?? this.#begin(session)
    const leave = () => {
      if (--run.waiting === 0) this.#end(session, run)
    }
    run.waiting++
    signal.addEventListener('abort', leave)
    try {
      await run.done
    } finally {
      signal.removeEventListener('abort', leave)
      this.#end(session, run)
    }
  }

  #begin(session: Session): Run {
    const abort = new AbortController()
    const done = this.#refresh(session, abort.signal).then(() => this.#settings.onSessionRefresh?.(session))
    const run = { done, abort, waiting: 0 }
    this.#runs.set(session, run)
    return run
  }

  #end(session: Session, run: Run): void {
    run.abort.abort()
    if (this.#runs.get(session) === run) this.#runs.delete(session)
  }
}
