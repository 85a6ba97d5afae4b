import { isDeepStrictEqual } from 'node:util'
import type { Player } from './player.ts'
import type { Stage } from './stage.ts'

/** What each player has to see in a scene, in order; a player that is not named must see nothing. */
export type Expected = Readonly<Record<string, readonly string[]>>

/** Plays scene after scene, and checks that each player sees exactly what is expected, in that order. */
export class Scenes {
  readonly cast: Player[] = []
  /** How many were played. */
  count = 0
  /** How many events the players have seen. */
  events = 0
  readonly #stage: Stage

  constructor(stage: Stage) {
    this.#stage = stage
  }

  /**
   * Something happens, and everyone sees what there is to see.
   *
   * Rejects with the first difference, or as the act does.
   */
  async play<T>(
    actor: { readonly name: string },
    text: string,
    act: () => Promise<T>,
    expected: Expected,
  ): Promise<T> {
    this.#stage.action(actor.name, text)
    const result = await act()
    await Promise.all(this.cast.map((player) => player.hasSeen(expected[player.name]?.length ?? 0)))
    // A round trip on every line that is open: whatever else was on its way has arrived now.
    const connected = this.cast.filter(({ socket }) => socket.state === 'open')
    await Promise.all(connected.map((player) => player.socket.ping()))
    for (const player of this.cast) {
      const seen = player.takeSeen()
      check(`what ${player.name} saw`, seen, expected[player.name] ?? [])
      for (const line of seen) this.#stage.event(player.name, line)
      this.events += seen.length
    }
    this.count++
    return result
  }
}

/** Stops the story where something is not as it should be. */
export function check(what: string, seen: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(seen, wanted)) {
    throw new Error(`${what}: ${JSON.stringify(seen)} and not ${JSON.stringify(wanted)}`)
  }
}
