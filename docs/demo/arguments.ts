import { parseArgs } from 'node:util'

/** What the demo is asked to do. */
export interface DemoArguments {
  readonly help: boolean
  /** Leave the server running afterwards. */
  readonly keep: boolean
  /** Play against this server instead of one of our own. */
  readonly server: URL | undefined
  readonly serverKey: string
}

export const usage = `Usage: demo [--keep] [--server http://host:port] [--server-key KEY]

Plays the life of a party over real WebSockets and says what each player sent and saw.

  --keep             leave the server running afterwards, and say how to connect to it
  --server URL       play against this server, a real Nakama included, instead of one of our own
  --server-key KEY   the server's key (default defaultkey)
  --help             print this
`

/** @throws {Error} for a flag that does not exist or a server that is no http or https URL. */
export function parseDemoArguments(args: readonly string[]): DemoArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      keep: { type: 'boolean', default: false },
      server: { type: 'string' },
      'server-key': { type: 'string', default: 'defaultkey' },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    help: values.help,
    keep: values.keep,
    server: values.server === undefined ? undefined : serverUrl(values.server),
    serverKey: values['server-key'],
  }
}

function serverUrl(text: string): URL {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error(`--server takes an http or https URL, not ${text}`)
  return url
}
