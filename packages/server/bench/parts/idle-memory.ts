import type { Part } from '../part.ts'

const connections = 10_000

/** What a server keeps for a player who is connected and does nothing. One round: a server grows only once. */
export const idleMemory: Part = {
  name: 'idle-memory',
  isOverNetwork: true,
  run: (bench) =>
    bench.withServers(async (subject, relay) => {
      const floor = await bench.load('idle', relay, { connections })
      const measured = await bench.load('idle', subject, { connections })
      const common = { part: 'idle-memory', unit: 'kB per connection', floorIs: 'relay' } as const
      return [
        {
          ...common,
          what: `${connections} players sign in and connect`,
          subject: measured.bytesPerConnection / 1000,
          floor: floor.bytesPerConnection / 1000,
          limit: { of: 'subject', atMost: 15 },
        },
        {
          ...common,
          what: `${connections} players who had signed in connect`,
          subject: measured.bytesWithoutSignIn / 1000,
          floor: floor.bytesWithoutSignIn / 1000,
          limit: { of: 'subject', atMost: 15 },
        },
      ]
    }),
}
