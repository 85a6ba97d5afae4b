/** Being written: the matchmaker with a clock. */
export class Matchmaking {
  partyChanged(_partyId: string): void {}
  sessionEnded(_sessionId: string): void {}
  close(): void {}
  stats() {
    return { ticketCount: 0, oldestTicketCreateTime: undefined, completions: [] }
  }
}
