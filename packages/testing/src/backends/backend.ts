import type { WebSocketConstructor } from '@party/client'
import type { FaultLimits, ServerControl } from '@party/server'
import type { Capabilities } from '../capabilities.ts'
import type { Work } from '../time/work.ts'

/** An address that players connect to, and by which means. */
export interface Place {
  /** `http://host:port` or `https://…`. */
  readonly url: URL
  /** In place of the global class, which is looked up for every connection otherwise. */
  readonly WebSocket?: WebSocketConstructor | undefined
  /** In place of the global function. */
  readonly fetch?: typeof fetch | undefined
  /** Ends every connection, and the server where it is ours. */
  close(): Promise<void>
}

/** A way for players to reach a server of the environment's own. */
export interface Backend {
  readonly can: Capabilities
  /** Faults that it cannot show, each with the reason. */
  readonly limits: FaultLimits
  /**
   * Makes the server reachable.
   *
   * @param work that virtual time waits for, where something takes its time on the way
   */
  open(server: ServerControl, work: Work): Promise<Place>
}

/** What every backend can whose server is the environment's own. */
export const ownServer: Capabilities = {
  virtualTime: true,
  seed: true,
  server: true,
  faults: true,
  snapshots: true,
}
