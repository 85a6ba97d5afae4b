import { spawn } from 'node:child_process'
import type { OpenLink } from '../src/adapter/link.ts'
import { processLink } from '../src/adapter/process-link.ts'
import { webSocketLink } from '../src/adapter/web-socket-link.ts'
import type { SuiteOptions } from '../src/suite.ts'
import type { Adapter, CommandLine } from './sdk.ts'

/** An adapter as the client of a suite. */
export function asClient({ line, command }: Adapter): Pick<SuiteOptions, 'client' | 'onListening'> {
  if (line === 'stdio') return { client: quoted(command) }
  return { client: 'ws:0', onListening: (url) => connect(command, url) }
}

/** A line to an adapter. */
export function linkTo({ line, command }: Adapter): OpenLink {
  if (line === 'stdio') return processLink(quoted(command))
  return webSocketLink(0, (url) => connect(command, url))
}

function quoted(command: CommandLine): string {
  return command.map((word) => `"${word}"`).join(' ')
}

/** Starts a program that connects to the runner. It ends with the connection. */
function connect([program, ...args]: CommandLine, url: string): void {
  spawn(program, [...args, url], { stdio: ['ignore', 'ignore', 'inherit'] })
}
