import type { Part } from '../part.ts'

/** A pass of the matchmaker over ten thousand waiting tickets, without any network. */
export const matchmaker: Part = {
  name: 'matchmaker',
  isOverNetwork: false,
  async run(bench) {
    const result = await bench.measure<{ passMs: Record<string, number>; noOpMs: number }>(
      'matchmaker.ts',
      String(bench.rounds),
    )
    return Object.entries(result.passMs).map(([crowd, subject]) => ({
      part: 'matchmaker',
      what: `10000 tickets, ${crowd}`,
      unit: 'ms of CPU per pass',
      subject,
      floor: result.noOpMs,
      floorIs: 'looking at each',
      limit: { of: 'subject', atMost: 1000 },
    }))
  },
}
