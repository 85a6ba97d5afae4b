import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export interface RunningServer {
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

/** How long a program may take to start, and to stop, in milliseconds. */
const patienceMs = 20_000

/**
 * Starts a program that prints its URL when it is ready, with options for Node and arguments of its own. Rejects when
 * it ends before, or is not ready in time.
 */
export async function startServer(
  program: string,
  { node = [], args = [] }: { readonly node?: readonly string[]; readonly args?: readonly string[] } = {},
): Promise<RunningServer> {
  const child = run(program, args, node)
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    const deadline = setTimeout(() => fail('was not ready in time'), patienceMs)
    const fail = (problem: string): void => {
      clearTimeout(deadline)
      child.kill('SIGKILL')
      reject(new Error(`${program} ${problem}: ${output}`))
    }
    child.once('exit', () => fail('ended'))
    child.stdout?.on('data', (chunk) => {
      output += String(chunk)
      const match = /https?:\/\/\S+/.exec(output)
      if (match === null) return
      clearTimeout(deadline)
      child.removeAllListeners('exit')
      resolve(match[0])
    })
  })
  return { url, pid: child.pid ?? 0, stop: () => stop(child) }
}

/** Runs a program to its end and gives what it prints, read as JSON. Rejects when it fails or takes too long. */
export function runToEnd<T>(program: string, args: readonly string[], timeoutMs: number): Promise<T> {
  const child = run(program, args)
  return new Promise((resolve, reject) => {
    let output = ''
    const deadline = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    child.stdout?.on('data', (chunk) => {
      output += String(chunk)
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(deadline)
      if (code === 0) resolve(JSON.parse(output) as T)
      else reject(new Error(`${program} ended with ${code ?? signal}`))
    })
  })
}

function run(program: string, args: readonly string[], node: readonly string[] = []): ChildProcess {
  const path = fileURLToPath(new URL(`../${program}`, import.meta.url))
  return spawn(process.execPath, [...node, path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise<void>((resolve) => {
    const deadline = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    child.once('exit', () => {
      clearTimeout(deadline)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
