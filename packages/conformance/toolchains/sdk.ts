import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Tool } from './tools.ts'

/** A program and its arguments. There is no shell. */
export type CommandLine = readonly [program: string, ...args: string[]]

/** An SDK in another language: with what it is built, and how what belongs to it is started. */
export interface Sdk {
  /** As `install.sh` and the folder in `adapters/` are called: `csharp`. */
  readonly name: string
  /** As its adapter says it in `hello`: `C#`. */
  readonly language: string
  readonly tools: readonly Tool[]
  /** Makes programs of the sources, in a folder that is the build's own. */
  build(folder: string): Promise<void>
  /** How the adapter is started, once it is built. */
  adapter(folder: string): CommandLine
  /** The SDK's own tests. They end with status 0, and say `N passed, N failed` last. */
  tests(folder: string): CommandLine
  /** What the documentation shows of the SDK, as one program that plays it against a server, and ends with status 0. */
  snippets(folder: string, server: URL): CommandLine
}

/** A command line as the runner's `--client` takes it. */
export const clientOf = (command: CommandLine): string => command.map((word) => `"${word}"`).join(' ')

/** The path of a file in the repository. */
export const pathOf = (file: string): string => fileURLToPath(new URL(`../../../${file}`, import.meta.url))

/** What a program has written. */
export interface Output {
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs a program to its end.
 *
 * @param timeoutMs how long it may take
 * @throws Error (rejects) with everything it has written, when it ends with another status than 0.
 */
export function run([program, ...args]: CommandLine, timeoutMs = 60_000): Promise<Output> {
  return new Promise((resolve, reject) => {
    const options = { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 2 ** 26 } as const
    execFile(program, args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ stdout, stderr })
      else reject(new Error(`${error.message}\n${stdout}${stderr}`))
    })
  })
}
