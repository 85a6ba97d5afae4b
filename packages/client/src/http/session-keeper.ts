import type { Settings } from '../settings.ts'
import type { KeepFresh } from './http.ts'
import type { Session } from './session.ts'

/** A purchase of new tokens, and how many wait for it. */
interface Run {
  readonly done: Promise<unknown>
  readonly abort: AbortController
  waiting: number
}

/**
 * Keeps sessions from lapsing. Who asks for new tokens while they are being bought waits for the same purchase,
 * which ends when nobody waits for it any more. Where there is no new token the old one is tried: the server knows
 * better than the clock of this machine.
 *
 * @param refresh buys new tokens and writes them into the session.
 */
export function sessionKeeper(
  { clock, logger, refreshMarginMs, onSessionRefresh }: Settings,
  refresh: (session: Session, signal: AbortSignal) => Promise<unknown>,
): KeepFresh {
  const runs = new WeakMap<Session, Run>()

  const begin = (session: Session): Run => {
    const abort = new AbortController()
    const done = refresh(session, abort.signal)
      .then(() => onSessionRefresh?.(session))
      .catch((cause) => logger.debug('session not refreshed', cause))
      .finally(() => runs.delete(session))
    const run = { done, abort, waiting: 0 }
    runs.set(session, run)
    return run
  }

  return async (session, { signal, refused }) => {
    const now = clock.now()
    const isEnding = session.isExpired(now + refreshMarginMs) && !session.isRefreshExpired(now)
    if (!session.refreshToken || signal?.aborted || !(isEnding || refused === session.token)) return
    const run = runs.get(session) ?? begin(session)
    const leave = () => {
      if (--run.waiting > 0) return
      runs.delete(session)
      run.abort.abort()
    }
    run.waiting++
    signal?.addEventListener('abort', leave)
    await run.done
    signal?.removeEventListener('abort', leave)
  }
}
