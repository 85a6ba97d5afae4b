import type { Clock } from '@party/protocol'
/** Being written. */
export class PartyDirectory {
  constructor(_clock: Clock, _delayMs: number) {}
  put(_party: unknown): void {}
  delete(_partyId: string): void {}
  list(_query: unknown) {
    return { parties: [], cursor: '' }
  }
  close(): void {}
}
