import type { Part } from '../part.ts'
import type { Row } from '../row.ts'
import { interleave } from '../statistics.ts'

/** Members of all parties together: as many sockets whatever the size of a party. */
const members = 256

const warmUp = { partySize: 4, members, senders: 'all', warmUpMs: 0, measureMs: 2000 } as const

const kinds = [
  { senders: 'one', what: 'one of them sends' },
  { senders: 'all', what: 'all of them send' },
] as const

/** A message of one member reaches all others: what each delivery costs. */
export const fanOut: Part = {
  name: 'fan-out',
  isOverNetwork: true,
  run: (bench) =>
    bench.withServers(async (subject, relay) => {
      const rows: Row[] = []
      // Compiled code first: a server is not measured in its first second.
      for (const target of [relay, subject]) await bench.load('fanOut', target, warmUp)
      for (const { senders, what } of kinds) {
        for (const partySize of [4, 16, 64, 256]) {
          const options = { partySize, members, senders, warmUpMs: 400, measureMs: 1000 }
          const measured = await interleave(
            bench.rounds,
            () => bench.load('fanOut', subject, options),
            () => bench.load('fanOut', relay, options),
          )
          rows.push({
            part: 'fan-out',
            what: `party of ${partySize}, ${what}`,
            unit: 'µs of CPU per delivery',
            ...measured,
            floorIs: 'relay',
            limit: { of: 'ratio', atMost: 1.4 },
          })
        }
      }
      return rows
    }),
}
