import type { Emitter, HandlerFailure } from '../runtime/emitter.ts'
import type { LiveParty, PartyEventMap } from './live-party.ts'
import type { PartyMessage } from './message.ts'
import type { PartySnapshot } from './state.ts'

type FeedEvents = PartyEventMap & { change: undefined }

/** Told when a handler of a party fails. */
export type PartyHandlerFailure = HandlerFailure<FeedEvents>

/** What a member has sent; the player's own where it says so. */
export type ReceivedData = Omit<PartyMessage<Uint8Array>, 'own'> & { readonly own?: true }

/** What a live party is fed with, by nobody but the socket. */
export interface Feed {
  readonly emitter: Emitter<FeedEvents>
  snapshot: PartySnapshot
  /** Messages that arrived before anybody listened; `undefined` from then on. */
  kept: ReceivedData[] | undefined
}

/** The same, with the party. */
export interface PartyFeed extends Feed {
  readonly party: LiveParty
}

const maxKept = 100

export function deliver(feed: Feed, message: ReceivedData): void {
  if (!feed.kept) feed.emitter.emit('data', { own: false, ...message })
  // Cut off now and then: to take the first one out of a full list for each that comes would cost more.
  else if (feed.kept.push(message) > 2 * maxKept) feed.kept.splice(0, maxKept)
}

/** Somebody listens. Handing out waits for whoever else begins to listen in the same run of code. */
export function release(feed: Feed): void {
  queueMicrotask(() => {
    const { kept = [] } = feed
    feed.kept = undefined
    for (const message of kept.slice(-maxKept)) deliver(feed, message)
  })
}
