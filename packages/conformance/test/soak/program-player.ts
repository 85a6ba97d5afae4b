import type { PresenceRef } from '@party/client'
import type { EventMessage, Reply, ServerAddress } from '../../src/adapter/messages.ts'
import type { Program } from '../../src/adapter/program.ts'
import type { JsonObject } from '../../src/files/json.ts'
import type { ShownParty } from './differences.ts'
import { expectedErrors, type Home } from './player.ts'

/** How long a call may take, in ms, the time included that a server takes to notice that somebody is gone. */
const callTimeoutMs = 20_000

/** Why a call of a player failed, by its code. */
class CallFailed extends Error {}

/** A player of an SDK in any language, who comes back whenever it is thrown out, as a game would have it. */
export class ProgramPlayer {
  readonly name: string
  readonly home: Home
  readonly #program: Program
  #state: 'closed' | 'reconnecting' | 'open' = 'closed'
  /** Calls that have not ended. */
  pending = 0
  /** How calls ended, and what became of connections and parties, by code. */
  readonly outcomes = new Map<string, number>()
  /** What should not have happened. */
  readonly surprises: string[] = []
  /** The live parties, as they were seen last. */
  parties: readonly ShownParty[] = []
  #isBusy = false

  constructor(program: Program, name: string, home: Home) {
    this.#program = program
    this.name = name
    this.home = home
  }

  async enter(server: ServerAddress): Promise<void> {
    const { name: actor } = this
    this.#program.addActor(actor, {
      onEvent: (event) => this.#hear(event),
      onFault: (message) => this.surprises.push(message),
    })
    await this.#request({ type: 'open', actor, server, codec: 'json', reconnect: true })
    await this.#call('authenticateCustom', { id: `id-of-${actor}`, username: actor })
    await this.#connect()
  }

  async leave(): Promise<void> {
    await this.#request({ type: 'close', actor: this.name })
  }

  /** Whether the player is where it wants to be. */
  get isHome(): boolean {
    const [party] = this.parties
    return (
      this.#state === 'open' &&
      this.parties.length === 1 &&
      party?.partyId === this.home.partyId &&
      party?.stale === false
    )
  }

  /** What a game does again and again: come back, find the others, let them in. */
  tick(): void {
    if (this.#isBusy) return
    this.#isBusy = true
    void this.attempt(this.#settleIn()).then(() => {
      this.#isBusy = false
    })
  }

  /** Sees what the SDK shows now. */
  async look(): Promise<void> {
    const { parties } = (await this.#call('parties', {})) as unknown as { parties: readonly ShownParty[] }
    this.parties = parties
  }

  /** Starts an operation on the party that the player is at home in. */
  act(operation: string, args: JsonObject): void {
    const { partyId } = this.home
    if (partyId !== undefined) void this.attempt(this.#call(operation, { partyId, ...args }))
  }

  disconnect(): void {
    void this.attempt(this.#call('disconnect', {}))
  }

  /** A round trip: whatever was on its way has arrived. */
  async barrier(): Promise<void> {
    await this.#request({ type: 'barrier', actor: this.name })
  }

  /** Keeps account of how something ends. It never rejects. */
  async attempt(call: Promise<unknown>): Promise<void> {
    try {
      await call
    } catch (error) {
      const code = error instanceof Error ? error.message : String(error)
      this.#count(code)
      if (!expectedErrors.test(code)) this.surprises.push(code)
    }
  }

  async #settleIn(): Promise<void> {
    if (this.#state === 'closed') await this.#connect()
    if (this.#state !== 'open') return
    await this.look()
    const { home } = this
    for (const { partyId } of this.parties)
      if (partyId !== home.partyId) await this.#call('leaveParty', { partyId })
    const party = this.parties.find(({ partyId }) => partyId === home.partyId)
    if (party) {
      if (party.leader.sessionId !== party.self.sessionId || party.stale) return
      for (const player of party.joinRequests)
        await this.#call('acceptPartyMember', { partyId: party.partyId, presence: refOf(player) })
    } else if (home.partyId === undefined) {
      const { partyId } = await this.#call('createParty', { open: home.open, maxSize: 4 })
      home.partyId = String(partyId)
    } else await this.#join(home.partyId)
  }

  async #join(partyId: string): Promise<void> {
    try {
      await this.#call('joinParty', { partyId })
    } catch (error) {
      if (!(error instanceof CallFailed && error.message === 'party_not_found')) throw error
      // Who notices first makes another one.
      if (this.home.partyId === partyId) this.home.partyId = undefined
    }
  }

  async #connect(): Promise<void> {
    await this.#call('connect', {})
    this.#state = 'open'
  }

  #hear({ name, value }: EventMessage): void {
    if (name === 'disconnect') {
      this.#state = value['willReconnect'] === true ? 'reconnecting' : 'closed'
      this.#count(this.#state)
    }
    if (name === 'reconnected') this.#state = 'open'
    if (name === 'partyRejoin') this.#count(String(value['outcome']))
    if (name === 'error') this.surprises.push(JSON.stringify(value))
  }

  async #call(operation: string, args: JsonObject): Promise<JsonObject> {
    const reply = await this.#request({ type: 'call', actor: this.name, operation, arguments: args })
    return (reply.type === 'result' && reply.value) || {}
  }

  #request(request: Parameters<Program['request']>[0]): Promise<Reply> {
    this.pending++
    return new Promise<Reply>((resolve, reject) => {
      const what = JSON.stringify(request)
      const deadline = setTimeout(() => reject(new Error(`never ended: ${what}`)), callTimeoutMs)
      this.#program.request(request, (reply) => {
        this.pending--
        clearTimeout(deadline)
        if (reply.type === 'result') resolve(reply)
        else if (reply.type === 'error') reject(new CallFailed(reply.code ?? reply.message))
        else reject(new Error(`${JSON.stringify(reply)} to ${what}`))
      })
    })
  }

  #count(what: string): void {
    this.outcomes.set(what, (this.outcomes.get(what) ?? 0) + 1)
  }
}

/** What names a player; adapters take no more. */
function refOf({ userId, sessionId, username }: PresenceRef): JsonObject {
  return { userId, sessionId, username }
}
