import type { UserPresence } from '@party/protocol'

/** A presence whose three names all derive from one, for tests that read as stories. */
export function player(name: string): UserPresence {
  return {
    userId: `user-${name}`,
    sessionId: `session-${name}`,
    username: name,
    persistence: false,
    status: undefined,
  }
}
