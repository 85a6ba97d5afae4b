import {
  type FaultLimits,
  type Logger,
  MemoryStore,
  PartyServer,
  type SavedServer,
  type SavedStore,
  type ServerConfigOverrides,
  ServerControl,
} from '@party/server'
import type { Chance, SavedChance } from './chance/chance.ts'
import type { TestClock } from './time/clock.ts'
import type { Work } from './time/work.ts'

/** The state of an environment at one moment. Only for `restore`, of the same environment or of another one. */
export interface Snapshot {
  /** What the clock showed, in ms since the Unix epoch. */
  readonly atMs: number
  readonly store: SavedStore
  readonly server: SavedServer
  readonly chance: SavedChance
}

export interface OwnServerParts {
  readonly config: ServerConfigOverrides
  readonly clock: TestClock
  readonly chance: Chance
  readonly work: Work
  readonly logger: Logger | undefined
  readonly limits: FaultLimits
  report(text: string): void
}

/** The environment's own server, with all that can be done to it. */
export class OwnServer {
  readonly server: PartyServer
  readonly control: ServerControl
  readonly #clock: TestClock
  readonly #chance: Chance
  readonly #store = new MemoryStore()

  constructor({ config, clock, chance, work, logger, limits, report }: OwnServerParts) {
    this.#clock = clock
    this.#chance = chance
    this.server = new PartyServer({
      config,
      clock,
      random: chance.stream('server'),
      ids: chance.ids,
      offload: work.offload,
      store: this.#store,
      ...(logger !== undefined && { logger }),
    })
    const random = chance.stream('faults').float
    this.control = new ServerControl(this.server, { clock, random, limits, report })
  }

  save(): Snapshot {
    return {
      atMs: this.#clock.now(),
      store: this.#store.save(),
      server: this.server.save(),
      chance: this.#chance.save(),
    }
  }

  /** Goes back, as far as open connections allow. */
  load({ atMs, store, server, chance }: Snapshot): void {
    this.control.flush()
    this.#clock.set(atMs)
    this.#store.load(store)
    this.#chance.load(chance)
    this.server.load(server)
  }

  /** Goes back without connections, and so without parties. */
  reset({ atMs, store, server, chance }: Snapshot): void {
    this.control.faults.liftAll()
    this.control.flush()
    this.#clock.set(atMs)
    this.server.restart()
    this.#store.load(store)
    this.server.load({ ...this.server.save(), revocations: server.revocations })
    this.#chance.load(chance)
  }
}
