import type { Part } from '../part.ts'
import { median } from '../statistics.ts'

const crowd = { partySize: 16, parties: 16 }

/** How long a message takes when the server is half busy. The relay has the same load, and so more room. */
export const latency: Part = {
  name: 'latency',
  isOverNetwork: true,
  run: (bench) =>
    bench.withServers(async (subject, relay) => {
      const most = await bench.load('latency', subject, { ...crowd, sendsPerSec: undefined, measureMs: 2000 })
      const options = { ...crowd, sendsPerSec: Math.floor(most.sendsPerSec / 2), measureMs: 2000 }
      const subjects = []
      const relays = []
      for (let round = 0; round < bench.rounds; round++) {
        relays.push(await bench.load('latency', relay, options))
        subjects.push(await bench.load('latency', subject, options))
      }
      const what = `party of 16, ${options.sendsPerSec} messages/s, half of what can be had`
      const common = { part: 'latency', unit: 'ms', floorIs: 'relay' }
      return [
        {
          ...common,
          what: `p50, ${what}`,
          subject: median(subjects.map(({ p50Ms }) => p50Ms)),
          floor: median(relays.map(({ p50Ms }) => p50Ms)),
        },
        {
          ...common,
          what: `p99, ${what}`,
          subject: median(subjects.map(({ p99Ms }) => p99Ms)),
          floor: median(relays.map(({ p99Ms }) => p99Ms)),
          limit: { of: 'ratio', atMost: 2 },
        },
      ]
    }),
}
