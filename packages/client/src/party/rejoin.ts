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
  /** Asks for anything about a party; what counts is whether it is found. */
  probe(partyId: string): Promise<unknown>
  /** Takes a party out that the player is not in any more. */
  end(partyId: string): void
  tell(rejoin: PartyRejoin): void
}

/**
 * How long a server may take a lost connection for alive, and so for a member, in milliseconds: Nakama waits 25
 * seconds for its pong. For so long a full party is tried again.
 */
const ghostMs = 30_000

/** How long to wait before each try, in milliseconds. */
const retryMs = 5_000

interface Absence {
  /** The end of the wait that is under way. */
  timer: TimerHandle | undefined
  /** Whether the game was told that the leader was asked. */
  isAsked: boolean
}

/** Brings the player back into its parties after a reconnect. */
export class Rejoin {
  readonly #parts: RejoinParts
  /** The parties that the player is not back in yet. */
  readonly #absent = new Map<LiveParty, Absence>()

  constructor(parts: RejoinParts) {
    this.#parts = parts
  }

  /** The connection was made again. */
  start(parties: readonly LiveParty[]): void {
    const until = this.#parts.clock.now() + ghostMs
    for (const party of parties) {
      this.#absent.set(party, { timer: undefined, isAsked: false })
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
    const { join, rejoin, end, timeoutMs, clock } = this.#parts
    const { partyId } = party
    try {
      const isWanted = typeof rejoin === 'function' ? rejoin(party.getSnapshot()) : rejoin
      if (!isWanted) {
        this.#forget(party)
        return end(partyId)
      }
      await join(partyId)
      // One that was open may be closed by now.
      this.#later(party, party.open ? timeoutMs : 0, () => {
        this.#asked(party)
        this.#later(party, ghostMs, () => void this.#probe(party))
      })
    } catch (cause) {
      const error = PartyError.from(cause)
      const isAsked = error.code === 'party_join_request_duplicate'
      const isFull = error.code === 'party_full' && clock.now() < until
      // The server takes one request of each player. That of the lost connection can no longer be accepted.
      if (isAsked) this.#asked(party)
      if (isAsked || isFull) this.#later(party, retryMs, () => void this.#join(party, until))
      else this.#failed(party, error)
    }
  }

  #asked(party: LiveParty): void {
    const absence = this.#absent.get(party)
    if (!absence || absence.isAsked) return
    absence.isAsked = true
    this.#parts.tell({ outcome: 'requested', partyId: party.partyId, party, error: undefined })
  }

  /** A party that ends takes the requests along and tells nobody: if all its members were lost connections, say. */
  async #probe(party: LiveParty): Promise<void> {
    const error = await this.#parts.probe(party.partyId).then(() => undefined, PartyError.from)
    if (error && isGone(error)) this.#failed(party, error)
    else this.#later(party, ghostMs, () => void this.#probe(party))
  }

  #failed(party: LiveParty, error: PartyError): void {
    if (!this.#absent.has(party) || party.ended) return
    const { partyId } = party
    this.#forget(party)
    this.#parts.end(partyId)
    this.#parts.tell({ outcome: isGone(error) ? 'gone' : 'failed', partyId, party, error })
  }

  #later(party: LiveParty, delayMs: number, act: () => void): void {
    const absence = this.#absent.get(party)
    if (!absence) return
    if (party.ended) this.#forget(party)
    else absence.timer = this.#parts.clock.setTimeout(act, delayMs)
  }

  #forget(party: LiveParty): void {
    this.#parts.clock.clearTimeout(this.#absent.get(party)?.timer)
    this.#absent.delete(party)
  }
}

function isGone({ code }: PartyError): boolean {
  return code === 'party_not_found' || code === 'party_closed'
}
