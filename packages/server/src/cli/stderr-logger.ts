import type { Logger } from '../logger.ts'
import type { LogLevel } from './options.ts'

const ranks = { none: 0, error: 1, info: 2, debug: 3 } as const

/** Writes one line for each report, up to a level. */
export function lineLogger(level: LogLevel, write: (line: string) => void): Logger {
  const at =
    (rank: Exclude<LogLevel, 'none'>): Logger['info'] =>
    (message, fields = {}) => {
      if (ranks[rank] > ranks[level]) return
      const details = Object.entries(fields).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
      write(`${rank} ${message}${details.join('')}\n`)
    }
  return { error: at('error'), info: at('info'), debug: at('debug') }
}
