import { describe, expect, it } from 'vitest'
import { knownFailureOf, type Ran, staleEntries } from '../src/known-failures.ts'
import { readNotYet, readRecordings } from '../src/wire/files.ts'
import { play } from '../src/wire/play.ts'
import { differencesOf } from '../src/wire/report.ts'
import { hosts } from './hosts.fixture.ts'

const recordings = readRecordings()
const notYet = readNotYet()

/** Every scenario over every host: what a real Nakama answered, our server answers. */
describe.each(Object.entries(hosts))('our server over the %s host answers as Nakama answered', (_, open) => {
  const runs: Ran[] = []

  describe.each(recordings)('$name', ({ config, scenarios }) => {
    it.each(scenarios)('$name', async (scenario) => {
      const host = await open(config)
      const played = await play(scenario, host.target)
      await host.close()
      runs.push({ id: scenario.name, codec: 'json', passed: played.passed })
      expect(host.clock.pending, 'timers of a closed server').toBe(0)
      const known = knownFailureOf(notYet, { id: scenario.name, codec: 'json' })
      if (known !== undefined) {
        expect(played.passed, `passes, though it is listed: ${known.reason}`).toBe(false)
      } else if (!played.passed) {
        expect.fail(differencesOf(played).join('\n'))
      }
    })
  })

  it('and the list of what is not answered yet is as long as it has to be', ({ skip }) => {
    const all = recordings.flatMap(({ scenarios }) => scenarios)
    // A run that was narrowed to some scenarios cannot tell what the list covers.
    skip(runs.length < all.length)
    expect(staleEntries(notYet, runs)).toEqual([])
  })
})
