import { median } from '../statistics.ts'
import { load } from './neighbours.ts'

// What an environment for tests costs; prints milliseconds of CPU: the first of a process, loading everything
// included, each further one, and for comparison starting Node itself and a bare server.

const times = 200

interface Environment {
  close(): Promise<void>
}

interface Testing {
  createTestEnvironment(options: object): Promise<Environment>
}

const cpuMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

const nodeMs = cpuMs()
const beforeFirst = process.cpuUsage()
const { createTestEnvironment } = await load<Testing>('@party/testing')
await (await createTestEnvironment({})).close()
const firstMs = cpuMs(beforeFirst)

async function msPerTime(action: () => Promise<void>): Promise<number> {
  const samples: number[] = []
  for (let sample = 0; sample < 5; sample++) {
    const before = process.cpuUsage()
    for (let time = 0; time < times / 5; time++) await action()
    samples.push(cpuMs(before) / (times / 5))
  }
  return median(samples)
}

const { PartyServer } = await import('../../src/index.ts')
const nextMs = await msPerTime(async () => (await createTestEnvironment({})).close())
const bareMs = await msPerTime(() => new PartyServer().close())

process.stdout.write(JSON.stringify({ nodeMs, firstMs, nextMs, bareMs }), () => process.exit(0))
