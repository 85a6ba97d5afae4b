import type { Clock } from '@party/protocol'
import type { Program } from '../adapter/program.ts'
import { type KnownFailure, knownFailureOf } from '../known-failures.ts'
import type { ServerUnderTest } from '../servers/server-under-test.ts'
import { play } from '../wire/play.ts'
import { differencesOf } from '../wire/report.ts'
import { reasonToSkip, type Task } from './plan.ts'
import { type CaseRun, type Failure, type Patience, runCase } from './run-case.ts'
import { shuffled } from './shuffle.ts'

/** What a run is made of. */
export interface RunOptions {
  readonly program: Program
  readonly server: ServerUnderTest
  readonly tasks: readonly Task[]
  readonly knownFailures: readonly KnownFailure[]
  /** Tasks at the same time. */
  readonly parallel: number
  /** Decides the order of the tasks; undefined for that of the files. */
  readonly seed: number | undefined
  /** How long one command may take, in real ms. */
  readonly deadlineMs: number
  readonly patience: Patience
  readonly clock: Clock
  /** Called after each task. True ends the run: what has not begun is left out. */
  onDone?(record: TaskRecord): boolean | undefined
}

/** How one task went. */
export interface TaskRecord {
  readonly id: string
  readonly capability: string
  readonly why: string
  readonly codec: Task['codec']
  readonly client: string
  readonly server: string
  /** `known`: it has failed, as is known. */
  readonly outcome: 'passed' | 'failed' | 'known' | 'skipped'
  /** Why it was skipped, or is known to fail. */
  readonly reason: string | undefined
  readonly failure: Failure | undefined
  readonly durationMs: number
}

/** Runs every task, a few at a time, and keeps their order. Never rejects. */
export async function runAll(options: RunOptions): Promise<TaskRecord[]> {
  const { tasks, seed, parallel } = options
  const order = seed === undefined ? tasks.keys() : shuffled([...tasks.keys()], seed)
  const records: TaskRecord[] = []
  const queue = order[Symbol.iterator]()
  let isOver = false
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); !isOver && next.done !== true; next = queue.next()) {
      const task = tasks[next.value]
      if (task === undefined) continue
      const record = await run(task, `${next.value}`, options)
      records[next.value] = record
      isOver = options.onDone?.(record) === true
    }
  }
  await Promise.all(Array.from({ length: parallel }, worker))
  return records.filter((record) => record !== undefined)
}

async function run(task: Task, name: string, options: RunOptions): Promise<TaskRecord> {
  const { program, server, knownFailures } = options
  const { hello } = program
  const common = {
    id: task.id,
    capability: task.capability,
    why: task.kind === 'case' ? task.each.why : `as ${task.recording.recorded} answered`,
    codec: task.codec,
    client: `${hello.name} ${hello.version}`,
    server: server.name,
  }
  const skip = reasonToSkip(task, hello.features, server.isControlled)
  if (skip !== undefined)
    return { ...common, outcome: 'skipped', reason: skip, failure: undefined, durationMs: 0 }
  const { failure, durationMs } = await perform(task, name, options)
  if (failure === undefined) return { ...common, outcome: 'passed', reason: undefined, failure, durationMs }
  const known = knownFailureOf(knownFailures, task)
  return {
    ...common,
    outcome: known === undefined ? 'failed' : 'known',
    reason: known?.reason,
    failure,
    durationMs,
  }
}

async function perform(task: Task, name: string, options: RunOptions): Promise<CaseRun> {
  const { program, server, clock, deadlineMs, patience } = options
  const startedAt = clock.now()
  try {
    const running = await server.start(task.kind === 'case' ? task.each.server : task.recording.config)
    try {
      if (task.kind === 'wire') return await playWire(task, running, clock)
      const run = `${name}-${crypto.randomUUID().slice(0, 8)}`
      return await runCase(
        task.each,
        { program, server: running, codec: task.codec, run, clock, deadlineMs },
        patience,
      )
    } finally {
      await running.close()
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const failure: Failure = { kind: 'server', step: 'the server', details: [message], timeline: [] }
    return { failure, durationMs: clock.now() - startedAt }
  }
}

async function playWire(
  { scenario }: Task & { kind: 'wire' },
  { target }: Awaited<ReturnType<ServerUnderTest['start']>>,
  clock: Clock,
): Promise<CaseRun> {
  const startedAt = clock.now()
  const played = await play(scenario, target, clock)
  const durationMs = clock.now() - startedAt
  if (played.passed) return { failure: undefined, durationMs }
  const [, ...details] = differencesOf(played)
  const failed = played.steps.find((step) => !step.passed)
  return { failure: { kind: 'expectation', step: failed?.title ?? '', details, timeline: [] }, durationMs }
}
