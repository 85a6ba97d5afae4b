import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCases } from '../cases/load.ts'
import { planCases, planRecordings, reasonToSkip } from './plan.ts'
import { shuffled } from './shuffle.ts'

const cases = loadCases(
  'join',
  `capability: Joining.
cases:
  - { id: open, why: Because., tags: [easy], actors: [a], steps: [{ a.joinParty: { partyId: p } }] }
  - { id: text, why: Because., codecs: [json], actors: { a: { until: opened } }, steps: [{ server.drop: a }] }`,
)
const everything = { patterns: [], tags: [] }

describe('what is run', () => {
  it('is every case in every encoding that it is about', () => {
    const ids = planCases(cases, ['json', 'protobuf'], everything).map(({ id, codec }) => `${id} ${codec}`)
    expect(ids).toEqual(['join/open json', 'join/text json', 'join/open protobuf'])
  })

  it('is what is asked for by name or by tag', () => {
    const idsOf = (patterns: string[], tags: string[]) =>
      planCases(cases, ['json'], { patterns, tags }).map(({ id }) => id)
    expect(idsOf(['join/t*', 'leave/*'], [])).toEqual(['join/text'])
    expect(idsOf([], ['easy', 'hard'])).toEqual(['join/open'])
    expect(idsOf(['join/t*'], ['easy'])).toEqual([])
  })

  it('is a recording too, when it is asked for', () => {
    const recording = {
      name: 'join',
      recorded: 'Nakama',
      config: {},
      scenarios: [{ name: 'join-open', accounts: new Map(), steps: [] }],
    }
    expect(planRecordings([recording], everything)).toHaveLength(1)
    expect(planRecordings([recording], { patterns: ['wire/**'], tags: [] })).toHaveLength(1)
    expect(planRecordings([recording], { patterns: ['join/*'], tags: [] })).toHaveLength(0)
  })
})

describe('a case is skipped', () => {
  const [open, text] = planCases(cases, ['json'], everything)
  const all = ['codec.json', 'connect', 'joinParty', 'authenticateCustom']
  const reason = (task: typeof open, features: string[], isControlled: boolean) =>
    task === undefined ? 'there is no such task' : reasonToSkip(task, features, isControlled)

  it('when the client lacks something, by what it lacks', () => {
    expect(reason(open, all, true)).toBeUndefined()
    expect(reason(open, ['codec.json', 'connect'], true)).toBe(
      'the client has no joinParty, authenticateCustom',
    )
    expect(reason(open, all.slice(1), true)).toBe('the client has no codec.json')
  })

  it('not when a client that cannot sign in can take a session from us', () => {
    expect(reason(open, ['codec.json', 'connect', 'joinParty', 'restoreSession'], true)).toBeUndefined()
  })

  it('when the server is not controlled and would have to be, by what for', () => {
    expect(reason(text, ['codec.json'], true)).toBeUndefined()
    expect(reason(text, ['codec.json'], false)).toBe('needs control of the server: server.drop')
  })
})

describe('a seed', () => {
  it('puts everything into another order, always the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (list, seed) => {
        const order = shuffled(list, seed)
        expect([...order].sort()).toEqual([...list].sort())
        expect(shuffled(list, seed)).toEqual(order)
      }),
    )
    expect(shuffled([1, 2, 3, 4, 5, 6, 7, 8], 1)).not.toEqual(shuffled([1, 2, 3, 4, 5, 6, 7, 8], 2))
  })
})
