import type { WebSocketConstructor } from '@party/client'
import type { Logger, ServerConfigOverrides } from '@party/server'
import type { Backend, Place } from './backends/backend.ts'
import { type ExistingServer, existingCapabilities, existingPlace } from './backends/existing.ts'
import { memoryBackend } from './backends/memory.ts'
import { type MswServer, mswBackend } from './backends/msw.ts'
import { nodeBackend } from './backends/node.ts'
import { type Capabilities, CapabilityError } from './capabilities.ts'
import { Chance } from './chance/chance.ts'
import type { IdStyle } from './chance/ids.ts'
import { TestEnvironment } from './environment.ts'
import { OwnServer } from './own-server.ts'
import { Players, type TestClientOptions } from './players.ts'
import { HeldClock, RealClock, type TestClock } from './time/clock.ts'
import { Work } from './time/work.ts'
import { Journal } from './wire/journal.ts'

/** What an environment is like; everything has a default. */
export interface TestEnvironmentOptions {
  /**
   * How players reach the server. `memory`, the default: without any network. `node`: over a real port of this machine.
   * `{ msw }`: through Mock Service Worker, where the game's own client finds it too. `{ url }`: a server that is there
   * already, with which much is impossible.
   */
  readonly backend?: 'memory' | 'node' | MswServer | ExistingServer
  /** Options of the server under Nakama's names: `{ matchmaker: { intervalSec: 3 } }`. Default Nakama's defaults. */
  readonly config?: ServerConfigOverrides
  /** `virtual` time stands still until the test advances it: the default where the backend can do it. */
  readonly time?: 'virtual' | 'real'
  /** When virtual time begins. Default 2030-01-01T00:00:00Z. */
  readonly startAt?: Date
  /** What all chance comes from: ids, tickets, jitter. The same seed, and the same test, give the same timeline. Default 0. */
  readonly seed?: string | number
  /** `readable` ids count (`aaaaaaaa-0000-4000-8000-000000000001`). Default `random`. They are valid UUIDs both ways. */
  readonly ids?: IdStyle
  /** Options for every player's client, such as `timeoutMs`. */
  readonly client?: TestClientOptions
  /** Where the server reports what it does. Default nowhere. */
  readonly logger?: Logger
  /** The WebSocket class for backends with a real network. Default the platform's own, which Node 20 lacks. */
  readonly WebSocket?: WebSocketConstructor
  /**
   * Makes the state that tests begin with, and that `reset` goes back to: accounts, kept notifications, hooks,
   * functions. Players that it connects are disconnected at its end.
   */
  readonly setUp?: (env: TestEnvironment) => void | Promise<void>
}

const backends: Readonly<Record<'memory' | 'node', Backend>> = { memory: memoryBackend, node: nodeBackend }

/**
 * Makes a server and a clock of its own, for one test or for many. Whoever makes it closes it: with `close()`, or with
 * `await using`.
 *
 * Rejects with {@link CapabilityError} for what the backend cannot do, with `ConfigError` for a configuration that cannot
 * work, with `TypeError` where there is no WebSocket class, and with whatever `setUp` throws.
 */
export async function createTestEnvironment(options: TestEnvironmentOptions = {}): Promise<TestEnvironment> {
  const { backend = 'memory', setUp } = options
  if (backend !== 'memory') checkWebSocket(options)
  const env = isExisting(backend) ? onExisting(backend, options) : await onOwnServer(own(backend), options)
  if (setUp === undefined) return env
  try {
    await setUp(env)
    if (env.can.snapshots) await env.rebase()
  } catch (error) {
    await env.close()
    throw error
  }
  return env
}

function checkWebSocket({ WebSocket = Reflect.get(globalThis, 'WebSocket') }: TestEnvironmentOptions): void {
  if (WebSocket !== undefined) return
  throw new TypeError(
    'this platform has no WebSocket; give the class of `ws`, say, as the option `WebSocket`',
  )
}

type BackendOption = NonNullable<TestEnvironmentOptions['backend']>

function isExisting(backend: BackendOption): backend is ExistingServer {
  return typeof backend === 'object' && !('msw' in backend)
}

function own(backend: Exclude<BackendOption, ExistingServer>): Backend {
  return typeof backend === 'string' ? backends[backend] : mswBackend(backend)
}

async function onOwnServer(backend: Backend, options: TestEnvironmentOptions): Promise<TestEnvironment> {
  const { config = {}, logger, seed = 0, ids = 'random' } = options
  const { clock, work, journal } = basics(backend.can, options)
  const chance = new Chance(String(seed), ids)
  const report = (text: string) => journal.note('', `! ${text}`)
  const { limits } = backend
  const own = new OwnServer({ config, clock, chance, work, logger, limits, report })
  const place = await backend.open(own.control, work)
  const random = (player: string) => chance.stream(`player ${player}`).float
  const { serverKey } = own.server.config.socket
  const players = playersAt(place, { options, serverKey, clock, journal, random })
  return new TestEnvironment({ can: canNow(backend.can, clock), clock, work, journal, players, place, own })
}

function onExisting(server: ExistingServer, options: TestEnvironmentOptions): TestEnvironment {
  if (options.seed !== undefined || options.ids !== undefined) {
    throw new CapabilityError('seed', 'an existing server gives out ids of its own: it knows no seed')
  }
  if (options.config !== undefined || options.logger !== undefined) {
    throw new CapabilityError('server', 'an existing server has its own configuration and its own log')
  }
  const can = existingCapabilities
  const { clock, work, journal } = basics(can, options)
  const place = existingPlace(server)
  const { serverKey = 'defaultkey' } = server
  const players = playersAt(place, { options, serverKey, clock, journal, random: () => Math.random })
  return new TestEnvironment({ can, clock, work, journal, players, place, own: undefined })
}

function basics(can: Capabilities, { time, startAt }: TestEnvironmentOptions) {
  const work = new Work()
  const clock = clockFor(can, time ?? (can.virtualTime ? 'virtual' : 'real'), startAt, work)
  return { work, clock, journal: new Journal(() => clock.now()) }
}

function clockFor(
  can: Capabilities,
  time: 'virtual' | 'real',
  startAt: Date = new Date(Date.UTC(2030, 0, 1)),
  work: Work,
): TestClock {
  if (time === 'real') return new RealClock()
  if (can.virtualTime) return new HeldClock(startAt.getTime(), () => work.settled())
  throw new CapabilityError(
    'virtualTime',
    'over a real network time cannot be virtual: nobody can tell when what is on its way has arrived',
  )
}

/** What a backend can do in virtual time only it cannot do in real time. */
function canNow(can: Capabilities, clock: TestClock): Capabilities {
  return { ...can, virtualTime: clock.isVirtual }
}

interface Playground {
  readonly options: TestEnvironmentOptions
  readonly serverKey: string
  readonly clock: TestClock
  readonly journal: Journal
  random(player: string): () => number
}

function playersAt(place: Place, { options, ...rest }: Playground): Players {
  return new Players({
    ...rest,
    url: place.url,
    WebSocket: place.WebSocket ?? options.WebSocket,
    fetch: place.fetch,
    options: options.client ?? {},
  })
}
