import { describe, expect, it } from 'vitest'
import { definitionsOf } from '../adapter/schema.ts'
import { FileError } from '../files/fields.ts'
import { readCases } from './files.ts'
import { loadCases } from './load.ts'

/** A file with one case, of which parts are given. */
function load(parts: string): ReturnType<typeof loadCases>[number] {
  const lines = parts.split('\n').map((line) => `    ${line}`)
  const text = ['capability: Something.', 'cases:', '  - id: one', '    why: Because.', ...lines].join('\n')
  const [each] = loadCases('file', text)
  if (each === undefined) throw new Error('there is one case')
  return each
}

describe('a case', () => {
  it('has an id with the name of its file, and everything else that is not said has a default', () => {
    expect(load('actors: [a]\nsteps: [{ a.ping: {} }]')).toMatchObject({
      id: 'file/one',
      capability: 'file',
      why: 'Because.',
      tags: [],
      codecs: ['json', 'protobuf'],
      control: [],
      actors: [{ name: 'a', account: 'a', until: 'connected', appearOnline: false, reconnect: false }],
      given: [],
    })
  })

  it('writes out its shorthands', () => {
    const { steps } = load(`actors: [a]
steps:
  - a.sendPartyData: { partyId: <party>, opCode: '1', data: { $hex: 00ff } }
    events:
      a: [{ partyPresence: { joins: [{ <a>, status: 'x' }] } }]`)
    expect(steps[0]?.actions).toMatchObject([{ arguments: { data: 'AP8=' } }])
    const events = steps[0]?.outcomes[0]?.events
    expect(events === 'any' ? undefined : events?.get('a')).toEqual([
      {
        name: 'partyPresence',
        value: {
          joins: [{ userId: '<a.user>', sessionId: '<a.session>', username: '<a.name>', status: 'x' }],
        },
        isOptional: false,
      },
    ])
  })

  it('needs what its steps make use of', () => {
    const { needs } = load(`needs: [connect.again]
actors: { a: { appearOnline: true }, b: { until: authenticated } }
given: { party: { leader: a, waiting: [b] } }
steps:
  - a.createParty: { maxSize: 2, label: '{}' }
    timeoutMs: 5
    events: { a: [{ party: {}, optional: true }, { partyLeader: {} }] }`)
    expect(needs).toEqual([
      'call.timeout',
      'connect',
      'connect.again',
      'connect.appearOnline',
      'createParty',
      'createParty.label',
      'event.partyLeader',
      'event.partyPresence',
      'joinParty',
    ])
  })

  it('says what it needs of the server', () => {
    const { control } = load(`server: { session: { single_socket: true } }
actors: [a]
steps:
  - server.advance: 100
  - server.drop: a
    inspect: { sessions: [] }
  - a.connect: {}
    frames: { a: { sends: [] } }`)
    expect(control).toEqual([
      'a configuration of its own',
      'the clock',
      'server.drop',
      'a look inside',
      'a look at the frames',
    ])
  })

  it('may have several outcomes, with what its calls led to in each', () => {
    const { steps } = load(`actors: [a, b]
steps:
  - together: [{ a.ping: {} }, { b.ping: {} }]
    oneOf:
      - { calls: { a: { error: timeout } }, events: { b: [] } }
      - { events: any }`)
    const [first, second] = steps[0]?.outcomes ?? []
    expect(first?.calls.get('a')).toEqual({ kind: 'error', codes: ['timeout'], details: undefined })
    expect(first?.calls.get('b')).toMatchObject({ kind: 'result' })
    expect(second).toMatchObject({ events: 'any' })
  })

  it.each([
    ['actors: [a]\nsteps: []', 'has no steps'],
    ['actors: [party]\nsteps: [{ wait: 1 }]', '"party" cannot be the name of an actor'],
    ['actors: { b: { as: a }, a: {} }\nsteps: [{ wait: 1 }]', 'b has the account of nobody before it'],
    ['actors: [a]\nsteps: [{ b.ping: {} }]', 'there is no actor "b"'],
    ['actors: [a]\nsteps: [{ a.dance: {} }]', 'dance is not an operation'],
    ['actors: [a]\nsteps: [{ a.ping: { hard: 1 } }]', 'ping.hard is not known'],
    ['actors: [a]\nsteps: [{ a.joinParty: { partyId: 1 } }]', 'joinParty.partyId must be of type string'],
    ['actors: [a]\nsteps: [{ a.joinParty: {} }]', 'joinParty must have "partyId"'],
    ['actors: [a]\nsteps: [{ a.ping: {}, event: {} }]', 'has no key "event"'],
    ['actors: [a]\nsteps: [{ a.ping: {}, events: { a: [{ dance: {} }] } }]', 'dance is not an event'],
    ['actors: [a]\nsteps: [{ a.ping: {}, result: <b> }]', '<b> is not a symbol of this case'],
    [
      'actors: [a]\nsteps: [{ a.ping: {}, result: { $some: 1 } }]',
      '$some is neither a shorthand nor a matcher',
    ],
    ['actors: [a]\nsteps: [{ a.ping: {}, result: {}, error: x }]', 'cannot have a result and an error'],
    ['actors: [a]\nsteps: [{ together: [{ a.ping: {} }, { a.ping: {} }] }]', 'has two calls named "a"'],
    ['actors: [a]\nsteps: [{ wait: 1, settled: { x: {} } }]', 'there is no call "x"'],
    ['actors: [a]\nsteps: [{ server.dance: a }]', 'a server cannot dance'],
    ['actors: [a]\nsteps: [{ server.drop: b }]', 'server.drop needs a player'],
    ['actors: [a]\nneeds: [wings]\nsteps: [{ wait: 1 }]', '"wings" is not a feature'],
    ['actors: [a]\ncodecs: [xml]\nsteps: [{ wait: 1 }]', 'xml is no encoding'],
    ['actors: [a]\ngiven: { team: { leader: a } }\nsteps: [{ wait: 1 }]', 'only parties can be given'],
    ['actors: [a]\ngiven: { party: { leader: b } }\nsteps: [{ wait: 1 }]', 'there is no actor "b"'],
  ])('is refused when it is %j', (parts, problem) => {
    expect(() => load(parts)).toThrow(FileError)
    expect(() => load(parts)).toThrow(problem)
  })
})

describe('the cases of this package', () => {
  const cases = readCases()

  it('cover every operation and every event of the contract', () => {
    const used = new Set(cases.flatMap(({ needs }) => needs))
    const optional = ['authenticateCustom']
    const operations = definitionsOf('operations').filter(
      (name) => !used.has(name) && !optional.includes(name),
    )
    expect(operations).toEqual([])
    const events = definitionsOf('events').filter((name) => !used.has(`event.${name}`))
    // Server code alone can put a player on a stream that tells of presences.
    expect(events).toEqual(['streamPresence'])
  })

  it('are many, each with an id of its own and a reason in one line', () => {
    expect(cases.length).toBeGreaterThan(150)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    for (const { id, why } of cases) {
      expect(why, id).toMatch(/^[^\n]{10,160}[.]$/)
    }
  })
})
