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

/** What a platform's events mean for a connection. */
export interface EnvironmentListener {
  /** The player is back, or the network: there is no reason to wait any longer. */
  onWake(): void
  /** The network is gone, as far as the platform knows. */
  onDoubt(): void
}

/** Listens to the platform until the function that is returned is called. */
export function watchEnvironment(environment: Environment, listener: EnvironmentListener): Undo {
  const { document } = environment
  const wake = () => listener.onWake()
  const sources: [EventSource | undefined, string, () => void][] = [
    [environment, 'online', wake],
    [environment, 'offline', () => listener.onDoubt()],
    [document, 'visibilitychange', () => document?.visibilityState === 'visible' && wake()],
  ]
  for (const [source, type, handler] of sources) source?.addEventListener?.(type, handler)
  return () => {
    for (const [source, type, handler] of sources) source?.removeEventListener?.(type, handler)
  }
}
