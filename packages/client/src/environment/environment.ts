import type { Undo } from '../runtime/emitter.ts'

interface EventSource {
  addEventListener?(type: string, listener: () => void): void
  removeEventListener?(type: string, listener: () => void): void
}

/**
 * The part of a platform that tells when the player comes back and when the network comes and goes: in a browser
 * `globalThis`, whose every part may be missing elsewhere. An engine or an app shell with events of its own can
 * bring its own object, or call `PartySocket.reconnectNow` by itself.
 */
export interface Environment extends EventSource {
  /** Dispatches `visibilitychange`. */
  readonly document?: (EventSource & { readonly visibilityState?: string }) | undefined
}

/**
 * Listens to the platform until the function that is returned is called.
 *
 * @param onWake the player is back, or the network: there is no reason to wait any longer.
 * @param onDoubt the network is gone, as far as the platform knows.
 */
export function watchEnvironment(environment: Environment, onWake: () => void, onDoubt: () => void): Undo {
  const { document } = environment
  const sources: [EventSource | undefined, string, () => void][] = [
    [environment, 'online', onWake],
    [environment, 'offline', onDoubt],
    [document, 'visibilitychange', () => document?.visibilityState === 'visible' && onWake()],
  ]
  for (const [source, type, handler] of sources) source?.addEventListener?.(type, handler)
  return () => {
    for (const [source, type, handler] of sources) source?.removeEventListener?.(type, handler)
  }
}
