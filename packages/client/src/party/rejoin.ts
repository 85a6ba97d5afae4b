import type { Clock, TimerHandle } from '@party/protocol'
import { PartyError } from '../error.ts'
import type { LiveParty } from './live-party.ts'
import type { PartySnapshot } from './state.ts'

/** Which parties the player comes back into after a reconnect: all, none, or those that the game chooses. */
export type RejoinChoice = boolean | ((party: PartySnapshot) => boolean)

interface Outcome {
  readonly partyId: string
  /** The same object as before the connection was lost. */
  readonly party: LiveParty
}

/**
 * What became of a party that the player was in when the connection was lost.
 *
 * - `rejoined`: the player is in it again. The party has told before what is different in it.
 * - `requested`: it is closed, and its leader was asked. `rejoined` follows if the leader says yes; a no is not
 *   told, and the party stays `stale` until the game leaves it.
 * - `gone`: there is no such party any more.
 * - `failed`: the player could not come back, for the reason that `error` gives.
 *
 * With the last two the party has ended, as `disconnected`.
 */
export type PartyRejoin =
  | (Outcome & { readonly outcome: 'rejoined' | 'requested'; readonly error: undefined })
  | (Outcome & { readonly outcome: 'gone' | 'failed'; readonly error: PartyError })

interface RejoinParts {
  readonly clock: Clock
  /** Milliseconds within which an open party lets the player in. */
  readonly timeoutMs: number
  readonly rejoin: RejoinChoice
  /** Joins, and resolves when the server has taken note. */
  join(partyId: string): Promise<unknown>
  /** Takes a party out that the player is not in any more. */
  end(partyId: string): void
  tell(rejoin: PartyRejoin): void
}

/**
 * How long a full party is tried again, in milliseconds: a server may count the lost connection as a member until
 * it misses its pongs, which with Nakama takes 25 seconds.
 */
const ghostMs = 30_000

/** How long to wait before each of these tries, in milliseconds. */
const retryMs = 5_000

/** Brings the player back into its parties after a reconnect. */
export class Rejoin {
  readonly #parts: RejoinParts
  /** The parties that the player is not back in yet, each with the timer it waits for. */
  readonly #absent = new Map<LiveParty, TimerHandle>()

  constructor(parts: RejoinParts) {
    this.#parts = parts
  }

  /** The connection was made again. */
  start(parties: readonly LiveParty[]): void {
    const until = this.#parts.clock.now() + ghostMs
    for (const party of parties) {
      this.#absent.set(party, undefined)
      void this.#join(party, until)
    }
  }

  /** The connection was lost, or is over. */
  stop(): void {
    for (const party of this.#absent.keys()) this.#forget(party)
  }

  /** The player is in a party. */
  entered(partyId: string): void {
    for (const party of this.#absent.keys()) {
      if (party.partyId !== partyId || party.ended) continue
      this.#forget(party)
      this.#parts.tell({ outcome: 'rejoined', partyId, party, error: undefined })
    }
  }

  async #join(party: LiveParty, until: number): Promise<void> {
    const { join, rejoin, end, tell, timeoutMs, clock } = this.#parts
    const { partyId } = party
    const requested = () => tell({ outcome: 'requested', partyId, party, error: undefined })
    try {
      const isWanted = typeof rejoin === 'function' ? rejoin(party.getSnapshot()) : rejoin
      if (!isWanted) {
        this.#forget(party)
        return end(partyId)
      }
      await join(partyId)
      // One that was open may be closed by now.
      this.#later(party, party.open ? timeoutMs : 0, requested)
    } catch (cause) {
      if (!this.#absent.has(party) || party.ended) return
      const error = PartyError.from(cause)
      if (error.code === 'party_join_request_duplicate') return requested()
      if (error.code === 'party_full' && clock.now() < until) {
        return this.#later(party, retryMs, () => void this.#join(party, until))
      }
      this.#forget(party)
      end(partyId)
      const isGone = error.code === 'party_not_found' || error.code === 'party_closed'
      tell({ outcome: isGone ? 'gone' : 'failed', partyId, party, error })
    }
  }

  #later(party: LiveParty, delayMs: number, act: () => void): void {
    if (!this.#absent.has(party)) return
    const timer = this.#parts.clock.setTimeout(() => {
      if (!party.ended) act()
    }, delayMs)
    this.#absent.set(party, timer)
  }

  #forget(party: LiveParty): void {
    this.#parts.clock.clearTimeout(this.#absent.get(party))
    this.#absent.delete(party)
  }
}
