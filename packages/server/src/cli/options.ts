import { parseArgs } from 'node:util'
import { defaultConfig, type ServerConfigOverrides, snakeCase } from '../config.ts'
import { type ConfigGroup, configFlags, type Flag, programFlags } from './flags.ts'

/** What a command line asks for. */
export interface CommandLine {
  readonly help: boolean
  readonly host: string
  readonly port: number
  readonly log: LogLevel
  /** Where to serve the inspector; undefined without `--inspect`. */
  readonly inspect: { readonly host: string; readonly port: number } | undefined
  /** SQLite file; without one everything is kept in memory. */
  readonly data: string | undefined
  /** YAML file with options. */
  readonly config: string | undefined
  /** Options given as flags, which win over the file. */
  readonly overrides: ServerConfigOverrides
}

const logLevels = ['none', 'error', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

/** A command line or configuration file that makes no sense, told to the user without a stack. */
export class UsageError extends Error {}

/**
 * Reads a command line.
 *
 * @throws {UsageError} for an unknown flag, a value that is missing or not of its kind, or a positional argument.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const values = parse(args)
  const text = (name: string): string | undefined => values[name] as string | undefined
  const overrides: Record<string, Record<string, unknown>> & { name?: string } = {}
  for (const flag of configFlags) {
    const value = values[flag.name]
    if (value === undefined || flag.option === undefined) continue
    setOption(overrides, flag.option[0], flag.option[1], typed(`--${flag.name}`, flag.option, value))
  }
  const nodeName = text('node-name')
  return {
    help: values['help'] === true,
    host: text('host') ?? '127.0.0.1',
    port: port('--port', text('port') ?? '7350'),
    inspect: inspectAddress(values['inspect'] === true, text('inspect-host'), text('inspect-port')),
    log: logLevel(text('log') ?? 'info'),
    data: text('data'),
    config: text('config'),
    overrides: nodeName === undefined ? overrides : { ...overrides, name: nodeName },
  }
}

/**
 * Reads a configuration file's content: groups of options under Nakama's names, such as
 * `session: { token_expiry_sec: 7200 }`. Options that Nakama has and this server has no use for are refused
 * rather than ignored.
 *
 * @throws {UsageError} for anything that is no option, or a value of the wrong kind.
 */
export function readConfigDocument(document: unknown): ServerConfigOverrides {
  if (document === null || document === undefined) return {}
  const overrides: Record<string, Record<string, unknown>> = {}
  let name: string | undefined
  for (const [group, options] of Object.entries(asGroup('the file', document))) {
    if (group === 'name') {
      name = String(options)
      continue
    }
    if (!isConfigGroup(group)) throw new UsageError(`${group} is no group of options`)
    for (const [option, value] of Object.entries(asGroup(group, options))) {
      const key = Object.keys(defaultConfig[group]).find((candidate) => snakeCase(candidate) === option)
      if (key === undefined) throw new UsageError(`${group}.${option} is no option of this server`)
      setOption(overrides, group, key, typed(`${group}.${option}`, [group, key] as Flag['option'], value))
    }
  }
  return name === undefined ? overrides : { ...overrides, name }
}

/** Flags on top of a file. */
export function mergeOverrides(
  file: ServerConfigOverrides,
  flags: ServerConfigOverrides,
): ServerConfigOverrides {
  const merged: Record<string, unknown> = { ...file, ...flags }
  for (const group of Object.keys(defaultConfig)) {
    if (isConfigGroup(group)) merged[group] = { ...file[group], ...flags[group] }
  }
  return merged
}

/** The text of `--help`. */
export function helpText(): string {
  const rows = (flags: readonly Flag[]): string =>
    flags.map((flag) => `  ${usage(flag).padEnd(36)}${flag.help}${defaultOf(flag)}`).join('\n')
  return [
    'Usage: party-server [options]',
    '',
    'A server for the party protocol that answers as Nakama answers. Prints its URL when it is ready.',
    '',
    rows(programFlags),
    '',
    rows(configFlags),
    '',
  ].join('\n')
}

function parse(args: readonly string[]): Record<string, unknown> {
  const options = [...programFlags, ...configFlags].map(
    (flag) => [flag.name, { type: flag.value === undefined ? 'boolean' : 'string' }] as const,
  )
  try {
    return parseArgs({ args: [...args], options: Object.fromEntries(options), strict: true }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function typed(name: string, option: Flag['option'], value: unknown): unknown {
  const [group, key] = option ?? []
  const sample = group === undefined ? '' : (defaultConfig[group] as Record<string, unknown>)[String(key)]
  if (typeof sample === 'number') {
    const number = typeof value === 'number' ? value : Number(value)
    if (value === '' || !Number.isSafeInteger(number))
      throw new UsageError(`${name} takes a whole number, not ${value}`)
    return number
  }
  if (typeof value !== typeof sample) throw new UsageError(`${name} takes a ${typeof sample}, not ${value}`)
  return value
}

function inspectAddress(isWanted: boolean, host?: string, portText?: string): CommandLine['inspect'] {
  if (isWanted) return { host: host ?? '127.0.0.1', port: port('--inspect-port', portText ?? '7351') }
  if (host === undefined && portText === undefined) return undefined
  throw new UsageError('--inspect-host and --inspect-port say where to --inspect, which is not asked for')
}

function port(flag: string, text: string): number {
  const number = Number(text)
  if (text !== '' && Number.isInteger(number) && number >= 0 && number <= 65_535) return number
  throw new UsageError(`${flag} takes a number from 0 to 65535, not ${text}`)
}

function logLevel(text: string): LogLevel {
  const level = logLevels.find((candidate) => candidate === text)
  if (level !== undefined) return level
  throw new UsageError(`--log takes one of ${logLevels.join(', ')}, not ${text}`)
}

function setOption(
  target: Record<string, Record<string, unknown>>,
  group: string,
  key: string,
  value: unknown,
): void {
  target[group] = { ...target[group], [key]: value }
}

function isConfigGroup(name: string): name is ConfigGroup {
  return name !== 'name' && Object.hasOwn(defaultConfig, name)
}

function asGroup(name: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new UsageError(`${name} must hold options`)
}

function usage(flag: Flag): string {
  return flag.value === undefined ? `--${flag.name}` : `--${flag.name} ${flag.value}`
}

function defaultOf(flag: Flag): string {
  if (flag.option === undefined || flag.value === undefined) return ''
  const [group, key] = flag.option
  return ` (default ${(defaultConfig[group] as Record<string, unknown>)[String(key)]})`
}
