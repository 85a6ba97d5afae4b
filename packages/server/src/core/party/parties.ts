import type { EnvelopeMessage, PartyDataSend, PartyUpdate, UserPresence } from '@party/protocol'
import { sendData } from './data.ts'
import { close, listJoinRequests, promote, update } from './leadership.ts'
import { accept, create, join, leave, type NewParty, remove } from './membership.ts'
import {
  type Accepted,
  isLeader,
  type Outcome,
  type PartyEffect,
  type PartyRefusal,
  type PartyState,
  refused,
} from './state.ts'

/** Answers the request at hand; without a message the answer is an empty acknowledgement. */
export type Answer = (message?: EnvelopeMessage) => void

/** What the parties need to know of, and tell, the world around them. */
export interface PartiesContext {
  /** Whether a session is still connected. */
  isOnline(sessionId: string): boolean
  /** A session may be in one party only: whoever enters a party leaves every other. */
  readonly singleParty: boolean
  /** Carries out what follows from a transition, in order. */
  perform(partyId: string, effects: readonly PartyEffect[], answer: Answer | undefined): void
  /** A party is no more. */
  ended(partyId: string): void
}

/** Every party at one moment, and who is in it. */
export interface SavedParties {
  readonly parties: readonly PartyState[]
  /** Session id → party ids, in the order of entering. */
  readonly memberships: ReadonlyMap<string, readonly string[]>
}

/** Every party of a node: finds the party a request means, applies the rules, and keeps who is where. */
export class Parties {
  readonly #context: PartiesContext
  readonly #parties = new Map<string, PartyState>()
  /** Session id → the parties it is a member of, in the order of entering. */
  readonly #memberships = new Map<string, readonly string[]>()

  constructor(context: PartiesContext) {
    this.#context = context
  }

  get size(): number {
    return this.#parties.size
  }

  has(partyId: string): boolean {
    return this.#parties.has(partyId)
  }

  get(partyId: string): PartyState | undefined {
    return this.#parties.get(partyId)
  }

  values(): IterableIterator<PartyState> {
    return this.#parties.values()
  }

  /** What `load` puts back. */
  save(): SavedParties {
    // What the maps hold is never changed in place, so holding it is enough.
    return { parties: [...this.#parties.values()], memberships: new Map(this.#memberships) }
  }

  /** Puts the parties of an earlier moment in place of those there are. Nobody is told. */
  load({ parties, memberships }: SavedParties): void {
    this.#parties.clear()
    for (const party of parties) this.#parties.set(party.partyId, party)
    this.#memberships.clear()
    for (const [sessionId, ids] of memberships) this.#memberships.set(sessionId, ids)
  }

  create(party: NewParty, answer: Answer): void {
    this.#commit(party.partyId, create(party), answer)
  }

  join(partyId: string, joiner: UserPresence, answer: Answer): PartyRefusal | undefined {
    return this.#apply(partyId, answer, (party) => join(party, joiner))
  }

  /** Leaving a party one is not in, or that does not exist, succeeds like any other leaving. */
  leave(partyId: string, leaver: UserPresence, answer: Answer): void {
    const party = this.#parties.get(partyId)
    if (party === undefined) answer()
    else this.#commit(partyId, leave(party, leaver.sessionId), answer)
  }

  accept(
    partyId: string,
    by: UserPresence,
    requester: UserPresence,
    answer: Answer,
  ): PartyRefusal | undefined {
    return this.#apply(partyId, answer, (party) =>
      accept(party, by.sessionId, requester, (sessionId) => this.#context.isOnline(sessionId)),
    )
  }

  remove(partyId: string, by: UserPresence, target: UserPresence, answer: Answer): PartyRefusal | undefined {
    return this.#apply(partyId, answer, (party) => remove(party, by.sessionId, target))
  }

  promote(partyId: string, by: UserPresence, target: UserPresence, answer: Answer): PartyRefusal | undefined {
    return this.#apply(partyId, answer, (party) => promote(party, by.sessionId, target))
  }

  close(partyId: string, by: UserPresence, answer: Answer): PartyRefusal | undefined {
    return this.#apply(partyId, answer, (party) => close(party, by.sessionId))
  }

  update(partyId: string, by: UserPresence, change: PartyUpdate, answer: Answer): PartyRefusal | undefined {
    return this.#apply(partyId, answer, (party) => update(party, by.sessionId, change))
  }

  listJoinRequests(partyId: string, by: UserPresence, answer: Answer): PartyRefusal | undefined {
    return this.#apply(partyId, answer, (party) => listJoinRequests(party, by.sessionId))
  }

  sendData(
    partyId: string,
    from: UserPresence,
    data: PartyDataSend,
    answer: Answer,
  ): PartyRefusal | undefined {
    return this.#apply(partyId, answer, (party) => sendData(party, from.sessionId, data))
  }

  /** The party, when this session leads it; otherwise why a leader's request is refused. */
  ledBy(partyId: string, sessionId: string): PartyState | PartyRefusal {
    const party = this.#parties.get(partyId)
    if (party === undefined) return 'party not found'
    return isLeader(party, sessionId) ? party : 'party leader only'
  }

  /** A session is gone: it leaves every party it was in. Its join requests stay until a leader handles them. */
  sessionEnded(sessionId: string): void {
    for (const partyId of this.#memberships.get(sessionId) ?? []) this.#depart(partyId, sessionId)
  }

  /** Ends the parties that nobody is in, which only a maximum of 0 can leave behind. They end without a word. */
  endIdle(): void {
    for (const party of this.#parties.values()) if (party.members.length === 0) this.#end(party)
  }

  #apply(partyId: string, answer: Answer, rule: (party: PartyState) => Outcome): PartyRefusal | undefined {
    const party = this.#parties.get(partyId)
    if (party === undefined) return refused('party not found').reason
    const outcome = rule(party)
    if (outcome.ok) this.#commit(partyId, outcome, answer)
    else if (outcome.state !== undefined) this.#parties.set(partyId, outcome.state)
    return outcome.ok ? undefined : outcome.reason
  }

  #commit(partyId: string, outcome: Accepted, answer: Answer | undefined): void {
    const before = this.#parties.get(partyId)
    const after = outcome.state
    if (after === undefined) {
      if (before !== undefined) this.#end(before)
    } else if (after !== before) {
      this.#parties.set(partyId, after)
      if (before?.members !== after.members) this.#track(before, after)
    }
    this.#context.perform(partyId, outcome.effects, answer)
  }

  /** Both lists are in the order of joining, so who entered stands at the end and who left is missing in between. */
  #track(before: PartyState | undefined, after: PartyState): void {
    let kept = 0
    for (const member of before?.members ?? []) {
      if (member === after.members[kept]) kept++
      else this.#forget(member.sessionId, after.partyId)
    }
    for (const member of after.members.slice(kept)) {
      this.#leaveOthers(member, after.partyId)
      const parties = this.#memberships.get(member.sessionId) ?? []
      this.#memberships.set(member.sessionId, [...parties, after.partyId])
    }
  }

  #leaveOthers(entering: UserPresence, partyId: string): void {
    if (!this.#context.singleParty) return
    for (const other of this.#memberships.get(entering.sessionId) ?? []) {
      if (other !== partyId) this.#depart(other, entering.sessionId)
    }
  }

  /** A leaving that nobody asked for by a request, so that nobody is answered. */
  #depart(partyId: string, sessionId: string): void {
    const party = this.#parties.get(partyId)
    if (party !== undefined) this.#commit(partyId, leave(party, sessionId), undefined)
  }

  #end(party: PartyState): void {
    this.#parties.delete(party.partyId)
    for (const member of party.members) this.#forget(member.sessionId, party.partyId)
    this.#context.ended(party.partyId)
  }

  #forget(sessionId: string, partyId: string): void {
    const parties = (this.#memberships.get(sessionId) ?? []).filter((other) => other !== partyId)
    if (parties.length > 0) this.#memberships.set(sessionId, parties)
    else this.#memberships.delete(sessionId)
  }
}
