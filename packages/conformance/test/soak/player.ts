import { PartyError, type PartySocket, type Session } from '@party/client'

/** The party that four players want to be in together, whatever happens. */
export interface Home {
  readonly open: boolean
  /** How they tell each other which one it is; a game would use a friend list. `undefined` until one has made it. */
  partyId: string | undefined
}

/** What may go wrong for a call on a bad day. Anything else is a fault of the SDK or of the soak. */
export const expectedErrors =
  /^(not_connected|disconnected|timeout|connection_failed|network_error|unauthenticated|server_error|party_\w+)$/

/** A player who comes back whenever it is thrown out, as a game would have it. */
export class SoakPlayer {
  readonly name: string
  readonly socket: PartySocket
  readonly home: Home
  readonly #session: Session
  /** Calls that have not ended. */
  pending = 0
  /** How calls ended, and what became of parties, by code. */
  readonly outcomes = new Map<string, number>()
  /** What should not have happened. */
  readonly surprises: unknown[] = []
  /** How often a connection was over, for good. */
  ends = 0
  #isBusy = false

  constructor(socket: PartySocket, session: Session, home: Home) {
    this.name = session.username
    this.socket = socket
    this.home = home
    this.#session = session
    socket.onPartyRejoin(({ outcome }) => this.#count(outcome))
    socket.onTransition(({ to, code }) => {
      if (to === 'closed') this.ends++
      if (to === 'reconnecting') this.#count(code)
    })
    socket.onError((error) => this.#failed(error))
  }

  /** Whether the player is where it wants to be. */
  get isHome(): boolean {
    const { state, parties } = this.socket
    return state === 'open' && parties.size === 1 && parties.get(this.home.partyId ?? '')?.stale === false
  }

  /** What a game does again and again: come back, find the others, let them in. */
  tick(): void {
    if (this.#isBusy) return
    this.#isBusy = true
    void this.call(this.#settleIn()).then(() => {
      this.#isBusy = false
    })
  }

  /** Makes a call and keeps account of how it ends. It never rejects. */
  async call(call: Promise<unknown>): Promise<void> {
    this.pending++
    try {
      await call
    } catch (error) {
      this.#failed(error)
    } finally {
      this.pending--
    }
  }

  async #settleIn(): Promise<void> {
    const { socket, home } = this
    if (socket.state === 'closed') await socket.connect(this.#session)
    if (socket.state !== 'open') return
    for (const party of socket.parties) if (party.partyId !== home.partyId) await party.leave()
    const party = socket.parties.get(home.partyId ?? '')
    if (party?.isLeader && !party.stale) for (const player of party.joinRequests) await party.accept(player)
    if (party) return
    if (home.partyId === undefined) {
      const made = await socket.createParty({ open: home.open, maxSize: 4 })
      home.partyId = made.partyId
    } else await this.#join(home.partyId)
  }

  async #join(partyId: string): Promise<void> {
    try {
      await this.socket.joinParty(partyId)
    } catch (error) {
      const isGone = PartyError.is(error) && error.code === 'party_not_found'
      if (!isGone) throw error
      // Who notices first makes another one.
      if (this.home.partyId === partyId) this.home.partyId = undefined
    }
  }

  #failed(error: unknown): void {
    const code = PartyError.is(error) ? error.code : 'no PartyError'
    this.#count(code)
    if (!expectedErrors.test(code)) this.surprises.push(error)
  }

  #count(what: string): void {
    this.outcomes.set(what, (this.outcomes.get(what) ?? 0) + 1)
  }
}
