import { parseArgs } from 'node:util'
import { playAgainst } from './play-against.ts'
import { report } from './report.ts'

const usage = `Plays what a real Nakama answered against a server, and shows what differs.

  node packages/conformance/src/wire/cli.ts --server URL [options]

  --server URL        address of the server, such as http://127.0.0.1:7350
  --server-key KEY    its server key (default: defaultkey)
  --only PATTERN      scenarios to play, * for any characters; may be given more than once
  --single            the server runs with session.single_socket and session.single_party:
                      play what was recorded that way instead of everything else
  --jobs NUMBER       scenarios at the same time (default: 8)
  --help

The server should run as the recorded one did: node name nakama1, matchmaker interval 3 seconds.
Exit status: 0 everything matches, 1 something differs, 2 nothing could be played.
`

process.exitCode = await main()

async function main(): Promise<number> {
  const options = readOptions()
  if (typeof options === 'string') return fail(options)
  if (options.help === true) {
    process.stdout.write(usage)
    return 0
  }
  const { server, only, single, jobs } = options
  if (server === undefined) return fail(`--server is missing\n\n${usage}`)
  if (!/^[1-9]\d*$/.test(jobs)) return fail('--jobs must be a number above 0\n')
  try {
    await fetch(new URL('/healthcheck', server))
  } catch (error) {
    return fail(`no server answers at ${server}: ${reasonOf(error)}\n`)
  }
  const played = await playAgainst({
    url: server,
    serverKey: options['server-key'],
    only: only ?? ['*'],
    single: single ?? false,
    jobs: Number(jobs),
  })
  if (played.length === 0) return fail('no scenario has such a name\n')
  process.stdout.write(report(played))
  return played.every((scenario) => scenario.passed) ? 0 : 1
}

/** The options, or what is wrong with them. */
function readOptions() {
  try {
    return parseArgs({
      options: {
        server: { type: 'string' },
        'server-key': { type: 'string', default: 'defaultkey' },
        only: { type: 'string', multiple: true },
        single: { type: 'boolean' },
        jobs: { type: 'string', default: '8' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    return `${reasonOf(error)}\n\n${usage}`
  }
}

function fail(message: string): number {
  process.stderr.write(message)
  return 2
}

/** `fetch` hides what went wrong in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : reasonOf(error.cause)
}
