import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clientOf, type Sdk } from '../toolchains/sdk.ts'
import { sdks } from '../toolchains/sdks.ts'
import { groupBy } from './report/count.ts'
import { type Column, matrix } from './report/markdown.ts'
import type { TaskRecord } from './run/run-all.ts'
import { runSuite } from './suite.ts'

// node src/matrix.ts: runs everything that this repository can run, and writes MATRIX.md.

const pathOf = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url))

async function run(client: string, server: string): Promise<readonly TaskRecord[]> {
  const { records } = await runSuite({
    client,
    servers: [server],
    serverKey: 'defaultkey',
    codecs: [],
    selection: { patterns: [], tags: [] },
    parallel: 8,
  })
  return records
}

function columns(records: readonly TaskRecord[], title: (record: TaskRecord) => string): Column[] {
  return [...groupBy(records, title)].map(([heading, list]) => ({ title: heading, records: list }))
}

async function runSdk(sdk: Sdk): Promise<readonly TaskRecord[]> {
  const folder = mkdtempSync(join(tmpdir(), 'party-matrix-'))
  try {
    await sdk.build(folder)
    return await run(clientOf(sdk.adapter(folder)), 'reference')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const inMemory = await run('reference', 'reference')
const onPort = await run('reference', 'reference:port')
const others: TaskRecord[] = []
for (const sdk of sdks) others.push(...(await runSdk(sdk)))
const nakamaJs = await run(`"${process.execPath}" ${pathOf('adapters/nakama-js/stdio.ts')}`, 'reference')

const isCase = ({ capability }: TaskRecord) => capability !== 'wire'
const clients = columns(
  [...onPort.filter(isCase), ...others, ...nakamaJs],
  ({ client, codec }) => `${client}, ${codec}`,
)
const servers = columns([...inMemory, ...onPort], ({ server, codec }) => `${server}, ${codec}`)

const page = `# Who does what

Written by \`pnpm --filter @party/conformance matrix\` from runs of the suite; do not edit.

\`✓ 12\`: all twelve cases pass. \`9 of 12\`: three do not. \`–\`: there is nothing to play, because the client has no
method for it or the server cannot be told to. A case that a client has no method for does not count.

## Clients

Each against \`@party/server\` on a port. What nakama-js fails, and why, is told in
[its findings](adapters/nakama-js/FINDINGS.md).

${matrix(clients)}
## Servers

Each with \`@party/client\`. \`wire\` are the recordings of a real Nakama, played frame by frame.

${matrix(servers)}`

writeFileSync(pathOf('MATRIX.md'), page)
