import type { Clock } from '@party/protocol'
import type { CodecName, ServerAddress } from '../adapter/messages.ts'
import type { Program } from '../adapter/program.ts'
import type { ActorSetup, Case, GivenParty } from '../cases/case.ts'
import { mismatches } from '../cases/match.ts'
import { presenceOf } from '../cases/values.ts'
import { isObject, type Json, type JsonObject } from '../files/json.ts'
import type { RunningServer, TappedFrame } from '../servers/server-under-test.ts'
import { Bindings } from '../symbols/bindings.ts'
import { Authenticator } from '../wire/authenticator.ts'
import type { Call } from './call.ts'
import { CaseFailure } from './failure.ts'
import { describe, Player } from './player.ts'
import { Timeline } from './timeline.ts'

/** How often to look for what should have come, in ms. */
export const lookMs = 10

/** Where a case is played: the program, the server, and how long things may take. */
export interface StageParts {
  readonly program: Program
  readonly server: RunningServer
  readonly codec: CodecName
  /** Names a run's actors apart from those of every other. */
  readonly run: string
  readonly clock: Clock
  readonly deadlineMs: number
}

/** The players of one case and what is known of them. */
export class Stage {
  readonly players: ReadonlyMap<string, Player>
  readonly timeline: Timeline
  readonly accounts: ReadonlyMap<string, string>
  bindings = new Bindings()
  readonly #case: Case
  readonly #parts: StageParts
  readonly #authenticator: Authenticator
  #frames: TappedFrame[] = []

  constructor(each: Case, parts: StageParts) {
    const { program, clock, deadlineMs, run, server } = parts
    this.#case = each
    this.#parts = parts
    this.#authenticator = new Authenticator(each.id.replaceAll('/', '-'))
    this.timeline = new Timeline(() => clock.now())
    this.accounts = new Map(each.actors.map(({ name, account }) => [name, account]))
    const common = { program, timeline: this.timeline, clock, deadlineMs }
    this.players = new Map(each.actors.map(({ name }) => [name, new Player(name, `${run}/${name}`, common)]))
    server.control?.onFrame((frame) => this.#tapped(frame))
  }

  player(name: string): Player {
    const player = this.players.get(name)
    if (player === undefined) throw new Error(`there is no actor ${name}`)
    return player
  }

  /** Brings everyone and everything to where the first step begins. */
  async prepare(): Promise<void> {
    for (const actor of this.#case.actors) await this.#enter(actor)
    await this.settle()
    for (const party of this.#case.given) await this.#give(party)
    await this.pause(this.#parts.server.target.quietMs)
    this.forget()
  }

  /**
   * Two barriers: after the first the server has handled what everyone sent, after the second everyone has heard
   * what followed from it.
   */
  async settle(): Promise<void> {
    for (let count = 0; count < 2; count++) {
      await Promise.all([...this.players.values()].map((player) => player.barrier()))
    }
    const faults = [...this.players.values()].flatMap(({ name, faults }) =>
      faults.map((fault) => `${name}: ${fault}`),
    )
    if (faults.length > 0) throw new CaseFailure('fault', faults)
  }

  /** Lets a moment of real time go by, and then settles. */
  async pause(ms: number): Promise<void> {
    if (ms > 0) await new Promise<void>((resolve) => void this.#parts.clock.setTimeout(resolve, ms))
    await this.settle()
  }

  forget(): void {
    this.#frames = []
    for (const player of this.players.values()) player.forget()
  }

  /** Frames of an actor since {@link forget}. */
  frames(actor: string, direction: TappedFrame['direction']): Json[] {
    return this.#frames
      .filter((frame) => frame.direction === direction && this.#actorOf(frame) === actor)
      .map(({ frame }) => frame)
  }

  /** Notes which session an actor has got by connecting. */
  connected(actor: string): void {
    const userId = this.userOf(actor)
    if (userId !== undefined) this.player(actor).sessionId = this.#parts.server.control?.sessionOf(userId)
  }

  /** The user id of an actor, once it is known. */
  userOf(actor: string): string | undefined {
    return this.bindings.find(`${this.accounts.get(actor)}.user`)
  }

  /** Sends everyone home. */
  async leave(): Promise<void> {
    await Promise.all([...this.players.values()].map((player) => player.close()))
  }

  async #enter(actor: ActorSetup): Promise<void> {
    const { name, account, until, appearOnline, reconnect, isNowhere, hasWrongKey } = actor
    const { server, codec } = this.#parts
    const address: ServerAddress = {
      ...server.address,
      ...(isNowhere && { host: '127.0.0.1', port: 9 }),
      ...(hasWrongKey && { serverKey: 'not-the-key-of-the-server' }),
    }
    if (name === account) this.#introduce(account)
    const opened = await this.player(name).open(address, codec, reconnect)
    if (opened.kind !== 'result') throw new CaseFailure(failureOf(opened.kind), [`open: ${describe(opened)}`])
    if (until === 'opened') return
    await this.#signIn(name, account)
    if (until === 'authenticated') return
    await this.call(name, 'connect', appearOnline ? { appearOnline } : {})
    this.connected(name)
  }

  /** Makes up what an account signs in with: nobody else has it, on a server that remembers either. */
  #introduce(account: string): void {
    const unique = crypto.randomUUID()
    this.bindings.set(`${account}.id`, `conformance-${account}-${unique}`)
    this.bindings.set(`${account}.email`, `${account}-${unique}@conformance.example`)
    this.bindings.set(`${account}.name`, `${account}_${unique.slice(0, 13)}`)
  }

  async #signIn(name: string, account: string): Promise<void> {
    const { program, server } = this.#parts
    const value = (symbol: string) => this.bindings.valueOf(symbol)
    if (program.hello.features.includes('authenticateCustom')) {
      const args = { id: value(`${account}.id`), username: value(`${account}.name`), create: true }
      const session = await this.call(name, 'authenticateCustom', args)
      this.#learn({ userId: `<${account}.user>`, token: `<${name}.token>` }, session, `${name} signs in`)
      return
    }
    // An SDK that signs in over another protocol gets its tokens from us.
    await this.#authenticator.authenticate(name, account, server.target, this.bindings)
    await this.call(name, 'restoreSession', {
      token: value(`${name}.token`),
      refreshToken: value(`${name}.refresh`),
    })
  }

  async #give(party: GivenParty): Promise<void> {
    const { symbol, leader, members, waiting, arguments: args } = party
    const created = await this.call(leader, 'createParty', this.bindings.fill(args) as JsonObject)
    this.#learn({ partyId: `<${symbol}>` }, created, `${leader} creates a party`)
    await this.#entered(symbol, leader)
    const partyId = this.bindings.valueOf(symbol)
    for (const member of members) {
      await this.call(member, 'joinParty', { partyId })
      if (args['open'] !== true) {
        await this.#requested(symbol, leader, member)
        const presence = this.bindings.fill(presenceOf(member, this.accounts))
        await this.call(leader, 'acceptPartyMember', { partyId, presence })
      }
      await this.#entered(symbol, member)
    }
    for (const name of waiting) await this.call(name, 'joinParty', { partyId })
    await this.settle()
    for (const name of waiting) await this.#requested(symbol, leader, name)
  }

  /** Makes sure that a player is in a party, and learns the session by which it is. */
  async #entered(symbol: string, name: string): Promise<void> {
    await this.settle()
    const expected = { partyId: `<${symbol}>`, joins: [presenceOf(name, this.accounts)] }
    await this.#hearOf(name, 'partyPresence', expected, `${name} is in <${symbol}>`)
  }

  async #requested(symbol: string, leader: string, name: string): Promise<void> {
    const expected = { partyId: `<${symbol}>`, presences: [presenceOf(name, this.accounts)] }
    await this.#hearOf(leader, 'partyJoinRequest', expected, `${name} asks to join <${symbol}>`)
  }

  /** Events may come after the answer to a ping, where they travel apart from answers. */
  async #hearOf(player: string, event: string, expected: JsonObject, what: string): Promise<void> {
    const { clock, deadlineMs } = this.#parts
    const until = clock.now() + deadlineMs
    while (!this.#hasHeard(player, event, expected)) {
      if (clock.now() > until) {
        throw new CaseFailure('expectation', [`given that ${what}: ${player} has not heard so`])
      }
      await this.pause(lookMs)
    }
  }

  #hasHeard(player: string, event: string, expected: JsonObject): boolean {
    return this.player(player).heard.some(({ name, value }) => {
      const bindings = this.bindings.fork()
      if (name !== event || mismatches(expected, value, bindings).length > 0) return false
      this.bindings = bindings
      return true
    })
  }

  /** A call that has to succeed for the case to begin. */
  async call(actor: string, operation: string, args: JsonObject): Promise<JsonObject> {
    const call: Call = this.player(actor).call(actor, operation, args)
    await call.done
    const { outcome } = call
    if (outcome?.kind === 'result') return outcome.value ?? {}
    const kind = outcome === undefined ? 'hanging' : failureOf(outcome.kind)
    const said = outcome?.kind === 'error' ? ` (${outcome.error.message})` : ''
    throw new CaseFailure(kind, [`given ${actor}.${operation}: ${outcome && describe(outcome)}${said}`])
  }

  #learn(expected: JsonObject, actual: JsonObject, what: string): void {
    const differences = mismatches(expected, actual, this.bindings)
    if (differences.length > 0)
      throw new CaseFailure('expectation', [`given that ${what}: ${differences.join('; ')}`])
  }

  #tapped(frame: TappedFrame): void {
    if (isPing(frame.frame)) return
    this.#frames.push(frame)
    this.timeline.add(frame.direction, this.#actorOf(frame) ?? '?', '', frame.frame)
  }

  #actorOf({ sessionId, userId }: TappedFrame): string | undefined {
    const players = [...this.players.values()]
    const known = players.find((player) => player.sessionId === sessionId)
    return (known ?? players.find(({ name }) => this.userOf(name) === userId))?.name
  }
}

/** Pings are the runner's, or a heartbeat's; either way they are no part of a case. */
function isPing(frame: Json): boolean {
  return isObject(frame) && ('ping' in frame || 'pong' in frame)
}

function failureOf(
  kind: 'error' | 'unsupported' | 'fault' | 'hanging',
): 'expectation' | 'unsupported' | 'fault' | 'hanging' {
  return kind === 'error' ? 'expectation' : kind
}
