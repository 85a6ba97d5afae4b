import { describe, expect, it } from 'vitest'
import { isObject } from '../files/json.ts'
import { symbolsWithin } from '../symbols/symbols.ts'
import { readRecordings } from './files.ts'
import { loadRecording } from './load.ts'

const recordings = readRecordings()

describe('the recordings', () => {
  it('keep every scenario and every step', () => {
    const counts = recordings.map(({ name, scenarios }) => {
      const steps = scenarios.flatMap((scenario) => scenario.steps)
      return [name, scenarios.length, steps.length]
    })
    expect(counts).toEqual([
      ['close', 2, 12],
      ['create', 10, 23],
      ['data', 8, 36],
      ['envelope', 8, 19],
      ['http', 4, 21],
      ['join', 12, 56],
      ['leave', 7, 37],
      ['listing', 3, 15],
      ['matchmaker', 7, 41],
      ['promote', 3, 15],
      ['remove', 2, 12],
      ['sessions', 1, 7],
      ['single', 4, 21],
      ['status', 7, 32],
      ['update', 3, 20],
    ])
    const single = recordings.filter(({ name }) => name === 'single')
    const usual = recordings.filter(({ name }) => name !== 'single')
    expect(totals(usual)).toEqual({ scenarios: 77, steps: 346 })
    expect(totals(single)).toEqual({ scenarios: 4, steps: 21 })
  })

  it('keep every frame, written out in full', () => {
    const outcomes = recordings
      .flatMap(({ scenarios }) => scenarios.flatMap(({ steps }) => steps.flatMap((step) => step.outcomes)))
      .flatMap((outcome) => Object.values(outcome).flat())
    expect(outcomes.length).toBe(788)
    expect(outcomes.filter((item) => item === 'closed')).toHaveLength(10)
    const shorthands = outcomes.filter((item) => /"<[a-z]\d?>"|<.\*\d+>/.test(JSON.stringify(item)))
    expect(shorthands).toEqual([])
  })

  it('name every scenario once', () => {
    const names = recordings.flatMap(({ scenarios }) => scenarios.map(({ name }) => name))
    expect(new Set(names).size).toBe(names.length)
  })

  it('use no symbol in an action that no earlier step has bound', () => {
    for (const { scenarios } of recordings) {
      for (const { name, steps } of scenarios) {
        const bound = new Set(['server.key'])
        for (const { action, outcomes } of steps) {
          const missing = symbolsWithin(JSON.stringify(action)).filter((symbol) => !bound.has(symbol))
          expect(missing, name).toEqual([])
          if (action.kind === 'open') for (const client of action.clients) bindTokens(client, client, bound)
          if (action.kind === 'authenticate') bindTokens(action.client, action.account, bound)
          for (const symbol of symbolsWithin(JSON.stringify(outcomes[0]))) bound.add(symbol)
        }
      }
    }
  })

  it('expand to the frames that were on the wire', () => {
    const steps = scenario('join-open').steps
    expect(steps[0]).toMatchObject({ action: { kind: 'open', clients: ['a', 'b', 'c'] } })
    expect(steps[0]?.outcomes[0]?.['b']).toEqual([
      {
        status_presence_event: {
          joins: [{ user_id: '<b.user>', session_id: '<b.session>', username: '<b.name>', status: '' }],
        },
      },
    ])
    const presence = (client: string) => ({
      user_id: `<${client}.user>`,
      session_id: `<${client}.session>`,
      username: `<${client}.name>`,
    })
    expect(steps[2]).toEqual({
      title: 'b sends party_join',
      action: { kind: 'send', client: 'b', frame: { cid: 'j', party_join: { party_id: '<party>' } } },
      waitMs: 0,
      withinMs: 0,
      outcomes: [
        {
          a: [{ party_presence_event: { party_id: '<party>', joins: [presence('b')] } }],
          b: [
            { cid: 'j' },
            {
              party: {
                party_id: '<party>',
                open: true,
                max_size: 4,
                self: presence('b'),
                leader: presence('a'),
                presences: [presence('a'), presence('b')],
              },
            },
            { party_presence_event: { party_id: '<party>', joins: [presence('b')] } },
          ],
        },
      ],
    })
  })

  it('expand repeated characters and a second session of one user', () => {
    const update = scenario('status-too-long').steps[2]
    expect(update?.action).toMatchObject({ frame: { status_update: { status: 'y'.repeat(2048) } } })
    const second = scenario('two-sessions-one-user').steps[2]?.outcomes[0]?.['a2']?.[0]
    expect(isObject(second) && second['status_presence_event']).toEqual({
      joins: [{ user_id: '<a.user>', session_id: '<a2.session>', username: '<a.name>', status: '' }],
    })
  })

  it('keep alternatives where Nakama itself varies', () => {
    expect(scenario('party-list-by-label').steps[2]?.outcomes).toHaveLength(2)
  })
})

describe('a file that does not follow the form', () => {
  const file = (steps: string, clients = '[a]') =>
    `recorded: Nakama\nconfig: {}\nscenarios:\n  - name: s\n    clients: ${clients}\n    steps:\n${steps}`

  it.each([
    ['a key that is none', '      - { drop: a, recieve: {} }', 's, step 1: has no key "recieve"'],
    ['no outcome', '      - { drop: a }', 's, step 1: needs either "receive" or "receive_any"'],
    ['two actions', '      - { drop: a, connect: a, receive: {} }', 'has both "connect" and "drop"'],
    ['no action', '      - { receive: {} }', 's, step 1: does nothing'],
    ['a client that is not there', '      - { drop: b, receive: {} }', 's, step 1: there is no client "b"'],
    ['an outcome for nobody', '      - { drop: a, receive: { b: [] } }', 's, step 1: there is no client "b"'],
    [
      'a misspelt symbol',
      '      - { from: a, send: { x: <partie> }, receive: {} }',
      '<partie> is not a symbol',
    ],
    [
      'a value no client has',
      '      - { from: a, send: { x: <a.age> }, receive: {} }',
      '<a.age> is not a symbol',
    ],
    [
      'a word in place of a frame',
      '      - { drop: a, receive: { a: [gone] } }',
      '"gone" is neither a frame nor',
    ],
    [
      'a single alternative',
      '      - { drop: a, receive_any: [{}] }',
      '"receive_any" needs two alternatives',
    ],
    [
      'a negative wait',
      '      - { drop: a, wait: -1, receive: {} }',
      '"wait" must be a number of milliseconds',
    ],
  ])('with %s is refused', (_, step, message) => {
    expect(() => loadRecording('file', file(step))).toThrow(message)
  })

  it('with a client named as a symbol is refused', () => {
    expect(() => loadRecording('file', file('', '[party]'))).toThrow('"party" cannot be the name of a client')
  })

  it('that is not YAML is refused with the place', () => {
    expect(() => loadRecording('file', 'a: [')).toThrow(/^file: /)
  })

  it('with one name twice is refused', () => {
    const twice =
      'recorded: N\nconfig: {}\nscenarios: [{ name: s, clients: [], steps: [] }, { name: s, clients: [], steps: [] }]'
    expect(() => loadRecording('file', twice)).toThrow('file: has two scenarios named "s"')
  })
})

function scenario(name: string) {
  const found = recordings.flatMap(({ scenarios }) => scenarios).find((one) => one.name === name)
  if (found === undefined) throw new Error(`no scenario ${name}`)
  return found
}

function totals(files: typeof recordings) {
  const scenarios = files.flatMap((file) => file.scenarios)
  return { scenarios: scenarios.length, steps: scenarios.flatMap(({ steps }) => steps).length }
}

function bindTokens(client: string, account: string, bound: Set<string>): void {
  for (const symbol of [`${account}.user`, `${account}.name`, `${client}.token`, `${client}.refresh`])
    bound.add(symbol)
}
