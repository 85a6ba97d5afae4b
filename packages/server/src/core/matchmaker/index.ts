export { validateCounts } from './counts.ts'
export { MatchmakerError, type MatchmakerRefusal } from './errors.ts'
export {
  type Match,
  type MatchedEntry,
  Matchmaker,
  type MatchmakerOptions,
  type SavedTickets,
} from './matchmaker.ts'
export type { Ticket, TicketRequest } from './ticket.ts'
