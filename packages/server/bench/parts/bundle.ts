import type { Part } from '../part.ts'

/** What a page downloads for the client, as a bundler makes it. */
export const bundle: Part = {
  name: 'bundle',
  isOverNetwork: false,
  async run(bench) {
    const { whole, bare, nakamaJs } =
      await bench.measure<Record<'whole' | 'bare' | 'nakamaJs', number>>('bundle.ts')
    const common = { part: 'bundle', unit: 'kB after gzip', floor: nakamaJs / 1000, floorIs: 'nakama-js' }
    return [
      { ...common, what: 'the whole client', subject: whole / 1000 },
      { ...common, what: 'a socket alone', subject: bare / 1000 },
    ]
  },
}
