import type { Action, Case, Step } from '../cases/case.ts'
import type { JsonObject } from '../files/json.ts'
import type { Call } from './call.ts'
import { type Comparison, compareStep, type Observed } from './compare.ts'
import { CaseFailure, type FailureKind } from './failure.ts'
import { describe } from './player.ts'
import { lookMs, Stage, type StageParts } from './stage.ts'

/** How one case went. */
export interface CaseRun {
  readonly failure: Failure | undefined
  readonly durationMs: number
}

/** Why a case did not pass. */
export interface Failure {
  readonly kind: FailureKind
  /** The step that failed, by number and title. */
  readonly step: string
  readonly details: readonly string[]
  /** Everything that was said until then. */
  readonly timeline: readonly string[]
}

/** How long, in real ms, something may take that no round trip to the server can prove. */
export interface Patience {
  /** For what should come. */
  readonly forEventsMs: number
  /** For what should not come once somebody's connection has ended. While it lasts, a ping proves the silence. */
  readonly afterEndingsMs: number
}

/** The longest time that passes without a round trip to the server, in ms of its clock. */
const strideMs = 5_000

/** Real time that a server may take for work that its clock knows nothing of, such as signing a match's token, in ms. */
const workMs = 1_000

/** Plays a case, from an empty stage to an empty stage. Never rejects. */
export async function runCase(each: Case, parts: StageParts, patience: Patience): Promise<CaseRun> {
  const startedAt = parts.clock.now()
  const stage = new Stage(each, parts)
  const runner = new CaseRunner(stage, parts, patience)
  const failure = await runner.run(each).catch((error) => failureOf(error, runner.position, stage))
  await stage.leave()
  return { failure, durationMs: parts.clock.now() - startedAt }
}

class CaseRunner {
  /** Where the case stands. */
  position = 'before the first step'
  readonly #stage: Stage
  readonly #parts: StageParts
  readonly #patience: Patience
  /** Every call so far by its name, the newest of that name. */
  readonly #calls = new Map<string, Call>()

  constructor(stage: Stage, parts: StageParts, patience: Patience) {
    this.#stage = stage
    this.#parts = parts
    this.#patience = patience
  }

  async run({ steps }: Case): Promise<undefined> {
    await this.#stage.prepare()
    for (const [index, step] of steps.entries()) {
      this.position = `step ${index + 1}: ${step.title}`
      this.#stage.timeline.add('step', '', this.position)
      await this.#play(step)
      this.#stage.forget()
    }
    return undefined
  }

  async #play(step: Step): Promise<void> {
    const pending = new Set<string>()
    for (const action of step.actions) {
      await this.#begin(action)
      if (action.kind === 'call' && action.isPending) pending.add(action.name)
    }
    const awaited = new Set([
      ...step.actions.flatMap((action) => (action.kind === 'call' ? [action.name] : [])),
      ...step.outcomes.flatMap(({ calls }) => [...calls.keys()]),
    ])
    await Promise.all(
      [...awaited].map((name) => (pending.has(name) ? undefined : this.#calls.get(name)?.done)),
    )
    this.#refuseBroken([...awaited].filter((name) => !pending.has(name)))
    for (const action of step.actions) {
      if (action.kind !== 'call' || action.operation !== 'connect') continue
      if (this.#calls.get(action.name)?.outcome?.kind === 'result') this.#stage.connected(action.actor)
    }
    const { differences, bindings } = await this.#observe(step)
    this.#stage.bindings = bindings
    if (differences.length > 0) throw new CaseFailure('expectation', differences)
  }

  async #begin(action: Action): Promise<void> {
    const { bindings } = this.#stage
    if (action.kind === 'abort') {
      const call = this.#calls.get(action.call)
      if (call !== undefined) await this.#stage.player(call.actor).abort(call)
    } else if (action.kind === 'advance') {
      this.#stage.timeline.add('does', 'server', `advances its clock by ${action.ms} ms`)
      await this.#pass(action.ms)
    } else if (action.kind === 'control') {
      await this.#control(action)
    } else {
      const { actor, name, operation, timeoutMs } = action
      const args = bindings.fill(action.arguments) as JsonObject
      this.#calls.set(name, this.#stage.player(actor).call(name, operation, args, timeoutMs))
    }
  }

  async #control({ name, actor, arguments: args }: Action & { kind: 'control' }): Promise<void> {
    const { bindings, timeline } = this.#stage
    const filled = bindings.fill(args) as JsonObject
    timeline.add('does', 'server', `${name} to ${actor}`, filled)
    const player = this.#stage.player(actor)
    const isReachable = reachability[name]
    if (isReachable !== undefined) player.isReachable = isReachable
    await this.#parts.server.control?.perform({
      name,
      userId: this.#stage.userOf(actor) ?? '',
      sessionId: player.sessionId,
      arguments: filled,
    })
  }

  /** What is neither a result nor an error is never what a case expects. */
  #refuseBroken(names: readonly string[]): void {
    for (const name of names) {
      const call = this.#calls.get(name)
      const outcome = call?.outcome
      if (
        call === undefined ||
        outcome === undefined ||
        outcome.kind === 'result' ||
        outcome.kind === 'error'
      )
        continue
      throw new CaseFailure(outcome.kind, [`${call.actor}.${call.operation} ${describe(outcome)}`])
    }
  }

  /** Gives the outcome the time it may take, and then a moment in which nothing more should come. */
  async #observe(step: Step): Promise<Comparison> {
    const { target } = this.#parts.server
    await this.#stage.settle()
    if (step.waitMs > 0) await this.#pass(step.waitMs)
    let comparison = this.#compare(step)
    const sliceMs = Math.max(50, step.withinMs / 40)
    for (let leftMs = step.withinMs; leftMs > 0 && comparison.differences.length > 0; leftMs -= sliceMs) {
      await this.#pass(Math.min(sliceMs, leftMs))
      comparison = this.#compare(step)
    }
    const patienceMs = step.withinMs > 0 ? workMs : this.#patience.forEventsMs
    const until = this.#parts.clock.now() + Math.max(patienceMs, step.patienceMs)
    while (comparison.differences.length > 0 && this.#parts.clock.now() < until) {
      await this.#stage.pause(lookMs)
      comparison = this.#compare(step)
    }
    const hasEnded = [...this.#stage.players.values()].some(({ heard }) =>
      heard.some(({ name }) => name === 'disconnect'),
    )
    const silenceMs = Math.max(hasEnded ? this.#patience.afterEndingsMs : 0, target.quietMs)
    if (silenceMs === 0 || comparison.differences.length > 0) return comparison
    await this.#stage.pause(silenceMs)
    return this.#compare(step)
  }

  /** Lets time pass, in steps small enough for clients to answer the server's pings. */
  async #pass(ms: number): Promise<void> {
    for (let leftMs = ms; leftMs > 0; leftMs -= strideMs) {
      await this.#parts.server.target.pass(Math.min(strideMs, leftMs))
      await this.#stage.settle()
    }
  }

  #compare(step: Step): Comparison {
    const observed: Observed = {
      calls: this.#calls,
      heard: new Map([...this.#stage.players].map(([name, { heard }]) => [name, heard])),
      frames: (actor, direction) => this.#stage.frames(actor, direction),
      inspect: () => JSON.parse(JSON.stringify(this.#parts.server.control?.inspect() ?? null)),
    }
    return compareStep(step.outcomes, observed, this.#stage.bindings)
  }
}

/** What a control action says about whether round trips to the server still come back. */
const reachability: Readonly<Record<string, boolean>> = {
  drop: false,
  close: false,
  ban: false,
  mute: false,
  hold: false,
  release: true,
}

function failureOf(error: unknown, step: string, stage: Stage): Failure {
  const timeline = stage.timeline.lines(stage.bindings)
  if (error instanceof CaseFailure) return { kind: error.kind, step, details: error.details, timeline }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { kind: 'fault', step, details: [`the runner has failed: ${message}`], timeline }
}
