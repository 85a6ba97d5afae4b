import type { Part } from '../part.ts'
import { median } from '../statistics.ts'

/** Milliseconds of CPU. */
type Sample = Readonly<Record<'nodeMs' | 'firstMs' | 'nextMs' | 'bareMs', number>>

/** How long a test waits for its environment. */
export const startUp: Part = {
  name: 'start-up',
  isOverNetwork: false,
  async run(bench) {
    const samples: Sample[] = []
    for (let round = 0; round < bench.rounds; round++) samples.push(await bench.measure('start-up.ts'))
    const of = (name: keyof Sample): number => median(samples.map((sample) => sample[name]))
    return [
      {
        part: 'start-up',
        what: 'the first environment of a process, loading included',
        unit: 'ms of CPU',
        subject: of('firstMs'),
        floor: of('nodeMs'),
        floorIs: 'starting Node',
      },
      {
        part: 'start-up',
        what: 'each further environment, to its end',
        unit: 'ms of CPU',
        subject: of('nextMs'),
        floor: of('bareMs'),
        floorIs: 'a bare server',
      },
    ]
  },
}
