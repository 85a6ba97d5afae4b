import type { Part } from '../part.ts'
import { interleave } from '../statistics.ts'

const count = 2000

/** Everybody comes at once: signing in, and connecting. */
export const storm: Part = {
  name: 'storm',
  isOverNetwork: true,
  run: (bench) =>
    bench.withServers(async (subject, relay) => {
      let round = 0
      const connections = await interleave(
        bench.rounds,
        () => bench.load('connectionStorm', subject, { count }),
        () => bench.load('connectionStorm', relay, { count }),
      )
      const signIns = await interleave(
        bench.rounds,
        () => bench.load('signInStorm', subject, { count, prefix: `storm-${round++}` }),
        () => bench.load('noOpStorm', relay, { count }),
      )
      return [
        {
          part: 'storm',
          what: `${count} players connect and are cut off`,
          unit: 'µs of CPU per connection',
          ...connections,
          floorIs: 'relay',
        },
        {
          part: 'storm',
          what: `${count} new players sign in over HTTP`,
          unit: 'µs of CPU per player',
          ...signIns,
          floorIs: 'an empty answer over HTTP',
        },
      ]
    }),
}
