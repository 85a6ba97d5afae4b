import type { TimerHandle } from '@party/protocol'
import { type PartyError, toError } from '../error.ts'
import type { Settings } from '../settings.ts'
import type { SocketCalls } from '../socket/socket-calls.ts'
import type { LiveParty } from './live-party.ts'
import { isGone, type PartyRegistry } from './parties.ts'
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

/**
 * How long a server may take a lost connection for alive, and so for a member, in milliseconds: Nakama waits 25
 * seconds for its pong. For so long a full party is tried again.
 */
const ghostMs = 30_000

/** How long to wait before each try, in milliseconds. */
const retryMs = 5_000

/** Brings the player back into its parties after a reconnect. */
export interface Rejoin {
  /** The connection was made again. */
  start(parties: readonly LiveParty[]): void
  /** The connection was lost, or is over. */
  stop(): void
  /** The player is in a party. */
  entered(partyId: string): void
}

/**
 * @param calls what the game could do too: join, and ask for anything about a party.
 * @param registry where a party ends that the player does not come back into.
 */
export function createRejoin(
  { clock, timeoutMs, rejoin }: Pick<Settings, 'clock' | 'timeoutMs' | 'rejoin'>,
  calls: Pick<SocketCalls, 'joinParty' | 'listPartyJoinRequests'>,
  registry: Pick<PartyRegistry, 'end'>,
  tell: (rejoin: PartyRejoin) => void,
): Rejoin {
  /** The parties that the player is not back in yet, each with the timer it waits for. */
  const absent = new Map<LiveParty, TimerHandle>()

  /** Returns whether the player was still expected back. */
  function forget(party: LiveParty): boolean {
    clock.clearTimeout(absent.get(party))
    return absent.delete(party) && !party.ended
  }

  function bringBack(party: LiveParty): void {
    const { partyId } = party
    const until = clock.now() + ghostMs
    let isAsked = false

    const later = (delayMs: number, act: () => unknown) => {
      if (absent.has(party))
        absent.set(
          party,
          clock.setTimeout(() => party.ended || act(), delayMs),
        )
    }
    const asked = () => {
      if (isAsked || !absent.has(party)) return
      isAsked = true
      tell({ outcome: 'requested', partyId, party, error: undefined })
    }
    const failed = (cause: unknown) => {
      const error = toError(cause)
      if (!forget(party)) return
      registry.end(partyId, 'disconnected')
      tell({ outcome: isGone(error) ? 'gone' : 'failed', partyId, party, error })
    }
    /** A party that ends takes the requests along and tells nobody: if all its members were lost connections, say. */
    const look = () =>
      // What counts is whether the party is found.
      calls
        .listPartyJoinRequests(partyId)
        .catch((error) => isGone(error) && failed(error))
        .then(() => later(ghostMs, look))

    const attempt = async () => {
      try {
        if (!(typeof rejoin === 'function' ? rejoin(party.getSnapshot()) : rejoin)) {
          forget(party)
          return registry.end(partyId, 'disconnected')
        }
        await calls.joinParty(partyId)
        // One that was open may be closed by now.
        later(party.open ? timeoutMs : 0, () => {
          asked()
          later(ghostMs, look)
        })
      } catch (cause) {
        const { code } = toError(cause)
        // The server takes one request of each player. That of the lost connection can no longer be accepted.
        const isPending = code === 'party_join_request_duplicate'
        if (isPending) asked()
        if (isPending || (code === 'party_full' && clock.now() < until)) later(retryMs, attempt)
        else failed(cause)
      }
    }
    absent.set(party, undefined)
    void attempt()
  }

  return {
    start: (parties) => parties.forEach(bringBack),
    stop() {
      for (const party of absent.keys()) forget(party)
    },
    entered(partyId) {
      for (const party of absent.keys()) {
        if (party.partyId === partyId && forget(party)) {
          tell({ outcome: 'rejoined', partyId, party, error: undefined })
        }
      }
    },
  }
}
