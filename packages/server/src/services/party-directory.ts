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
  readonly #createTimes = new Map<string, number>()
  readonly #flush: Alarm

  constructor(clock: Clock, delayMs: number) {
    this.#clock = clock
    this.#delayMs = delayMs
    this.#flush = new Alarm(clock, () => this.#index.flush())
  }

  /** Lists a party, or changes what is listed of it; its time of creation stays. */
  put(party: Omit<ListedParty, 'createTime'>): void {
    const createTime = this.#createTimes.get(party.partyId) ?? this.#clock.now()
    this.#createTimes.set(party.partyId, createTime)
    this.#index.put({ ...party, createTime })
    this.#flush.set(this.#delayMs)
  }

  delete(partyId: string): void {
    this.#createTimes.delete(partyId)
    this.#index.delete(partyId)
    this.#flush.set(this.#delayMs)
  }

  /** @throws {ListingError} as `PartyIndex.list`. */
  list(request: ListingRequest): PartyList {
    return this.#index.list(request)
  }

  close(): void {
    this.#flush.clear()
  }
}
