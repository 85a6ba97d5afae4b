import { spawn } from 'node:child_process'
import { Lines } from './lines.ts'
import type { Link, LinkListener, OpenLink } from './link.ts'

/** How long a program may take to exit once its input has ended, in ms. */
const exitTimeoutMs = 5_000

/** How much of what a program writes to its error output is kept, in characters. */
const keptErrorOutput = 4_000

/** A program that is started here and speaks lines on its standard input and output. */
export function processLink(command: string): OpenLink {
  return (listener) => {
    const [program = '', ...args] = splitCommand(command)
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] })
      let errorOutput = ''
      let hasStarted = false
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        errorOutput = (errorOutput + text).slice(-keptErrorOutput)
      })
      const lines = new Lines((line) => readLine(line, listener))
      child.stdout.setEncoding('utf8').on('data', (text: string) => lines.push(text))
      // Writing to a program that has gone; that it has gone is told by its exit.
      child.stdin.on('error', () => {})
      const exited = new Promise<void>((done) => {
        child.on('close', (code, signal) => {
          const how = signal === null ? `with status ${code}` : `by ${signal}`
          const said = errorOutput.trim()
          listener.onEnd(`the program has ended ${how}${said === '' ? '' : `:\n${said}`}`)
          done()
        })
      })
      child.on('error', (error) => {
        if (!hasStarted) reject(new Error(`"${command}" cannot be started: ${error.message}`))
      })
      child.on('spawn', () => {
        hasStarted = true
        resolve({
          send: (message) => void child.stdin.write(`${JSON.stringify(message)}\n`),
          close: () => {
            child.stdin.end()
            const deadline = setTimeout(() => child.kill('SIGKILL'), exitTimeoutMs)
            return exited.finally(() => clearTimeout(deadline))
          },
        } satisfies Link)
      })
    })
  }
}

function readLine(line: string, listener: LinkListener): void {
  try {
    listener.onMessage(JSON.parse(line))
  } catch {
    listener.onMessage(line)
  }
}

/** The words of a command line. Double quotes keep spaces together; there is no shell. */
export function splitCommand(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}
