import type { Part } from '../part.ts'
import { bundle } from './bundle.ts'
import { client } from './client.ts'
import { fanOut } from './fan-out.ts'
import { idleMemory } from './idle-memory.ts'
import { latency } from './latency.ts'
import { listing } from './listing.ts'
import { matchmaker } from './matchmaker.ts'
import { partyLife } from './party-life.ts'
import { startUp } from './start-up.ts'
import { storm } from './storm.ts'

export const parts: readonly Part[] = [
  fanOut,
  latency,
  partyLife,
  idleMemory,
  storm,
  matchmaker,
  listing,
  client,
  startUp,
  bundle,
]
