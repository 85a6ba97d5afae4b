import { PartyClient } from '@party/client'
import { parseDemoArguments, usage } from './arguments.ts'
import { OwnServer } from './own-server.ts'
import { createStage } from './stage.ts'
import { playStory } from './story.ts'

async function main(): Promise<void> {
  const demo = parseDemoArguments(process.argv.slice(2))
  if (demo.help) {
    process.stdout.write(usage)
    return
  }
  const stage = createStage(process.stdout)
  const own = demo.server === undefined ? new OwnServer(demo.serverKey) : undefined
  await own?.start()
  const url = demo.server ?? new URL(own?.url ?? '')
  try {
    stage.note(
      own === undefined ? `Playing against ${url.origin}` : `A party server listens on ${url.origin}`,
    )
    const startedAt = performance.now()
    const { scenes, events } = await playStory(clientOf(url, demo.serverKey), stage, own)
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(2)
    stage.done(`All as it should be: 4 players, ${scenes} scenes, ${events} events seen, ${seconds} s.`)
    if (own !== undefined && demo.keep) await keep(own, url)
  } finally {
    await own?.close()
  }
}

function clientOf(url: URL, serverKey: string): PartyClient {
  const ssl = url.protocol === 'https:'
  const port = url.port === '' ? (ssl ? 443 : 80) : Number(url.port)
  return new PartyClient({ serverKey, host: url.hostname, port, ssl })
}

/** Leaves the server to the user until a signal comes. */
async function keep({ serverKey }: OwnServer, url: URL): Promise<void> {
  process.stdout.write(
    `\nThe server stays up on ${url.origin}. Connect to it with\n\n` +
      `  new PartyClient({ serverKey: '${serverKey}', host: '${url.hostname}', port: ${url.port} })\n\n` +
      'and stop it with Ctrl+C.\n',
  )
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

main().catch((error: unknown) => {
  process.stderr.write(`\nThe demo failed: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
