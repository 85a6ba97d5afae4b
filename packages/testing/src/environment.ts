import type { PartyClient, PartySocket, SocketEventMap, SocketEventName } from '@party/client'
import type { Faults, PartyServer } from '@party/server'
import type { Place } from './backends/backend.ts'
import { type Capabilities, CapabilityError } from './capabilities.ts'
import type { OwnServer, Snapshot } from './own-server.ts'
import type { PlayerOptions, Players } from './players.ts'
import type { TestClock } from './time/clock.ts'
import type { Work } from './time/work.ts'
import { printTimeline } from './timeline/print.ts'
import { WaitError, type WaitOptions, waitUntil } from './wait.ts'
import { Frame, type Journal } from './wire/journal.ts'

/** How long closing may take where connections are real, in ms. */
const closingTimeoutMs = 1_000

/** What an environment is made of. */
export interface EnvironmentParts {
  readonly can: Capabilities
  readonly clock: TestClock
  readonly work: Work
  readonly journal: Journal
  readonly players: Players
  readonly place: Place
  /** Undefined where the server is somebody else's. */
  readonly own: OwnServer | undefined
}

/**
 * A server with its own time, and any number of players. Nothing of it is global: any number of environments live side by
 * side in one process.
 */
export class TestEnvironment implements AsyncDisposable {
  /** What this environment can do; what it cannot throws a {@link CapabilityError}. */
  readonly can: Capabilities
  /** The time of server and players. */
  readonly clock: TestClock
  /** Where the server is: `http://host:port`. */
  readonly url: string
  readonly #parts: EnvironmentParts
  #base: Snapshot | undefined
  #closing: Promise<void> | undefined

  /**
   * Made by `createTestEnvironment`.
   *
   * @internal
   */
  constructor(parts: EnvironmentParts) {
    this.#parts = parts
    this.can = parts.can
    this.clock = parts.clock
    this.url = parts.place.url.origin
    this.#base = parts.own?.save()
  }

  /** The server: `inspect()`, hooks, RPC functions, notifications. */
  get server(): PartyServer {
    return this.#own(
      'server',
      'the server is not the environment’s own, so nothing can be seen of it or done to it',
    ).server
  }

  /** What can be made to go wrong. Each fault returns its own undo. */
  get faults(): Faults {
    return this.#own(
      'faults',
      'nothing can be made to go wrong with a server that is not the environment’s own',
    ).control.faults
  }

  /**
   * Signs a player in, creating the account if there is none, and connects. The name becomes the user name; the same
   * name again is a second session of the same user.
   *
   * Rejects with the `PartyError` that signing in or connecting ends with.
   */
  player(name: string, options?: PlayerOptions): Promise<PartySocket> {
    return this.#parts.players.connect(name, options)
  }

  /** The client of that name's player, not signed in: for tests of signing in, sessions and HTTP calls. */
  client(name: string): PartyClient {
    return this.#parts.players.client(name)
  }

  /**
   * What players have sent and received, in order.
   *
   * @param of a player's name, for all sockets of that name, or one socket; everybody by default
   */
  frames(of?: string | PartySocket): readonly Frame[] {
    const isOf = this.#selector(of)
    return this.#parts.journal.entries.filter(
      (entry) => entry instanceof Frame && isOf(entry.player),
    ) as Frame[]
  }

  /** Everything that has happened, as text that is the same in every run with the same seed. */
  timeline(): string {
    return printTimeline(this.#parts.journal.entries, this.clock.now() - this.clock.elapsed)
  }

  /** Writes a line of one's own into the timeline. */
  note(text: string): void {
    this.#parts.journal.note('', text)
  }

  /** Resolves once everything has happened that needs no time: messages delivered, promises settled. */
  async settled(): Promise<void> {
    await this.#parts.work.settled()
  }

  /**
   * Has the clock wait for work that really takes time, which no turn of the event loop tells: an RPC function that
   * reads a file, say. It must not wait for the clock itself.
   *
   * @returns the same promise
   */
  track<Result>(work: Promise<Result>): Promise<Result> {
    return this.#parts.work.track(work)
  }

  /**
   * Waits until a condition holds, and resolves with what it returned.
   *
   * @param condition looked at again and again; anything truthy holds. It must not wait for the clock.
   * @throws WaitError (rejects) when it does not hold in time
   */
  async until<Result>(
    condition: () => Result | Promise<Result>,
    options: WaitOptions = {},
  ): Promise<Exclude<Result, undefined | null | false | 0 | ''>> {
    const check = async () => {
      const result = await condition()
      return result ? { result } : undefined
    }
    const found = await this.#wait(check, `the condition does not hold: ${condition}`, options)
    return found.result as Exclude<Result, undefined | null | false | 0 | ''>
  }

  /**
   * Waits for an event of a player: the oldest that satisfies the predicate and was not waited for before. One that has
   * come already counts, so it is never too late to ask.
   *
   * @throws WaitError (rejects) when it does not come in time
   */
  async waitFor<Name extends SocketEventName>(
    socket: PartySocket,
    name: Name,
    predicate: (event: SocketEventMap[Name]) => boolean = () => true,
    options: WaitOptions = {},
  ): Promise<SocketEventMap[Name]> {
    const events = this.#parts.players.eventsOf(socket)
    if (events === undefined) throw new TypeError('this socket was not made by this environment')
    const what = `${this.#parts.players.labelOf(socket)} has not heard ${name}`
    return (await this.#wait(() => events.take(name, predicate), what, options)).event
  }

  /** The state of this moment, for `restore`. */
  async snapshot(): Promise<Snapshot> {
    const own = this.#own(
      'snapshots',
      'the state of a server that is not the environment’s own cannot be kept',
    )
    await this.settled()
    return own.save()
  }

  /**
   * Puts back what was at an earlier moment: accounts, kept notifications, ended tokens, parties, statuses, who follows
   * whom, tickets, the party listing, the clock, and where the seed stood. What a client has seen it has seen: its live
   * parties stay as they are.
   *
   * Connections cannot be put back. Whoever was connected then and still is keeps the place; who has connected since is
   * cut off, as when the network breaks; who has gone since is gone, and leaves the parties of then, of which the others
   * hear. Hooks, functions and faults stay as they are. In real time the clock goes on.
   */
  async restore(snapshot: Snapshot): Promise<void> {
    const own = this.#own(
      'snapshots',
      'the state of a server that is not the environment’s own cannot be put back',
    )
    await this.settled()
    own.load(snapshot)
    await this.settled()
  }

  /**
   * Begins anew, with the state after `setUp`: accounts, kept notifications, the clock, the seed. Every player is
   * disconnected, so that no party is left; faults are lifted, and the timeline is empty. Hooks and functions stay.
   */
  async reset(): Promise<void> {
    const own = this.#own('snapshots', 'a server that is not the environment’s own cannot be reset')
    await this.#disconnect()
    if (this.#base !== undefined) own.reset(this.#base)
    await this.settled()
    this.#parts.journal.clear()
    this.clock.begin()
  }

  /**
   * Makes this moment's state the one that `reset` goes back to, and goes back to it.
   *
   * @internal
   */
  async rebase(): Promise<void> {
    await this.settled()
    this.#base = this.#parts.own?.save()
    await this.reset()
  }

  /** Disconnects everybody and ends the server. Nothing is left: no timer, no port. Safe to call twice. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #close(): Promise<void> {
    this.#parts.own?.control.faults.liftAll()
    await this.#disconnect()
    await this.#parts.place.close()
    await this.settled()
    this.#parts.work.close()
  }

  async #disconnect(): Promise<void> {
    const { players } = this.#parts
    players.disconnect()
    await waitUntil(this.#waiting(), () => players.openCount === 0 || undefined, {
      timeoutMs: this.clock.isVirtual ? 0 : closingTimeoutMs,
    })
  }

  async #wait<Found>(
    check: () => Found | undefined | Promise<Found | undefined>,
    what: string,
    options: WaitOptions,
  ): Promise<Found> {
    const found = await waitUntil(this.#waiting(), check, options)
    if (found !== undefined) return found
    const why = this.#closing === undefined ? '' : ' (the environment was closed)'
    throw new WaitError(`${what}${why}`, this.timeline())
  }

  #waiting() {
    const { clock, journal } = this.#parts
    return { clock, journal, settled: () => this.settled() }
  }

  #selector(of: string | PartySocket | undefined): (label: string) => boolean {
    if (of === undefined) return () => true
    if (typeof of === 'string') return (label) => label === of || label.startsWith(`${of} (`)
    const own = this.#parts.players.labelOf(of)
    if (own === undefined) throw new TypeError('this socket was not made by this environment')
    return (label) => label === own
  }

  #own(capability: keyof Capabilities, why: string): OwnServer {
    if (this.#parts.own === undefined) throw new CapabilityError(capability, why)
    return this.#parts.own
  }
}
