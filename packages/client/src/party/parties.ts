import type { EnvelopeMessage, PartyData, UserPresence } from '@party/protocol'
import type { Reply } from '../connection/requests.ts'
import type { PartyError } from '../error.ts'
import { Emitter, type Undo } from '../runtime/emitter.ts'
import type { SocketCalls } from '../socket/socket-calls.ts'
import { LiveParty } from './live-party.ts'
import { deliver, type Feed, type PartyFeed, type PartyHandlerFailure } from './party-feed.ts'
import { type PartyEnd, type PartyInput, type PartySnapshot, reduce } from './state.ts'

/** The parties that a player is in, in the order of entering. */
export interface Parties extends Iterable<LiveParty> {
  readonly size: number
  /** The party of this id; `undefined` if the player is not in it. */
  get(partyId: string): LiveParty | undefined
  /** The parties as a frozen list: the same one until the player enters a party or one ends. It needs no `this`. */
  getSnapshot(): readonly LiveParty[]
  /** Calls the listener whenever the player has entered a party, or one has ended. It needs no `this`. */
  subscribe(listener: () => unknown): Undo
}

const maxEarly = 100

/** Keeps the parties of a socket as the server tells them. */
export class PartyRegistry implements Parties {
  readonly #calls: SocketCalls
  readonly #onFailure: PartyHandlerFailure
  readonly #feeds = new Map<string, PartyFeed>()
  readonly #changed: Emitter<{ change: undefined }>
  /** Data of parties that the player is about to be told of: the server does not always keep the order. */
  readonly #early: PartyData[] = []
  #list: readonly LiveParty[] = Object.freeze([])

  constructor(calls: SocketCalls, onFailure: PartyHandlerFailure) {
    this.#calls = calls
    this.#onFailure = onFailure
    this.#changed = new Emitter(onFailure)
  }

  get size(): number {
    return this.#list.length
  }

  get(partyId: string): LiveParty | undefined {
    return this.#feeds.get(partyId)?.party
  }

  [Symbol.iterator](): Iterator<LiveParty> {
    return this.#list[Symbol.iterator]()
  }

  readonly getSnapshot = (): readonly LiveParty[] => this.#list

  readonly subscribe = (listener: () => unknown): Undo => this.#changed.on('change', listener)

  /** Takes what the server says, and what else there is to know of a party. */
  receive(input: PartyInput, partyId = partyIdOf(input)): void {
    const feed = this.#feeds.get(partyId)
    if (input.case === 'partyData') {
      if (!feed) {
        if (this.#early.push(input.value) > maxEarly) this.#early.shift()
        return
      }
      // The client's reading makes sure that everybody is there.
      return deliver(feed, { ...input.value, presence: input.value.presence as UserPresence, own: false })
    }
    if (feed) return this.#apply(feed, input)
    const [entered] = reduce(undefined, input)
    if (!entered) return
    const added: Feed = { snapshot: entered, kept: [], emitter: new Emitter(this.#onFailure) }
    const party = Object.assign(new LiveParty(added, this.#calls), entered)
    this.#feeds.set(partyId, Object.assign(added, { party }))
    this.#relist()
    for (const value of this.#early.splice(0)) this.receive({ case: 'partyData', value })
  }

  /** Takes a request that the server has granted, with the reply: what was asked for is so from now on. */
  replied(request: EnvelopeMessage, reply: Reply): void {
    this.receive(request)
    // As an event the message says who else has asked, as a reply who has asked at all.
    if (reply) this.receive(reply.case === 'partyJoinRequest' ? { ...reply, case: 'listed' } : reply)
  }

  /** Takes what follows from the error of a call: the server may know better what the party is like. */
  refused({ code, operation, partyId = '' }: PartyError): void {
    const party = this.get(partyId)
    if (party?.stale !== false) return
    if (code === 'party_not_found' || code === 'party_closed') this.end(partyId, 'closed')
    if (code === 'party_member_not_found' && operation === 'sendPartyData') this.end(partyId, 'left')
    if (operation === 'acceptPartyMember') this.#listRequests(partyId)
  }

  /** The connection was lost. While it is made again the parties stay, and their members may come back into them. */
  lost(willReconnect: boolean): void {
    this.#early.length = 0
    for (const { partyId } of this.#list) {
      this.receive(willReconnect ? { case: 'lost' } : { case: 'ended', cause: 'disconnected' }, partyId)
    }
  }

  /** A party has ended for the player, who has not been told so. */
  end(partyId: string, cause: PartyEnd): void {
    if (this.get(partyId)) this.receive({ case: 'ended', cause }, partyId)
  }

  #apply(feed: PartyFeed, input: PartyInput): void {
    const before = feed.snapshot
    const { partyId } = before
    const [after = before, changes] = reduce(before, input)
    feed.snapshot = after
    Object.assign(feed.party, after)
    if (after.ended || input.case === 'partyClose') {
      // Another feed is of a membership that has begun since.
      if (this.#feeds.get(partyId) === feed) {
        this.#feeds.delete(partyId)
        this.#relist()
      }
      if (!after.ended) this.#askForCause(feed)
    }
    if (leads(after) && !leads(before)) this.#listRequests(partyId)
    for (const [event, payload] of changes) feed.emitter.emit(event, payload)
    if (after !== before) feed.emitter.emit('change', undefined)
  }

  #relist(): void {
    this.#list = Object.freeze([...this.#feeds.values()].map(({ party }) => party))
    this.#changed.emit('change', undefined)
  }

  /** A new leader is not told who has been waiting. What the list says is taken like every reply. */
  #listRequests(partyId: string): void {
    this.#calls.listPartyJoinRequests(partyId).catch(() => {})
  }

  /**
   * Whether the player was removed or everyone: the server refuses the same request in another way. It is one that
   * changes nothing, whoever may be in the party meanwhile.
   */
  #askForCause(feed: PartyFeed): void {
    const end = (cause: PartyEnd) => this.#apply(feed, { case: 'ended', cause })
    this.#calls.listPartyJoinRequests(feed.snapshot.partyId).then(
      () => end('kicked'),
      ({ code }: PartyError) => end(code === 'party_leader_only' ? 'kicked' : 'closed'),
    )
  }
}

function leads({ isLeader, stale }: PartySnapshot): boolean {
  return isLeader && !stale
}

function partyIdOf(input: PartyInput): string {
  const { value }: { value?: { partyId?: string; self?: object } } = input as object
  // A match names the party with the player.
  return value?.partyId ?? (value?.self as typeof value)?.partyId ?? ''
}
