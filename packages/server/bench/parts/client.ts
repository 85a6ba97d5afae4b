import type { Part } from '../part.ts'

/** A party message on its way from the WebSocket to the game, in this project's client and in nakama-js. */
export const client: Part = {
  name: 'client',
  isOverNetwork: false,
  async run(bench) {
    const { party, nakamaJs, parse } = await bench.measure<Record<'party' | 'nakamaJs' | 'parse', number>>(
      'client.ts',
      String(bench.rounds),
    )
    const common = { part: 'client', unit: 'ns of CPU per message' }
    return [
      {
        ...common,
        what: 'decode and dispatch party data',
        subject: party,
        floor: parse,
        floorIs: 'JSON.parse',
      },
      {
        ...common,
        what: 'the same beside nakama-js',
        subject: party,
        floor: nakamaJs,
        floorIs: 'nakama-js',
        limit: { of: 'ratio', atMost: 1 },
      },
    ]
  },
}
