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

/** Keeps the parties of a socket. All but `parties` is for the socket alone. */
export interface PartyRegistry {
  readonly parties: Parties
  /** Takes what the server says, or what else there is to know of a party. */
  receive(input: PartyInput, partyId?: string): void
  /** Takes a request that the server has granted, with the reply: what was asked for is so from now on. */
  replied(request: EnvelopeMessage, reply: Reply): void
  /** Takes what follows from the error of a call: the server may know better what the party is like. */
  refused(error: PartyError): void
  /** The connection was lost. While it is made again the parties stay, and their members may come back into them. */
  lost(willReconnect: boolean): void
  /** A party has ended for the player, who has not been told so. */
  end(partyId: string, cause: PartyEnd): void
}

const maxEarly = 100

export function partyRegistry(calls: SocketCalls, onFailure: PartyHandlerFailure): PartyRegistry {
  const feeds = new Map<string, PartyFeed>()
  const emitter = new Emitter<{ change: undefined }>(onFailure)
  /** Data of parties that the player is about to be told of: the server does not always keep the order. */
  const early: PartyData[] = []
  let list: readonly LiveParty[] = Object.freeze([])

  function receive(input: PartyInput, partyId = partyIdOf(input)): void {
    const feed = feeds.get(partyId)
    if (input.case === 'partyData') {
      // The client's reading makes sure that everybody is there.
      if (feed) deliver(feed, input.value as PartyData & { presence: UserPresence })
      else if (early.push(input.value) > maxEarly) early.shift()
    } else if (feed) {
      apply(feed, input)
    } else {
      const [snapshot] = reduce(undefined, input)
      if (snapshot) enter(snapshot)
    }
  }

  function enter(snapshot: PartySnapshot): void {
    const feed: Feed = { snapshot, kept: [], emitter: new Emitter(onFailure) }
    const party = Object.assign(new LiveParty(feed, calls), snapshot)
    feeds.set(snapshot.partyId, Object.assign(feed, { party }))
    relist()
    for (const value of early.splice(0)) receive({ case: 'partyData', value })
  }

  function apply(feed: PartyFeed, input: PartyInput): void {
    const before = feed.snapshot
    const { partyId } = before
    const [after = before, changes] = reduce(before, input)
    feed.snapshot = after
    Object.assign(feed.party, after)
    if (after.ended || input.case === 'partyClose') {
      // Another feed is of a membership that has begun since.
      if (feeds.get(partyId) === feed) {
        feeds.delete(partyId)
        relist()
      }
      if (!after.ended) askForCause(feed)
    }
    if (leads(after) && !leads(before)) listRequests(partyId)
    for (const [event, payload] of changes) feed.emitter.emit(event, payload)
    if (after !== before) feed.emitter.emit('change', undefined)
  }

  function relist(): void {
    list = Object.freeze([...feeds.values()].map(({ party }) => party))
    emitter.emit('change', undefined)
  }

  /** A new leader is not told who has been waiting. What the list says is taken like every reply. */
  function listRequests(partyId: string): void {
    calls.listPartyJoinRequests(partyId).catch(({ code }: PartyError) => {
      // Without the answer whoever has been waiting would wait for ever.
      const feed = feeds.get(partyId)
      if (code === 'timeout' && feed && leads(feed.snapshot)) listRequests(partyId)
    })
  }

  /**
   * Whether the player was removed or everyone: the server refuses the same request in another way. It is one that
   * changes nothing, whoever may be in the party meanwhile.
   */
  function askForCause(feed: PartyFeed): void {
    const close = (value: PartyEnd) => apply(feed, { case: 'ended', value })
    calls.listPartyJoinRequests(feed.snapshot.partyId).then(
      () => close('kicked'),
      ({ code }: PartyError) => close(code === 'party_leader_only' ? 'kicked' : 'closed'),
    )
  }

  function end(partyId: string, value: PartyEnd): void {
    receive({ case: 'ended', value }, partyId)
  }

  return {
    parties: {
      get size() {
        return list.length
      },
      get: (partyId) => feeds.get(partyId)?.party,
      getSnapshot: () => list,
      subscribe: (listener) => emitter.on('change', listener),
      [Symbol.iterator]: () => list.values(),
    },

    receive,

    replied(request, reply) {
      receive(request)
      // As an event the message says who else has asked, as a reply who has asked at all.
      if (reply) receive(reply.case === 'partyJoinRequest' ? { case: 'listed', value: reply.value } : reply)
    },

    refused(error) {
      const { code, operation, partyId = '' } = error
      const feed = feeds.get(partyId)
      if (!feed || feed.snapshot.stale) return
      if (isGone(error)) end(partyId, 'closed')
      if (code === 'party_member_not_found' && operation === 'sendPartyData') end(partyId, 'left')
      if (operation === 'acceptPartyMember') listRequests(partyId)
    },

    lost(willReconnect) {
      early.length = 0
      for (const { partyId } of list) {
        if (willReconnect) receive({ case: 'lost', value: undefined }, partyId)
        else end(partyId, 'disconnected')
      }
    },

    end,
  }
}

/** Whether there is no such party, or none any more. */
export function isGone({ code }: PartyError): boolean {
  return /^party_(not_found|closed)$/.test(code)
}

function leads({ isLeader, stale }: PartySnapshot): boolean {
  return isLeader && !stale
}

function partyIdOf(input: PartyInput): string {
  const { value }: { value?: { partyId?: string; self?: object } } = input as object
  // A match names the party with the player.
  return value?.partyId ?? (value?.self as typeof value)?.partyId ?? ''
}
