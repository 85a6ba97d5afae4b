import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { defaultConfig, resolveConfig, snakeCase } from '../config.ts'
import { configFlags } from './flags.ts'
import { helpText, mergeOverrides, parseCommandLine, readConfigDocument } from './options.ts'

describe('a command line', () => {
  it('without flags means 127.0.0.1:7350 and the defaults', () => {
    const line = parseCommandLine([])
    expect(line).toMatchObject({ host: '127.0.0.1', port: 7350, log: 'info', data: undefined, help: false })
    expect(resolveConfig(line.overrides)).toEqual(defaultConfig)
  })

  it('inspects on 127.0.0.1:7351 unless it is told otherwise, and only when it is told to', () => {
    expect(parseCommandLine([]).inspect).toBeUndefined()
    expect(parseCommandLine(['--inspect', '--host', '0.0.0.0']).inspect).toEqual({
      host: '127.0.0.1',
      port: 7351,
    })
    const line = parseCommandLine(['--inspect', '--inspect-host', '::1', '--inspect-port', '0'])
    expect(line.inspect).toEqual({ host: '::1', port: 0 })
  })

  it('sets options under their flags', () => {
    const { overrides } = parseCommandLine([
      ...['--node-name', 'eu1', '--server-key', 'secret', '--matchmaker-interval-sec', '3'],
      ...['--rev-precision', '--single-socket', '--single-party', '--max-message-size-bytes=8192'],
    ])
    expect(resolveConfig(overrides)).toMatchObject({
      name: 'eu1',
      socket: { serverKey: 'secret', maxMessageSizeBytes: 8192 },
      session: { singleSocket: true, singleParty: true },
      matchmaker: { intervalSec: 3, revPrecision: true },
    })
  })

  it.each([
    [['--color'], /--color/],
    [['extra'], /extra/],
    [['--port', 'http'], /--port takes a number from 0 to 65535, not http/],
    [['--port', '65536'], /--port/],
    [['--port'], /--port/],
    [['--log', 'loud'], /--log takes one of none, error, info, debug/],
    [['--token-expiry-sec', '1.5'], /--token-expiry-sec takes a whole number, not 1.5/],
    [['--token-expiry-sec', ''], /--token-expiry-sec takes a whole number/],
  ])('%j is refused with a reason', (args, reason) => {
    expect(() => parseCommandLine(args)).toThrow(reason)
  })
})

describe('a configuration file', () => {
  const read = (yaml: string) => readConfigDocument(parse(yaml))

  it("has Nakama's option names", () => {
    const overrides = read('name: eu1\nsession:\n  token_expiry_sec: 7200\n  single_socket: true\n')
    expect(overrides).toEqual({ name: 'eu1', session: { tokenExpirySec: 7200, singleSocket: true } })
  })

  it('may be empty', () => {
    expect(read('')).toEqual({})
  })

  it('gives way to flags, option by option', () => {
    const file = read('session:\n  token_expiry_sec: 7200\n  single_socket: true\n')
    const { overrides } = parseCommandLine(['--token-expiry-sec', '60'])
    expect(mergeOverrides(file, overrides).session).toEqual({ tokenExpirySec: 60, singleSocket: true })
  })

  it.each([
    ['sessions: {}', /sessions is no group of options/],
    ['session: { tokenExpirySec: 1 }', /session.tokenExpirySec is no option/],
    ['session: { token_expiry_sec: soon }', /session.token_expiry_sec takes a whole number, not soon/],
    ['session: { single_socket: 1 }', /session.single_socket takes a boolean, not 1/],
    ['session: 7', /session must hold options/],
    ['- a', /the file must hold options/],
  ])('%s is refused with a reason', (yaml, reason) => {
    expect(() => read(yaml)).toThrow(reason)
  })
})

describe('the help', () => {
  it('has a line for every option of the configuration, with its default', () => {
    const help = helpText()
    for (const group of ['socket', 'session', 'runtime', 'matchmaker', 'party'] as const) {
      for (const [key, value] of Object.entries(defaultConfig[group])) {
        const flag = configFlags.find(({ option }) => option?.[0] === group && option[1] === key)
        expect(flag, `a flag for ${group}.${snakeCase(key)}`).toBeDefined()
        expect(help).toContain(`--${flag?.name}`)
        if (typeof value !== 'boolean') expect(help).toContain(`(default ${value})`)
      }
    }
  })
})
