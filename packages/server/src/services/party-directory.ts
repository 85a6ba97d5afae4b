import type { Clock, PartyList } from '@party/protocol'
import { Alarm } from '../alarm.ts'
import { type ListedParty, type ListingRequest, PartyIndex } from '../core/listing/index.ts'

/**
 * The parties that can be found. Changes gather and show together a while later, as on Nakama, so a party that
 * was just created is not listed yet.
 */
export class PartyDirectory {
  readonly #clock: Clock
  readonly #delayMs: number
  readonly #index = new PartyIndex()
  /** What is, or will be, listed of each party. */
  readonly #parties = new Map<string, ListedParty>()
  readonly #flush: Alarm

  constructor(clock: Clock, delayMs: number) {
    this.#clock = clock
    this.#delayMs = delayMs
    this.#flush = new Alarm(clock, () => this.#index.flush())
  }

  /** Lists a party, or changes what is listed of it; its time of creation stays. */
  put(party: Omit<ListedParty, 'createTime'>): void {
    const createTime = this.#parties.get(party.partyId)?.createTime ?? this.#clock.now()
    const listed = { ...party, createTime }
    this.#index.put(listed)
    this.#parties.set(party.partyId, listed)
    this.#flush.set(this.#delayMs)
  }

  delete(partyId: string): void {
    this.#parties.delete(partyId)
    this.#index.delete(partyId)
    this.#flush.set(this.#delayMs)
  }

  /** What `load` puts back. */
  save(): readonly ListedParty[] {
    return [...this.#parties.values()]
  }

  /** Puts the parties of an earlier moment in place of those there are. They show at once. */
  load(parties: readonly ListedParty[]): void {
    for (const partyId of this.#parties.keys()) this.#index.delete(partyId)
    this.#index.flush()
    this.#parties.clear()
    for (const party of parties) {
      this.#parties.set(party.partyId, party)
      this.#index.put(party)
    }
    this.#index.flush()
    this.#flush.clear()
  }

  /** @throws {ListingError} as `PartyIndex.list`. */
  list(request: ListingRequest): PartyList {
    return this.#index.list(request)
  }

  close(): void {
    this.#flush.clear()
  }
}
