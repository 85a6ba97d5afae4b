/** What an environment can do; an existing server cannot do much of it. */
export interface Capabilities {
  /** Time stands still until it is advanced. */
  readonly virtualTime: boolean
  /** Ids, tickets and jitter come from the seed. */
  readonly seed: boolean
  /** The server can be looked into, and given hooks, functions and notifications: `server`. */
  readonly server: boolean
  /** Things can be made to go wrong: `faults`. */
  readonly faults: boolean
  /** The state can be kept and put back: `snapshot`, `restore`, `reset`. */
  readonly snapshots: boolean
}

/** Something was asked of an environment that its backend cannot do. */
export class CapabilityError extends Error {
  override readonly name = 'CapabilityError'
  /** What is missing. */
  readonly capability: keyof Capabilities

  constructor(capability: keyof Capabilities, why: string) {
    super(why)
    this.capability = capability
  }
}
