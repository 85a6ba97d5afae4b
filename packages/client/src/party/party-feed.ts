import type { Emitter, HandlerFailure } from '../runtime/emitter.ts'
import type { LiveParty, PartyEventMap } from './live-party.ts'
import type { PartyMessage } from './message.ts'
import type { PartySnapshot } from './state.ts'

type FeedEvents = PartyEventMap & { change: undefined }

/** Told when a handler of a party fails. */
export type PartyHandlerFailure = HandlerFailure<FeedEvents>

/** What a live party is fed with, by nobody but the socket. */
export interface Feed {
  readonly emitter: Emitter<FeedEvents>
  snapshot: PartySnapshot
  /** Messages that arrived before anybody listened; `undefined` from then on. */
  kept: PartyMessage<Uint8Array>[] | undefined
}

/** The same, with the party. */
export interface PartyFeed extends Feed {
  readonly party: LiveParty
}

const maxKept = 100

export function deliver({ kept, emitter }: Feed, message: PartyMessage<Uint8Array>): void {
  if (!kept) emitter.emit('data', message)
  else if (kept.push(message) > maxKept) kept.shift()
}

/** Somebody listens. Handing out waits for whoever else begins to listen in the same run of code. */
export function release(feed: Feed): void {
  queueMicrotask(() => {
    const { kept = [] } = feed
    feed.kept = undefined
    for (const message of kept) deliver(feed, message)
  })
}
