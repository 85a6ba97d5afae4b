import type { Part } from '../part.ts'
import { interleave } from '../statistics.ts'

/**
 * Some seconds of parties: the system counts CPU in ticks of 10 ms, and in a shorter time too much of it is the compiler's.
 */
const options = { groups: 32, livesPerGroup: 400 }

/** A party of four from its creation to its end. */
export const partyLife: Part = {
  name: 'party-life',
  isOverNetwork: true,
  run: (bench) =>
    bench.withServers(async (subject, relay) => {
      const measured = await interleave(
        bench.rounds,
        () => bench.load('partyLife', subject, options),
        () => bench.load('partyLife', relay, options),
      )
      return [
        {
          part: 'party-life',
          what: 'create, three joins, three leaves, close',
          unit: 'µs of CPU per party',
          ...measured,
          floorIs: 'relay, eight messages to three each',
          limit: { of: 'subject', atMost: 175 },
        },
      ]
    }),
}
