export { validateCounts } from './counts.ts'
export { MatchmakerError, type MatchmakerRefusal } from './errors.ts'
export { type Match, type MatchedEntry, Matchmaker, type MatchmakerOptions } from './matchmaker.ts'
export type { TicketRequest } from './ticket.ts'
