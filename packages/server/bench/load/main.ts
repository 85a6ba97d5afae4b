import { fanOut } from './fan-out.ts'
import { idle } from './idle.ts'
import { latency } from './latency.ts'
import { listing } from './listing.ts'
import { partyLife } from './party-life.ts'
import { connectionStorm, noOpStorm, signInStorm } from './storm.ts'
import type { Target } from './target.ts'

// The load: puts one task on one server, prints the result as JSON, and ends.

const tasks = { fanOut, latency, partyLife, idle, connectionStorm, signInStorm, noOpStorm, listing }

export type LoadTask = typeof tasks

interface Order {
  readonly name: keyof LoadTask
  readonly target: Target
  readonly options: never
}

const { name, target, options } = JSON.parse(process.argv[2] ?? '') as Order
process.stdout.write(JSON.stringify(await tasks[name](target, options)), () => process.exit(0))
