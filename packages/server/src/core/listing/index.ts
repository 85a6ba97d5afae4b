export { ListingError } from './errors.ts'
export type { ListedParty } from './party-document.ts'
export { type ListingRequest, PartyIndex } from './party-index.ts'
