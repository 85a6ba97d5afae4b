import { parseArgs } from 'node:util'

/** What the command line asks for. */
export interface Options {
  /** Names of the parts to run; all when empty. */
  readonly only: readonly string[]
  /** Folder for the report; no report when undefined. */
  readonly out: string | undefined
  /** How often each thing is measured; the median counts. */
  readonly rounds: number
  /** Another server to measure in place of this project's. */
  readonly other: { readonly url: string; readonly pid: number; readonly serverKey: string } | undefined
  readonly help: boolean
}

export const helpText = `bench [options]

  --only NAME        run this part only; may be given more than once
  --out FOLDER       write bench.json and bench.md there
  --rounds N         measure everything N times and take the median (3)
  --server URL       measure the server at this URL, a Nakama for instance, in place of this project's;
  --pid PID          … whose process this is, on this machine,
  --server-key KEY   … and whose key this is (defaultkey)
`

/** @throws Error for a command line that cannot be understood */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      server: { type: 'string' },
      pid: { type: 'string' },
      'server-key': { type: 'string', default: 'defaultkey' },
      help: { type: 'boolean', default: false },
    },
  })
  if ((values.server === undefined) !== (values.pid === undefined)) {
    throw new Error('--server and --pid go together')
  }
  return {
    only: values.only,
    out: values.out,
    rounds: positive('--rounds', values.rounds),
    other:
      values.server === undefined
        ? undefined
        : {
            url: values.server.replace(/\/$/, ''),
            pid: positive('--pid', values.pid ?? ''),
            serverKey: values['server-key'],
          },
    help: values.help,
  }
}

function positive(name: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} takes a whole number from 1 up`)
  return number
}
