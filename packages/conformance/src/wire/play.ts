import { type Clock, systemClock } from '@party/protocol'
import type { Json } from '../files/json.ts'
import { Bindings } from '../symbols/bindings.ts'
import { Authenticator, basic } from './authenticator.ts'
import { type Comparison, compareStep } from './compare.ts'
import { showDifference } from './difference.ts'
import {
  type Action,
  type HttpAction,
  httpClient,
  type Outcome,
  type Received,
  type Scenario,
  type Step,
} from './scenario.ts'
import type { Target } from './target.ts'
import { WireClient } from './wire-client.ts'

/** How a scenario went. */
export interface Playthrough {
  readonly name: string
  readonly passed: boolean
  /** As many as the scenario has steps. */
  readonly steps: readonly PlayedStep[]
}

/** How a step of a scenario went. */
export interface PlayedStep {
  readonly title: string
  readonly passed: boolean
  /** What differs from the recording, or why the step could not be played. Empty when the step passed. */
  readonly differences: readonly string[]
}

/** Longest time the server may take to answer one ping, in real ms. */
const barrierTimeoutMs = 5_000

/** How much time passes before looking again whether an outcome is complete, in ms. */
const sliceMs = 50

/**
 * Plays a scenario against a server and compares each step with the recording.
 *
 * Never rejects: what goes wrong is part of the result. After a step that differs the scenario goes on, as later
 * steps may tell more; a step that cannot be done ends it, and the rest counts as not played.
 *
 * @param clock bounds the waiting for a server that does not answer; real time by default, also where the server
 *   itself lives in time of another kind.
 */
export async function play(
  scenario: Scenario,
  target: Target,
  clock: Clock = systemClock,
): Promise<Playthrough> {
  const player = new Player(scenario, target, clock)
  const steps: PlayedStep[] = []
  try {
    for (const step of scenario.steps) steps.push(await player.play(step))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const [failed, ...rest] = scenario.steps.slice(steps.length)
    if (failed !== undefined) steps.push({ title: failed.title, passed: false, differences: [reason] })
    for (const { title } of rest) steps.push({ title, passed: false, differences: ['not played'] })
  } finally {
    await player.leave()
  }
  return { name: scenario.name, passed: steps.every((step) => step.passed), steps }
}

class Player {
  readonly #target: Target
  readonly #clock: Clock
  readonly #authenticator: Authenticator
  readonly #clients: ReadonlyMap<string, WireClient>
  #bindings: Bindings
  #answers: Received[] = []

  constructor(scenario: Scenario, target: Target, clock: Clock) {
    this.#target = target
    this.#clock = clock
    this.#authenticator = new Authenticator(scenario.name)
    this.#clients = new Map([...scenario.accounts.keys()].map((name) => [name, new WireClient()]))
    this.#bindings = new Bindings([['server.key', target.serverKey]])
  }

  async play(step: Step): Promise<PlayedStep> {
    await this.#act(step.action)
    const comparison = await this.#await(step)
    const differences = comparison.fits
      ? []
      : showDifference(step.outcomes[0] ?? {}, this.#outcome(), comparison.bindings)
    this.#bindings = comparison.bindings
    this.#answers = []
    for (const client of this.#clients.values()) client.forget()
    return { title: step.title, passed: comparison.fits, differences }
  }

  /** Closes every socket and waits until the server knows. */
  async leave(): Promise<void> {
    for (const client of this.#clients.values()) client.drop()
    await this.#settle().catch(() => {})
  }

  async #act(action: Action): Promise<void> {
    switch (action.kind) {
      case 'open':
        for (const client of action.clients) {
          await this.#authenticator.authenticate(client, client, this.#target, this.#bindings)
          await this.#connect(client, {})
          await this.#settle()
        }
        return
      case 'authenticate':
        return this.#authenticator.authenticate(action.client, action.account, this.#target, this.#bindings)
      case 'connect':
        return this.#connect(action.client, action.query)
      case 'send':
        return this.#send(action.client, JSON.stringify(this.#bindings.fill(action.frame)))
      case 'text':
        return this.#send(action.client, action.text)
      case 'drop':
        return this.#client(action.client).drop()
      case 'http':
        this.#answers.push(await this.#request(action))
        return
      case 'wait':
        return
    }
  }

  #client(name: string): WireClient {
    const client = this.#clients.get(name)
    if (client === undefined) throw new Error(`there is no client ${name}`)
    return client
  }

  #send(name: string, text: string): void {
    const client = this.#client(name)
    if (!client.connected) throw new Error(`${name} is not connected`)
    client.send(text)
  }

  #connect(name: string, options: Readonly<Record<string, unknown>>): Promise<void> {
    const query = new URLSearchParams({ lang: 'en', status: 'true', format: 'json' })
    for (const [key, value] of Object.entries(options)) query.set(key, String(value))
    query.set('token', this.#bindings.valueOf(`${name}.token`))
    return this.#client(name).connect(this.#target, `/ws?${query}`)
  }

  async #request({ method, path, key, token, body }: HttpAction): Promise<Received> {
    const headers = new Headers()
    if (key !== undefined) headers.set('authorization', basic(this.#bindings.fillText(key)))
    if (token !== undefined) headers.set('authorization', `Bearer ${this.#bindings.fillText(token)}`)
    const init: RequestInit = { method, headers }
    if (body !== undefined) {
      const filled = this.#bindings.fill(body)
      headers.set('content-type', 'application/json')
      init.body = typeof filled === 'string' ? filled : JSON.stringify(filled)
    }
    const response = await this.#target.fetch(this.#bindings.fillText(path), init)
    return { status: response.status, body: parseBody(await response.text()) }
  }

  /** Gives the outcome the time it may take, and then a moment in which nothing more should arrive. */
  async #await(step: Step): Promise<Comparison> {
    await this.#settle()
    if (step.waitMs > 0) await this.#pass(step.waitMs)
    let comparison = this.#compare(step)
    let leftMs = step.withinMs + this.#target.patienceMs
    while (!comparison.fits && leftMs > 0) {
      await this.#pass(Math.min(sliceMs, leftMs))
      leftMs -= sliceMs
      comparison = this.#compare(step)
    }
    if (this.#target.quietMs === 0 || !comparison.fits) return comparison
    await this.#pass(this.#target.quietMs)
    return this.#compare(step)
  }

  async #pass(ms: number): Promise<void> {
    await this.#target.pass(ms)
    await this.#settle()
  }

  #compare(step: Step): Comparison {
    return compareStep(step.outcomes, this.#outcome(), this.#bindings)
  }

  #outcome(): Outcome {
    const received = [...this.#clients].map(([name, client]) => [name, client.received] as const)
    const all: (readonly [string, readonly Received[]])[] = [...received, [httpClient, this.#answers]]
    return Object.fromEntries(all.filter(([, list]) => list.length > 0))
  }

  /**
   * Two barriers: after the first the server has handled what every client sent, after the second every client has
   * received what followed from it.
   */
  async #settle(): Promise<void> {
    await this.#barrier()
    await this.#barrier()
  }

  #barrier(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = this.#clock.setTimeout(
        () => reject(new Error(`the server left a ping unanswered for ${barrierTimeoutMs} ms`)),
        barrierTimeoutMs,
      )
      Promise.all([...this.#clients.values()].map((client) => client.barrier())).then(() => {
        this.#clock.clearTimeout(timer)
        resolve()
      }, reject)
    })
  }
}

function parseBody(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}
