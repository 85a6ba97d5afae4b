import { parseArgs } from 'node:util'
import type { CodecName } from '../adapter/messages.ts'

/** What the command line asks for. */
export interface CliOptions {
  readonly client: string
  readonly servers: readonly string[]
  readonly serverKey: string
  readonly codecs: readonly CodecName[]
  readonly patterns: readonly string[]
  readonly tags: readonly string[]
  readonly knownFailing: string | undefined
  readonly reports: readonly ReportRequest[]
  readonly parallel: number
  readonly seed: number | undefined
  readonly deadlineMs: number
  readonly quietMs: number
  readonly isList: boolean
}

export const reportKinds = ['console', 'json', 'junit', 'markdown'] as const

/** A report, and the file it goes to; without one it is printed. */
export interface ReportRequest {
  readonly kind: (typeof reportKinds)[number]
  readonly file: string | undefined
}

/** Options that make no sense, in words for whoever typed them. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const usage = `Puts a client and a server of the party protocol to the conformance suite.

  party-conformance [options]

  --client CLIENT       reference (default): @party/client in this process
                        ws:PORT: a program that connects to ws://127.0.0.1:PORT
                        anything else: a command that speaks lines on stdin and stdout
  --server SERVER       reference (default): @party/server, one for each case; in memory for the reference
                        client, else on a port
                        reference:port: the same on a port for any client
                        anything else: the URL of a server that runs, such as http://127.0.0.1:7350
                        may be given more than once
  --server-key KEY      key of the server at that URL (default: defaultkey)
  --case PATTERN        cases to run, * for any characters, such as 'join/*' or 'wire/**'; may be given
                        more than once
  --tag TAG             cases with this tag; may be given more than once
  --codec CODEC         json or protobuf; may be given more than once (default: all that the client has)
  --known-failing FILE  YAML list of { pattern, reason, link, codec }: cases that are known to fail
  --report KIND[=FILE]  console (default), json, junit or markdown; may be given more than once
  --parallel NUMBER     cases at the same time (default: 4)
  --seed NUMBER         run the cases in another order, the same for the same number
  --deadline MS         how long a client may take over one command (default: 3000)
  --quiet MS            how long to watch a server by URL for what should not come (default: 100)
  --list                print the cases instead of running them
  --help

Exit status: 0 everything is as expected, 1 something is not, 2 nothing could be run.
`

/**
 * Reads a command line; undefined when it asks for help.
 *
 * @throws {UsageError}
 */
export function readOptions(args: readonly string[]): CliOptions | undefined {
  const values = parse(args)
  if (values.help === true) return undefined
  const servers = values.server ?? ['reference']
  for (const server of servers) checkServer(server)
  return {
    client: values.client,
    servers,
    serverKey: values['server-key'],
    codecs: (values.codec ?? []).map(codecOf),
    patterns: values.case ?? [],
    tags: values.tag ?? [],
    knownFailing: values['known-failing'],
    reports: (values.report ?? ['console']).map(reportOf),
    parallel: numberOf('parallel', values.parallel, 1),
    seed: values.seed === undefined ? undefined : numberOf('seed', values.seed, 0),
    deadlineMs: numberOf('deadline', values.deadline, 1),
    quietMs: numberOf('quiet', values.quiet, 0),
    isList: values.list ?? false,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        client: { type: 'string', default: 'reference' },
        server: { type: 'string', multiple: true },
        'server-key': { type: 'string', default: 'defaultkey' },
        case: { type: 'string', multiple: true },
        tag: { type: 'string', multiple: true },
        codec: { type: 'string', multiple: true },
        'known-failing': { type: 'string' },
        report: { type: 'string', multiple: true },
        parallel: { type: 'string', default: '4' },
        seed: { type: 'string' },
        deadline: { type: 'string', default: '3000' },
        quiet: { type: 'string', default: '100' },
        list: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function checkServer(server: string): void {
  if (server === 'reference' || server === 'reference:port') return
  if (!URL.canParse(server) || !/^https?:/.test(server)) {
    throw new UsageError(`--server must be reference, reference:port or a URL, not ${server}`)
  }
}

function codecOf(codec: string): CodecName {
  if (codec !== 'json' && codec !== 'protobuf') throw new UsageError('--codec must be json or protobuf')
  return codec
}

function reportOf(report: string): ReportRequest {
  const [name = '', ...file] = report.split('=')
  const kind = reportKinds.find((each) => each === name)
  if (kind === undefined) throw new UsageError(`--report must be one of ${reportKinds.join(', ')}`)
  return { kind, file: file.length === 0 ? undefined : file.join('=') }
}

function numberOf(name: string, text: string, min: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < min) throw new UsageError(`--${name} must be a number from ${min} up`)
  return number
}
