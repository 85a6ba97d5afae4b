import { Emitter, type HandlerFailure } from '../runtime/emitter.ts'
import type { SocketCalls } from '../socket/socket-calls.ts'
import { LiveParty, type PartyEventMap } from './live-party.ts'
import type { PartyMessage } from './message.ts'
import type { PartyChange, PartySnapshot } from './state.ts'

type FeedEvents = PartyEventMap & { change: undefined }

/** Told when a handler of a party fails. */
export type PartyHandlerFailure = HandlerFailure<FeedEvents>

const maxKept = 100

/** What a live party is fed with, by nobody but the socket. */
export class PartyFeed {
  readonly emitter: Emitter<FeedEvents>
  readonly party: LiveParty
  snapshot: PartySnapshot
  /** Messages that arrived before anybody listened; `undefined` from then on. */
  #kept: PartyMessage<Uint8Array>[] | undefined = []

  constructor(snapshot: PartySnapshot, calls: SocketCalls, onFailure: PartyHandlerFailure) {
    this.emitter = new Emitter(onFailure)
    this.snapshot = snapshot
    this.party = Object.assign(new LiveParty(this, calls), snapshot)
  }

  /** Shows the party as it is now. */
  show(snapshot: PartySnapshot): void {
    this.snapshot = snapshot
    Object.assign(this.party, snapshot)
  }

  tell(changes: readonly PartyChange[]): void {
    for (const [event, payload] of changes) this.emitter.emit(event, payload)
  }

  deliver(message: PartyMessage<Uint8Array>): void {
    if (!this.#kept) this.emitter.emit('data', message)
    else if (this.#kept.push(message) > maxKept) this.#kept.shift()
  }

  /** Somebody listens. Handing out waits for whoever else begins to listen in the same run of code. */
  release(): void {
    queueMicrotask(() => {
      const kept = this.#kept ?? []
      this.#kept = undefined
      for (const message of kept) this.emitter.emit('data', message)
    })
  }
}
