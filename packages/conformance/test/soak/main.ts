// A soak for as long as one likes, on a real port in real time or, with --virtual, in none:
//   node packages/conformance/test/soak/main.ts [--seconds 60] [--parties 50] [--seed 1] [--seeds 1] [--virtual]
import { parseArgs } from 'node:util'
import { createTestEnvironment } from '@party/testing'
import { seeded } from './chance.ts'
import { CountedEvents, type SoakReport, soak } from './soak.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    parties: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    /** How many seeds to run, one after the other. */
    seeds: { type: 'string', default: '1' },
    virtual: { type: 'boolean', default: false },
  },
})

const rejections: unknown[] = []
process.on('unhandledRejection', (reason) => rejections.push(reason))

for (let seed = Number(values.seed), last = seed + Number(values.seeds); seed < last; seed++) {
  const { report, listeners } = await run(seed)
  const isGood =
    report.surprises.length + report.pending + report.differences.length + rejections.length + listeners === 0
  process.stdout.write(
    `seed ${seed}: ${isGood && report.isSettled ? 'all as it should be' : 'NOT as it should be'}\n`,
  )
  if (!isGood || !report.isSettled) process.exitCode = 1
  process.stdout.write(`${JSON.stringify({ ...report, listeners, rejections }, null, 2)}\n`)
}

async function run(seed: number): Promise<{ report: SoakReport; listeners: number }> {
  const events = new CountedEvents()
  const env = await createTestEnvironment({
    seed,
    backend: values.virtual ? 'memory' : 'node',
    client: { environment: events },
  })
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  try {
    const report = await soak(env, {
      parties: Number(values.parties),
      turmoilMs: Number(values.seconds) * 1000,
      random: seeded(seed),
      pass: values.virtual ? (ms) => env.clock.advance(ms) : sleep,
    })
    await env.close()
    return { report, listeners: events.listeners }
  } finally {
    await env.close()
  }
}
