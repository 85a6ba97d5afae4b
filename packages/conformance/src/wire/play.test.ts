import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../files/json.ts'
import { readRecordings } from './files.ts'
import { play } from './play.ts'
import type { Outcome, Received, Scenario } from './scenario.ts'
import { type Mutation, scriptedServer } from './scripted-server.fixture.ts'

const scenarios = readRecordings().flatMap((recording) => recording.scenarios)

describe('a server that answers as recorded', () => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    'passes %s',
    async (_, scenario) => {
      const played = await play(scenario, scriptedServer(scenario))
      expect(played.steps.flatMap((step) => step.differences)).toEqual([])
      expect(played.passed).toBe(true)
      expect(played.steps).toHaveLength(scenario.steps.length)
    },
  )

  it('passes with either of two recorded outcomes', async () => {
    const scenario = named('party-list-by-label')
    expect((await play(scenario, scriptedServer(scenario, undefined, 1))).passed).toBe(true)
  })

  it('passes when it says why before it closes a socket', async () => {
    const scenario = named('not-json')
    const because = at(1, (outcome) => ({
      ...outcome,
      a: [{ error: { code: 3, message: 'why' } }, 'closed'],
    }))
    expect((await play(scenario, scriptedServer(scenario, because))).passed).toBe(true)
  })
})

describe('a server that deviates', () => {
  const cases: readonly [what: string, scenario: string, mutation: Mutation][] = [
    [
      'swaps two events',
      'leave-leader-promotes-oldest',
      at(
        4,
        onClient('b', (items) => items.toReversed()),
      ),
    ],
    [
      'leaves out an event',
      'join-open',
      at(
        3,
        onClient('b', () => []),
      ),
    ],
    [
      'leaves out an answer',
      'join-open',
      at(
        2,
        onClient('b', (items) => items.slice(1)),
      ),
    ],
    [
      'sends a frame twice',
      'join-open',
      at(
        2,
        onClient('a', (items) => [...items, ...items]),
      ),
    ],
    [
      'tells somebody who is not concerned',
      'data-to-others',
      at(4, (outcome) => ({ ...outcome, b: [...(outcome['b'] ?? []), ...(outcome['a'] ?? [])] })),
    ],
    [
      'tells the wrong member',
      'data-to-others',
      at(5, (outcome) => ({ a: outcome['a'] ?? [], b: outcome['b'] ?? [] })),
    ],
    ['gives another error code', 'join-full', at(3, onText('"code":3', '"code":13'))],
    ['words an error differently', 'join-full', at(3, onText('party full', 'party is full'))],
    [
      'loses the label',
      'create-with-label',
      at(1, onText(',"label":"{\\"mode\\":\\"duo\\",\\"rank\\":3}"', '')),
    ],
    ['adds a field', 'create-open', at(1, onText('"max_size":4', '"max_size":4,"size":1'))],
    [
      'names another leader',
      'join-open',
      at(
        2,
        onText(
          '"leader":{"user_id":"<a.user>","session_id":"<a.session>","username":"<a.name>"}',
          '"leader":{"user_id":"<b.user>","session_id":"<b.session>","username":"<b.name>"}',
        ),
      ),
    ],
    ['lists the members in another order', 'rejoin-goes-to-the-back', at(5, reversePresences)],
    ['hands out the same party id twice', 'create-size-bounds', at(2, onText('<party1>', '<party>'))],
    ['forgets the cid', 'ping', at(1, onText('"cid":"1",', ''))],
    ['writes an int64 as a number', 'data-to-others', at(4, onText('"op_code":"1"', '"op_code":1'))],
    [
      'closes a socket that should stay',
      'ping',
      at(
        2,
        onClient('a', (items) => [...items, 'closed']),
      ),
    ],
    ['keeps a socket that should close', 'not-json', at(1, () => ({}))],
    [
      'answers HTTP with another status',
      'authenticate-custom',
      at(1, onText('"status":404', '"status":400')),
    ],
    ['shows itself online without a status', 'status-follow', at(0, onText(',"status":""', ''))],
  ]

  it.each(cases)('and %s is caught, in %s', async (_, name, mutation) => {
    const scenario = named(name)
    const played = await play(scenario, scriptedServer(scenario, mutation))
    expect(played.passed).toBe(false)
    expect(played.steps.find((step) => !step.passed)?.differences).not.toEqual([])
  })
})

describe('a report', () => {
  it('shows what was expected and what arrived, in the symbols of the recording', async () => {
    const scenario = named('join-full')
    const { steps } = await play(scenario, scriptedServer(scenario, at(3, onText('party full', 'no room'))))
    expect(steps[3]).toEqual({
      title: 'c sends party_join',
      passed: false,
      differences: [
        'c - { cid: j, error: { code: 3, message: Error joining party: party full } }',
        'c + { cid: j, error: { code: 3, message: Error joining party: no room } }',
      ],
    })
  })

  it('shows what fits only beside what does not', async () => {
    const scenario = named('join-open')
    const { steps } = await play(
      scenario,
      scriptedServer(
        scenario,
        at(
          2,
          onClient('b', (items) => items.slice(0, 2)),
        ),
      ),
    )
    expect(steps[2]?.differences).toEqual([
      'b   { cid: j }',
      'b   { party: { leader: <a>, max_size: 4, open: true, party_id: <party>, presences: [<a>, <b>], self: <b> } }',
      'b - { party_presence_event: { joins: [<b>], party_id: <party> } }',
    ])
  })

  it('goes on after a step that differs', async () => {
    const scenario = named('join-bad-id')
    const { steps } = await play(
      scenario,
      scriptedServer(
        scenario,
        at(1, () => ({})),
      ),
    )
    expect(steps.map((step) => step.passed)).toEqual([true, false, true, true, true])
  })

  it('says which symbol was missing when a step cannot be done, and that the rest was not played', async () => {
    const scenario = named('join-full')
    const { steps } = await play(
      scenario,
      scriptedServer(
        scenario,
        at(1, () => ({})),
      ),
    )
    expect(steps.map((step) => step.differences.at(-1))).toEqual([
      undefined,
      'a - { party_presence_event: { joins: [<a>], party_id: <party> } }',
      'nothing has said yet what <party> is',
      'not played',
    ])
  })

  it('holds the failure of a server that is not there', async () => {
    const gone = {
      ...scriptedServer(named('ping')),
      fetch: () => Promise.reject(new Error('connection refused')),
    }
    const { passed, steps } = await play(named('ping'), gone)
    expect(passed).toBe(false)
    expect(steps[0]?.differences).toEqual(['connection refused'])
  })

  it('holds a server that leaves a ping unanswered', async () => {
    const target = scriptedServer(named('ping'))
    const deaf = {
      ...target,
      async openSocket(path: string, events: Parameters<typeof target.openSocket>[1]) {
        const socket = await target.openSocket(path, events)
        return socket && { ...socket, send: () => {} }
      },
    }
    const impatient = {
      now: () => 0,
      setTimeout: (callback: () => void) => setImmediate(callback),
      clearTimeout: () => {},
    }
    const { steps } = await play(named('ping'), deaf, impatient)
    expect(steps[0]?.differences).toEqual(['the server left a ping unanswered for 5000 ms'])
  })
})

function named(name: string): Scenario {
  const scenario = scenarios.find((one) => one.name === name)
  if (scenario === undefined) throw new Error(`no scenario ${name}`)
  return scenario
}

/** Deviates in one step, and makes sure that it does. */
function at(step: number, change: (outcome: Outcome) => Outcome): Mutation {
  return (outcome, index) => {
    if (index !== step) return outcome
    const changed = change(outcome)
    if (JSON.stringify(changed) === JSON.stringify(outcome)) throw new Error('the mutation changes nothing')
    return changed
  }
}

function onClient(client: string, change: (items: readonly Received[]) => readonly Received[]) {
  return (outcome: Outcome): Outcome => ({ ...outcome, [client]: change(outcome[client] ?? []) })
}

/** Changes the JSON text of an outcome, whose keys stand in the order of the recording. */
function onText(from: string, to: string) {
  return (outcome: Outcome): Outcome => JSON.parse(JSON.stringify(outcome).replaceAll(from, to)) as Outcome
}

function reversePresences(outcome: Outcome): Outcome {
  return JSON.parse(JSON.stringify(outcome), (key, value: JsonObject[]) =>
    key === 'presences' ? value.toReversed() : value,
  ) as Outcome
}
