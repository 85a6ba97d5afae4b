import type { EnvelopeMessage, PartyData } from '@party/protocol'
import type { Reply } from '../connection/requests.ts'
import type { PartyError } from '../error.ts'
import { Emitter, type Undo } from '../runtime/emitter.ts'
import { nobody } from '../socket/messages.ts'
import type { SocketCalls } from '../socket/socket-calls.ts'
import type { LiveParty } from './live-party.ts'
import { PartyFeed, type PartyHandlerFailure } from './party-feed.ts'
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
    return this.#feeds.size
  }

  get(partyId: string): LiveParty | undefined {
    return this.#feeds.get(partyId)?.party
  }

  [Symbol.iterator](): Iterator<LiveParty> {
    return this.#list[Symbol.iterator]()
  }

  readonly getSnapshot = (): readonly LiveParty[] => this.#list

  readonly subscribe = (listener: () => unknown): Undo => this.#changed.on('change', listener)

  /** Takes what the server sends unasked. */
  receive(message: PartyInput): void {
    if (message.case === 'partyData') return this.#deliver(message.value)
    const partyId = partyIdOf(message)
    const feed = this.#feeds.get(partyId)
    if (feed) return this.#apply(feed, message)
    const [entered] = reduce(undefined, message)
    if (!entered) return
    const added = new PartyFeed(entered, this.#calls, this.#onFailure)
    this.#feeds.set(partyId, added)
    this.#relist()
    for (const data of this.#early.splice(0)) this.#deliver(data)
  }

  /** Takes a request that the server has granted, with the reply: what was asked for is so from now on. */
  replied(request: EnvelopeMessage, reply: Reply): void {
    if (request.case === 'partyJoinRequestList' && reply?.case === 'partyJoinRequest') {
      return this.receive({ case: 'listed', value: reply.value })
    }
    this.receive(request)
    if (reply) this.receive(reply)
  }

  /** Takes what follows from the error of a call: the server may know better what the party is like. */
  refused({ code, operation, partyId = '' }: PartyError): void {
    const feed = this.#feeds.get(partyId)
    if (!feed || feed.snapshot.stale) return
    if (code === 'party_not_found' || code === 'party_closed') this.end(partyId, 'closed')
    else if (code === 'party_member_not_found' && operation === 'sendPartyData') this.end(partyId, 'left')
    else if (code === 'party_accept_failed' || code === 'party_join_request_not_found')
      this.#listRequests(partyId)
  }

  /** The connection was lost. While it is made again the parties stay, and their members may come back into them. */
  lost(willReconnect: boolean): void {
    this.#early.length = 0
    for (const feed of [...this.#feeds.values()]) {
      this.#apply(feed, willReconnect ? { case: 'lost' } : { case: 'ended', cause: 'disconnected' })
    }
  }

  /** A party has ended for the player, who has not been told so. */
  end(partyId: string, cause: PartyEnd): void {
    const feed = this.#feeds.get(partyId)
    if (feed) this.#apply(feed, { case: 'ended', cause })
  }

  #apply(feed: PartyFeed, input: PartyInput): void {
    const before = feed.snapshot
    const { partyId } = before
    const [after = before, changes] = reduce(before, input)
    feed.show(after)
    const isOver = after.ended || input.case === 'partyClose'
    if (isOver && this.#feeds.get(partyId) === feed) {
      this.#feeds.delete(partyId)
      this.#relist()
    }
    if (isOver && !after.ended) void this.#askForCause(feed)
    if (leadsAnew(before, after)) this.#listRequests(partyId)
    feed.tell(changes)
    if (after !== before) feed.emitter.emit('change', undefined)
  }

  #deliver(data: PartyData): void {
    const feed = this.#feeds.get(data.partyId)
    const message = { ...data, presence: data.presence ?? nobody(), own: false }
    if (feed) feed.deliver(message)
    else if (this.#early.push(data) > maxEarly) this.#early.shift()
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
  async #askForCause(feed: PartyFeed): Promise<void> {
    const asked = this.#calls.listPartyJoinRequests(feed.snapshot.partyId)
    const cause = await asked.then(
      () => 'kicked' as const,
      ({ code }: PartyError) => (code === 'party_leader_only' ? 'kicked' : 'closed'),
    )
    this.#apply(feed, { case: 'ended', cause })
  }
}

function leadsAnew(before: PartySnapshot, after: PartySnapshot): boolean {
  return after.isLeader && !after.stale && !after.ended && (!before.isLeader || before.stale)
}

function partyIdOf(input: PartyInput): string {
  if (!('value' in input)) return ''
  const { value } = input
  if ('partyId' in value) return value.partyId
  return input.case === 'matchmakerMatched' ? (input.value.self?.partyId ?? '') : ''
}
