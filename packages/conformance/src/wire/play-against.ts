import { type Clock, systemClock } from '@party/protocol'
import { covers } from '../files/pattern.ts'
import { readRecordings } from './files.ts'
import { type Playthrough, play } from './play.ts'
import type { Recording, Scenario } from './scenario.ts'
import { type Target, webTarget } from './target.ts'

/** Which server to play against, and what. */
export interface PlayAgainstOptions {
  /** The server's address, such as `http://127.0.0.1:7350`. */
  readonly url: string
  readonly serverKey: string
  /** Names of scenarios, `*` for any characters; all of them by default. */
  readonly only?: readonly string[]
  /**
   * Plays what was recorded with `session.single_socket` and `session.single_party` on, instead of everything else.
   * The server has to be configured that way. Default false.
   */
  readonly single?: boolean
  /** Scenarios played at the same time; 8 by default. */
  readonly jobs?: number
  /** How much longer than recorded an outcome may take, in ms; 1500 by default. */
  readonly patienceMs?: number
  /** How long to watch after each step for what should not arrive, in ms; 100 by default. */
  readonly quietMs?: number
  /** Measures the waiting; real time by default. */
  readonly clock?: Clock
}

/**
 * Plays the recordings against any server, in real time. The matchmaker's interval should be 3 seconds and the node's
 * name `nakama1`, as in the server that was recorded.
 *
 * Never rejects because of what the server does; a server that cannot be reached fails every scenario.
 */
export async function playAgainst(options: PlayAgainstOptions): Promise<Playthrough[]> {
  const clock = options.clock ?? systemClock
  const target = realTarget(options, clock)
  const scenarios = selectScenarios(readRecordings(), options.only ?? ['*'], options.single ?? false)
  return inParallel(scenarios, options.jobs ?? 8, (scenario) => play(scenario, target, clock))
}

/** The scenarios that are asked for, of a server with or without single sockets and parties. */
export function selectScenarios(
  recordings: readonly Recording[],
  only: readonly string[],
  single: boolean,
): Scenario[] {
  return recordings
    .filter((recording) => 'session' in recording.config === single)
    .flatMap((recording) => recording.scenarios)
    .filter((scenario) => only.some((pattern) => covers(pattern, scenario.name)))
}

function realTarget(options: PlayAgainstOptions, clock: Clock): Target {
  return webTarget({
    url: options.url,
    serverKey: options.serverKey,
    fetch: (url, init) => fetch(url, init),
    WebSocket,
    pass: (ms) => new Promise((resolve) => void clock.setTimeout(resolve, ms)),
    patienceMs: options.patienceMs ?? 1_500,
    quietMs: options.quietMs ?? 100,
  })
}

/** Maps a list, a few items at a time, and keeps its order. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  jobs: number,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const queue = items.entries()
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await run(item)
  }
  await Promise.all(Array.from({ length: jobs }, worker))
  return results
}
