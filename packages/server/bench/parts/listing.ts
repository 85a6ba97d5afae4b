import type { Part } from '../part.ts'

const parties = 100_000

/** Pages of ten; the second query finds a tenth of the parties, the third a hundred, the last none. */
const queries = ['', '+label.mode:m3', '+label.level:7', '+label.level:>=500', '+label.mode:none']

/** Finding parties among many. */
export const listing: Part = {
  name: 'listing',
  isOverNetwork: true,
  run: (bench) =>
    bench.withServers(async (subject) => {
      const result = await bench.load('listing', subject, { parties, requests: 1000, queries })
      return queries.map((query) => ({
        part: 'listing',
        what: `${parties} parties, query ${query === '' ? 'empty' : `\`${query}\``}`,
        unit: 'µs of CPU per page',
        subject: result.cpuUsByQuery[query] ?? Number.NaN,
        floor: result.cpuUsOfHealthcheck,
        floorIs: 'health check',
      }))
    }),
}
