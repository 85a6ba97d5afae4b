import { describe, expect, it } from 'vitest'
import { readOptions, UsageError, usage } from './options.ts'

describe('a command line', () => {
  it('puts the reference client to the reference server when it says nothing', () => {
    expect(readOptions([])).toEqual({
      client: 'reference',
      servers: ['reference'],
      serverKey: 'defaultkey',
      codecs: [],
      patterns: [],
      tags: [],
      knownFailing: undefined,
      reports: [{ kind: 'console', file: undefined }],
      parallel: 4,
      seed: undefined,
      deadlineMs: 3000,
      quietMs: 100,
      isList: false,
    })
  })

  it('may say everything', () => {
    const args = `--client ws:9000 --server reference:port --server http://127.0.0.1:7350 --server-key k --codec json
      --case join/* --case wire/** --tag faults --known-failing f.yaml --report console --report junit=a=b.xml
      --parallel 2 --seed 0 --deadline 10 --quiet 0 --list`
    expect(readOptions(args.split(/\s+/))).toEqual({
      client: 'ws:9000',
      servers: ['reference:port', 'http://127.0.0.1:7350'],
      serverKey: 'k',
      codecs: ['json'],
      patterns: ['join/*', 'wire/**'],
      tags: ['faults'],
      knownFailing: 'f.yaml',
      reports: [
        { kind: 'console', file: undefined },
        { kind: 'junit', file: 'a=b.xml' },
      ],
      parallel: 2,
      seed: 0,
      deadlineMs: 10,
      quietMs: 0,
      isList: true,
    })
  })

  it('may ask for help, which names every option', () => {
    expect(readOptions(['--help'])).toBeUndefined()
    for (const name of [
      'client',
      'server',
      'server-key',
      'case',
      'tag',
      'codec',
      'known-failing',
      'report',
    ]) {
      expect(usage).toContain(`--${name} `)
    }
  })

  it.each([
    ['--sever x', "Unknown option '--sever'"],
    ['--server localhost', '--server must be reference, reference:port or a URL, not localhost'],
    ['--codec xml', '--codec must be json or protobuf'],
    ['--report pdf', '--report must be one of console, json, junit, markdown'],
    ['--parallel 0', '--parallel must be a number from 1 up'],
    ['--seed one', '--seed must be a number from 0 up'],
  ])('is refused when it is %s', (args, problem) => {
    expect(() => readOptions(args.split(' '))).toThrow(UsageError)
    expect(() => readOptions(args.split(' '))).toThrow(problem)
  })
})
