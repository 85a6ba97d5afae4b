import { describe, expect, it } from 'vitest'
import { MatchmakerError } from './errors.ts'
import { World } from './world.fixture.ts'

const mode = (name: string) => ({ query: `+properties.mode:${name}`, stringProperties: { mode: name } })
const refusal = (reason: string) => new MatchmakerError(reason as MatchmakerError['reason'])

describe('a ticket', () => {
  it('is refused when its query is', () => {
    const world = new World()
    expect(() => world.add('a', { query: '+' })).toThrow(refusal('matchmaker query invalid'))
    expect(world.matchmaker.size).toBe(0)
  })

  it('is taken, but finds nobody, when its query cannot be run', () => {
    const world = new World()
    world.add('a', { query: 'properties.mode:/(/' })
    world.add('b', { query: 'properties.' })
    expect(world.pass()).toEqual([])
    world.add('c')
    expect(world.pass()).toEqual(['a c'])
  })

  it('is refused when a session, or the party, has as many as it may', () => {
    const world = new World({ maxTickets: 2 })
    world.add('a', { minCount: 9, maxCount: 9 }, 'a#1')
    world.add('a', { minCount: 9, maxCount: 9 }, 'a#2')
    expect(() => world.add('a', {}, 'a#3')).toThrow(refusal('matchmaker too many tickets'))
    expect(() => world.add('a+b')).toThrow(refusal('matchmaker too many tickets'))
    world.add('c+d', {}, 'cd#1')
    world.add('c+d', {}, 'cd#2')
    expect(() => world.add('c+d', {}, 'cd#3')).toThrow(refusal('matchmaker too many tickets'))
    expect(() => world.add('d')).toThrow(refusal('matchmaker too many tickets'))
    world.matchmaker.removeSolo('session-a', 'a#1')
    world.add('a', {}, 'a#3')
  })

  it('is refused when a session is in it twice', () => {
    expect(() => new World().add('a+a')).toThrow(refusal('matchmaker duplicate session'))
  })

  it('is refused once the matchmaker has stopped', () => {
    const world = new World()
    world.add('a')
    world.matchmaker.stop()
    expect(world.matchmaker.size).toBe(0)
    expect(() => world.add('b')).toThrow(refusal('matchmaker not available'))
  })
})

describe('removing', () => {
  const notFound = refusal('matchmaker ticket not found')

  it('takes a ticket out of every pass to come', () => {
    const world = new World()
    world.add('a')
    world.add('b')
    world.matchmaker.removeSolo('session-a', 'a')
    expect(world.pass()).toEqual([])
    expect(() => world.matchmaker.removeSolo('session-a', 'a')).toThrow(notFound)
  })

  it("does not touch somebody else's ticket, nor a party's as if it were one's own, nor the reverse", () => {
    const { matchmaker, add } = bound(new World())
    add('a')
    add('b+c')
    expect(() => matchmaker.removeSolo('session-b', 'a')).toThrow(notFound)
    expect(() => matchmaker.removeSolo('session-b', 'b+c')).toThrow(notFound)
    expect(() => matchmaker.removeParty('party-x', 'b+c')).toThrow(notFound)
    expect(() => matchmaker.removeParty('', 'a')).toThrow(notFound)
    expect(matchmaker.size).toBe(2)
    matchmaker.removeParty('party-b+c', 'b+c')
    expect(matchmaker.size).toBe(1)
  })

  it('a session removes all tickets it is part of', () => {
    const { matchmaker, add } = bound(new World())
    add('a', {}, 'a#1')
    add('a', {}, 'a#2')
    add('a+b')
    add('c')
    matchmaker.removeAllOfSession('session-a')
    matchmaker.removeAllOfSession('session-a')
    expect(matchmaker.size).toBe(1)
  })

  it('a party removes all tickets of its own', () => {
    const { matchmaker, add } = bound(new World())
    add('a')
    add('a+b', {}, 'ab#1')
    add('a+b', {}, 'ab#2')
    matchmaker.removeAllOfParty('party-a+b')
    expect(matchmaker.size).toBe(1)
  })
})

describe('a match', () => {
  it('is made of tickets that accept each other by one query', () => {
    const world = new World()
    world.add('a', mode('x'))
    world.add('b', mode('y'))
    world.add('c', mode('x'))
    expect(world.pass()).toEqual(['a c'])
    expect(world.matchmaker.size).toBe(1)
  })

  it('tells of each player, with the properties and the party of the ticket', () => {
    const world = new World()
    const rank = { numericProperties: { rank: 4 } }
    world.add('a+b', { ...mode('x'), ...rank, minCount: 3, maxCount: 3 })
    world.add('c', { ...mode('x'), minCount: 3, maxCount: 3 })
    const [match] = world.matchmaker.pass(world.now)
    const shared = { stringProperties: { mode: 'x' }, numericProperties: { rank: 4 } }
    expect(match).toEqual([
      {
        presence: expect.objectContaining({ username: 'a' }),
        ticket: 'a+b',
        partyId: 'party-a+b',
        ...shared,
      },
      {
        presence: expect.objectContaining({ username: 'b' }),
        ticket: 'a+b',
        partyId: 'party-a+b',
        ...shared,
      },
      {
        presence: expect.objectContaining({ username: 'c' }),
        ticket: 'c',
        partyId: '',
        stringProperties: { mode: 'x' },
        numericProperties: {},
      },
    ])
  })

  it.each([
    ['+properties.mode:x +properties.rank:>=4', true],
    ['+properties.rank:>4', false],
    // Of a name that is both text and number, the number counts.
    ['+properties.both:5 -properties.both:text', true],
    ['+min_count:3 +max_count:<=3', true],
    ['+max_count:2', false],
    ['+ticket:other', true],
    ['+_id:other', true],
    ['+party_id:party\\-b+c', true],
    ['-party_id:""', true],
    ['+created_at:>0', true],
    ['mode:x', false],
  ])('is found by what a query says of the other ticket: %s, %s', (query, isFound) => {
    const world = new World()
    world.add('a', { query, maxCount: 3 })
    const properties = {
      stringProperties: { mode: 'x', both: 'text' },
      numericProperties: { rank: 4, both: 5 },
    }
    world.add('b+c', { query: 'properties.none:x', minCount: 3, maxCount: 3, ...properties }, 'other')
    expect(world.pass()).toEqual(isFound ? ['a b+c'] : [])
  })

  it('with revPrecision needs every query to accept every ticket', () => {
    const add = (world: World) => {
      world.add('a', { ...mode('x'), minCount: 3, maxCount: 3 })
      world.add('b', { ...mode('x'), minCount: 3, maxCount: 3 })
      world.add('c', {
        query: 'properties.mode:x -properties.level:1',
        minCount: 3,
        maxCount: 3,
        stringProperties: { mode: 'x' },
      })
      world.add('d', {
        query: '*',
        minCount: 3,
        maxCount: 3,
        stringProperties: { mode: 'x' },
        numericProperties: { level: 1 },
      })
    }
    const oneWay = new World()
    add(oneWay)
    expect(oneWay.pass()).toEqual(['a b c'])
    const mutual = new World({ revPrecision: true })
    add(mutual)
    mutual.matchmaker.removeSolo('session-a', 'a')
    expect(mutual.pass()).toEqual([])
    mutual.add('e', { ...mode('x'), minCount: 3, maxCount: 3 })
    expect(mutual.pass()).toEqual(['b c e'])
  })

  it('never puts a session against itself, nor a party', () => {
    const world = new World()
    world.add('a', {}, 'a#1')
    world.add('a', {}, 'a#2')
    expect(world.pass()).toEqual([])
    const parties = new World()
    parties.add('a+b', { minCount: 4, maxCount: 4 }, 'ab#1')
    parties.add('a+b', { minCount: 4, maxCount: 4 }, 'ab#2')
    expect(parties.pass()).toEqual([])
  })

  it('of a party alone does not happen, even if it has the right size', () => {
    const world = new World()
    world.add('a+b')
    world.add('c+d+e', { minCount: 2, maxCount: 2 })
    expect(world.pass()).toEqual([])
    expect(world.matchmaker.size).toBe(2)
  })

  it('takes the best rated first, and of equals those who have waited longest', () => {
    const world = new World()
    const passive = { query: 'properties.none:x', minCount: 3, maxCount: 3 }
    world.add('searcher', {
      query: 'properties.region:eu^5 properties.mode:x',
      minCount: 3,
      maxCount: 3,
    })
    world.add('old', { ...passive, stringProperties: { mode: 'x' } })
    world.add('older region', { ...passive, stringProperties: { region: 'eu' } })
    world.add('younger both', { ...passive, stringProperties: { region: 'eu', mode: 'x' } })
    expect(world.pass()).toEqual(['searcher older region younger both'])
  })

  it('leaves the tickets of the same players that were not matched', () => {
    const world = new World()
    world.add('a', mode('x'), 'a#1')
    world.add('a', mode('y'), 'a#2')
    world.add('b', mode('x'))
    expect(world.pass()).toEqual(['a b'])
    world.add('c', mode('y'))
    expect(world.pass()).toEqual(['a c'])
  })
})

describe('the number of players', () => {
  it('is the maximum until the last interval, then as close to it as can be', () => {
    const world = new World({ maxIntervals: 3 })
    const range = { minCount: 2, maxCount: 4 }
    world.add('a', range)
    world.add('b', range)
    world.add('c', range)
    expect([world.pass(), world.pass()]).toEqual([[], []])
    expect(world.pass()).toEqual(['a b c'])
  })

  it('is the maximum at once when there are enough', () => {
    const world = new World()
    for (const name of 'abcde') world.add(name, { minCount: 2, maxCount: 4 })
    expect(world.pass()).toEqual(['a b c d'])
  })

  it('counts every member of a party', () => {
    const world = new World()
    world.add('a+b', { minCount: 4, maxCount: 4 })
    world.add('c+d+e', { minCount: 4, maxCount: 4 })
    world.add('f', { minCount: 4, maxCount: 4 })
    world.add('g', { minCount: 4, maxCount: 4 })
    expect(world.pass()).toEqual(['a+b f g'])
  })

  it('is a multiple of what everybody asks for; the youngest have to wait', () => {
    const world = new World({ maxIntervals: 1 })
    for (const name of 'abcde') world.add(name, { minCount: 2, maxCount: 8, countMultiple: 2 })
    expect(world.pass()).toEqual(['a b c d'])
    const strict = new World({ maxIntervals: 1 })
    strict.add('a', { minCount: 2, maxCount: 6 })
    strict.add('b', { minCount: 3, maxCount: 6, countMultiple: 3 })
    strict.add('c', { minCount: 3, maxCount: 6, countMultiple: 3 })
    strict.add('d', { minCount: 3, maxCount: 6, countMultiple: 3 })
    expect(strict.pass()).toEqual(['a b c'])
  })

  it('a candidate asks for has to lie within the own', () => {
    const world = new World({ maxIntervals: 1 })
    world.add('narrow', { minCount: 3, maxCount: 3 })
    world.add('wide', { minCount: 2, maxCount: 4 })
    world.add('lower', { minCount: 2, maxCount: 3 })
    // `wide` sees both others and `lower` sees `narrow`, but `narrow` sees nobody.
    expect(world.pass()).toEqual(['narrow wide lower'])
    const apart = new World({ maxIntervals: 1 })
    apart.add('a', { minCount: 3, maxCount: 3 })
    apart.add('b', { minCount: 2, maxCount: 2 })
    expect(apart.pass()).toEqual([])
  })

  it('does not fail for a bad order of the candidates, on the last interval', () => {
    const hard = new World({ maxIntervals: 1 })
    // First come, first served, the pair and the single share a group in which nobody else finds room.
    const five = { minCount: 5, maxCount: 5, query: 'properties.none:x' }
    hard.add('p+q', five)
    hard.add('r', five)
    hard.add('s+t+u', five)
    hard.add('v', { minCount: 5, maxCount: 5 })
    expect(hard.pass()).toEqual(['r s+t+u v'])
  })
})

describe('time', () => {
  it('makes a ticket stop searching, but not being found', () => {
    const world = new World({ maxIntervals: 2 })
    const range = { minCount: 2, maxCount: 3 }
    world.add('a', { ...range, ...mode('x') })
    world.pass()
    world.pass()
    // `a` would accept `b`, but searches no more; `c` accepts `a`.
    world.add('b', { ...range, query: 'properties.none:x', stringProperties: { mode: 'x' } })
    expect([world.pass(), world.pass()]).toEqual([[], []])
    world.add('c', { ...range, query: '+properties.mode:x -properties.last:1' })
    expect([world.pass(), world.pass()]).toEqual([['a b c'], []])
  })

  it('gives a fixed number of players one search only', () => {
    const world = new World({ maxIntervals: 9 })
    world.add('a', mode('x'))
    world.pass()
    world.add('b', { query: 'properties.none:x', stringProperties: { mode: 'x' } })
    expect(world.pass()).toEqual([])
  })

  it('gives nobody who was found a second match', () => {
    const world = new World()
    for (const name of 'abcd') world.add(name)
    expect(world.pass()).toEqual(['a b', 'c d'])
    expect(world.matchmaker.size).toBe(0)
  })
})

describe('the statistics', () => {
  it('tell of the last pass in which somebody searched', () => {
    const world = new World()
    world.add('a', mode('x'))
    const added = new Date(world.now)
    expect(world.matchmaker.stats).toEqual({
      ticketCount: 0,
      oldestTicketCreateTime: undefined,
      completions: [],
    })
    world.pass()
    expect(world.matchmaker.stats).toEqual({ ticketCount: 1, oldestTicketCreateTime: added, completions: [] })
    world.add('b', mode('x'))
    const bAdded = new Date(world.now)
    world.pass()
    const completeTime = new Date(world.now)
    expect(world.matchmaker.stats).toEqual({
      ticketCount: 2,
      oldestTicketCreateTime: added,
      completions: [
        { createTime: added, completeTime },
        { createTime: bAdded, completeTime },
      ],
    })
    world.pass()
    expect(world.matchmaker.stats.ticketCount).toBe(2)
  })

  it('keep the last ten completions', () => {
    const world = new World()
    for (let pair = 0; pair < 8; pair++) {
      world.add(`a${pair}`)
      world.add(`b${pair}`)
      world.pass()
    }
    const { completions } = world.matchmaker.stats
    expect(completions).toHaveLength(10)
    expect(completions.at(-1)?.completeTime).toEqual(new Date(world.now))
  })
})

function bound(world: World): { matchmaker: World['matchmaker']; add: World['add'] } {
  return { matchmaker: world.matchmaker, add: world.add.bind(world) }
}
