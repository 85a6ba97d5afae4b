import { type Clock, systemClock } from '@party/protocol'
import { inProcessLink } from './adapter/in-process-link.ts'
import type { OpenLink } from './adapter/link.ts'
import type { CodecName, Hello } from './adapter/messages.ts'
import { processLink } from './adapter/process-link.ts'
import { Program } from './adapter/program.ts'
import { webSocketLink } from './adapter/web-socket-link.ts'
import type { Case } from './cases/case.ts'
import { readCases } from './cases/files.ts'
import { type KnownFailure, staleEntries } from './known-failures.ts'
import { planCases, planRecordings, type Selection, type Task } from './run/plan.ts'
import { runAll, type TaskRecord } from './run/run-all.ts'
import type { Patience } from './run/run-case.ts'
import { MemoryNetwork } from './servers/memory-network.ts'
import { referenceServer } from './servers/reference.ts'
import { remoteServer } from './servers/remote.ts'
import type { ServerUnderTest } from './servers/server-under-test.ts'
import type { Rewrite } from './servers/tapped-server.ts'
import { readRecordings } from './wire/files.ts'
import type { Recording } from './wire/scenario.ts'

/** Who is put to the cases, which cases, and how. */
export interface SuiteOptions {
  /** `reference`, a command line, or `ws:PORT` for a program that connects to us. */
  readonly client: string
  /**
   * Each of them in turn: `reference` (in memory if the client is in this process, else on a port),
   * `reference:port`, or a URL.
   */
  readonly servers: readonly string[]
  /** What to choose from; everything in this package by default. */
  readonly cases?: readonly Case[]
  /** The same of recordings. Without a pattern they are played with the reference client alone: they have no client. */
  readonly recordings?: readonly Recording[]
  /** Of servers by URL. */
  readonly serverKey: string
  /** Those that the client has, when there are none. */
  readonly codecs: readonly CodecName[]
  readonly selection: Selection
  readonly knownFailures?: readonly KnownFailure[]
  /** Cases at the same time; 4 by default. */
  readonly parallel?: number
  /** Shuffles the cases. */
  readonly seed?: number | undefined
  /** How long one command may take, in ms; 3000 by default. */
  readonly deadlineMs?: number
  /** How long to wait for what no round trip proves, over real sockets, in ms; 1000 by default, 2000 by URL. */
  readonly patienceMs?: number
  /** How long to watch for what should not come from a server by URL, in ms; 100 by default. */
  readonly quietMs?: number
  /** Says where a program has to connect to. */
  onListening?(url: string): void
  /** Called when a run with one server begins. */
  onRun?(server: string, tasks: number): void
  /** Called after each case. True ends the run. */
  onDone?(record: TaskRecord): boolean | undefined
  /** Wraps the line to the client: for a client that is broken on purpose. */
  wrapLink?(open: OpenLink): OpenLink
  /** Rewrites the reference server's frames: for a server that is broken on purpose. */
  readonly rewrite?: Rewrite
  readonly clock?: Clock
}

/** How everything went. */
export interface SuiteResult {
  readonly records: readonly TaskRecord[]
  /** What is wrong with the list of known failures. */
  readonly stale: readonly string[]
  /** What the client has said of itself. */
  readonly hello: Hello | undefined
}

/**
 * Puts a client and servers to the suite.
 *
 * @throws {ProgramError} (rejects) when the client cannot be started.
 */
export async function runSuite(options: SuiteOptions): Promise<SuiteResult> {
  const { client, servers, selection, knownFailures = [] } = options
  const isReference = client === 'reference'
  const cases = options.cases ?? readCases()
  const hasRecordings = isReference || selection.patterns.length > 0
  const recordings = hasRecordings ? (options.recordings ?? readRecordings()) : []
  const records: TaskRecord[] = []
  let hello: Hello | undefined
  for (const name of servers) {
    const network = isReference && name === 'reference' ? new MemoryNetwork() : undefined
    const server = serverOf(name, network, options)
    const open = linkOf(client, network, options)
    const program = await Program.start(options.wrapLink?.(open) ?? open)
    hello = program.hello
    try {
      const codecs = options.codecs.length > 0 ? options.codecs : codecsOf(program.hello)
      const tasks: Task[] = [...planCases(cases, codecs, selection), ...planRecordings(recordings, selection)]
      options.onRun?.(server.name, tasks.length)
      records.push(
        ...(await runAll({
          program,
          server,
          tasks,
          knownFailures,
          parallel: options.parallel ?? 4,
          seed: options.seed,
          deadlineMs: options.deadlineMs ?? 3_000,
          patience: patienceFor(server, network, options),
          clock: options.clock ?? systemClock,
          onDone: (record) => options.onDone?.(record),
        })),
      )
    } finally {
      await program.close()
    }
  }
  return { records, stale: staleIn(records, knownFailures, selection), hello }
}

function linkOf(client: string, network: MemoryNetwork | undefined, options: SuiteOptions): OpenLink {
  if (client === 'reference') return inProcessLink(network?.platform)
  const [, port] = /^ws:(\d+)$/.exec(client) ?? []
  if (port === undefined) return processLink(client)
  return webSocketLink(Number(port), (url) => options.onListening?.(url))
}

function serverOf(name: string, network: MemoryNetwork | undefined, options: SuiteOptions): ServerUnderTest {
  const { serverKey, quietMs = 100, rewrite } = options
  if (name !== 'reference' && name !== 'reference:port') return remoteServer(name, serverKey, quietMs)
  return referenceServer({ network, ...(rewrite !== undefined && { rewrite }) })
}

/** In memory everything that is to come has come once it is quiet; the end of a real socket takes a moment. */
function patienceFor(
  { isControlled }: ServerUnderTest,
  network: MemoryNetwork | undefined,
  { patienceMs = isControlled ? 1_000 : 2_000 }: SuiteOptions,
): Patience {
  if (network !== undefined) return { forEventsMs: 30, afterEndingsMs: 0 }
  return { forEventsMs: patienceMs, afterEndingsMs: 50 }
}

function codecsOf({ features }: Hello): CodecName[] {
  return (['json', 'protobuf'] as const).filter((codec) => features.includes(`codec.${codec}`))
}

/** An entry that covers nothing is stale, unless the run was narrowed to some cases. */
function staleIn(
  records: readonly TaskRecord[],
  knownFailures: readonly KnownFailure[],
  { patterns, tags }: Selection,
): string[] {
  const ran = records.filter(({ outcome }) => outcome !== 'skipped')
  const runs = ran.map(({ id, codec, outcome }) => ({ id, codec, passed: outcome === 'passed' }))
  const isNarrowed = patterns.length > 0 || tags.length > 0
  return staleEntries(knownFailures, runs).filter((line) => !isNarrowed || !line.endsWith('no case that ran'))
}
