import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, matches, parseQuery } from '../query/index.ts'
import { validateCounts } from './counts.ts'
import type { MatchmakerError } from './errors.ts'
import type { Match } from './matchmaker.ts'
import { player, request, World } from './world.fixture.ts'

const sessions = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

interface Wish {
  readonly names: readonly string[]
  readonly minCount: number
  readonly maxCount: number
  readonly countMultiple: number
  readonly query: string
  readonly mode: string
  readonly rank: number
}

type Event = { readonly add: Wish } | { readonly remove: number } | { readonly leave: string } | 'pass'

const wish: fc.Arbitrary<Wish> = fc
  .record({
    names: fc.oneof(
      { weight: 3, arbitrary: fc.subarray([...sessions], { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.subarray([...sessions], { minLength: 1, maxLength: 3 }) },
    ),
    minCount: fc.integer({ min: 2, max: 4 }),
    extra: fc.integer({ min: 0, max: 3 }),
    countMultiple: fc.constantFrom(1, 1, 1, 2, 3),
    query: fc.constantFrom(
      '*',
      '*',
      '+properties.mode:x',
      '-properties.mode:y',
      'properties.mode:x^2 properties.rank:2',
      'properties.rank:>=2 properties.mode:y',
      '+properties.rank:<=2',
      'properties.none:x',
    ),
    mode: fc.constantFrom('x', 'y'),
    rank: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ extra, ...rest }) => ({ ...rest, maxCount: rest.minCount + extra }))
  .filter(
    ({ minCount, maxCount, countMultiple }) =>
      validateCounts(minCount, maxCount, countMultiple) === undefined,
  )

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ add: wish }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ leave: fc.constantFrom(...sessions) }) },
  { weight: 4, arbitrary: fc.constant<Event>('pass') },
)

/** A story with few enough tickets that every combination of them can be tried. */
const story = fc.record({
  events: fc.array(event, { minLength: 4, maxLength: 18, size: 'max' }),
  maxIntervals: fc.integer({ min: 1, max: 3 }),
  revPrecision: fc.boolean(),
})
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never

interface Waiting extends Wish {
  readonly id: string
  /** The passes it has been through. */
  passes: number
}

/** Plays a story, and tells of each pass: who waited for it, what it made, and who waits still. */
function play(
  { events, ...options }: Story,
  afterPass: (
    made: readonly (readonly Waiting[])[],
    waiting: readonly Waiting[],
    raw: readonly Match[],
  ) => void = () => {},
): string[] {
  const world = new World(options)
  const waiting = new Map<string, Waiting>()
  const log: string[] = []
  const forget = (isGone: (ticket: Waiting) => boolean) => {
    for (const ticket of [...waiting.values()]) if (isGone(ticket)) waiting.delete(ticket.id)
  }
  for (const [step, event] of [...events, 'pass' as const].entries()) {
    if (event === 'pass') {
      const raw = world.matchmaker.pass(world.now)
      const made = raw.map((match) =>
        [...new Set(match.map(({ ticket }) => ticket))].map((id) => found(waiting, id)),
      )
      forget((ticket) => made.flat().includes(ticket))
      for (const ticket of waiting.values()) ticket.passes++
      log.push(...made.map((match) => match.map(({ id }) => id).join(' ')), '.')
      afterPass(made, [...waiting.values()], raw)
    } else if ('add' in event) {
      const id = `${event.add.names.join('+')}#${step}`
      if (tryToAdd(world, event.add, id)) waiting.set(id, { ...event.add, id, passes: 0 })
    } else if ('remove' in event) {
      const ticket = [...waiting.values()][event.remove]
      if (ticket === undefined) continue
      const [name] = ticket.names
      if (ticket.names.length === 1) world.matchmaker.removeSolo(`session-${name}`, ticket.id)
      else world.matchmaker.removeParty(`party-${ticket.names.join('+')}`, ticket.id)
      forget(({ id }) => id === ticket.id)
    } else {
      world.matchmaker.removeAllOfSession(`session-${event.leave}`)
      forget(({ names }) => names.includes(event.leave))
    }
    expect(world.matchmaker.size).toBe(waiting.size)
  }
  return log
}

function tryToAdd(world: World, { names, mode, rank, ...counts }: Wish, id: string): boolean {
  try {
    world.add(names.join('+'), { ...counts, stringProperties: { mode }, numericProperties: { rank } }, id)
    return true
  } catch (error) {
    expect(error).toMatchObject({ reason: 'matchmaker too many tickets' } satisfies Partial<MatchmakerError>)
    return false
  }
}

function found(waiting: ReadonlyMap<string, Waiting>, id: string): Waiting {
  const ticket = waiting.get(id)
  // Fails for a ticket that was removed, or that had a match before.
  if (ticket === undefined) throw new Error(`${id} does not wait`)
  return ticket
}

const accepts = (one: Waiting, other: Waiting) =>
  matches(parseQuery(one.query), documentOf({ properties: { mode: other.mode, rank: other.rank } }))

const sizeOf = (tickets: readonly Waiting[]) => tickets.reduce((sum, { names }) => sum + names.length, 0)

const isLastInterval = (ticket: Waiting, passes: number, maxIntervals: number) =>
  passes >= maxIntervals || ticket.minCount === ticket.maxCount

/** Whether the ticket, with these others, is a match that it could find. */
function isValid(ticket: Waiting, others: readonly Waiting[], revPrecision: boolean): boolean {
  const all = [ticket, ...others]
  const size = sizeOf(all)
  const players = all.flatMap(({ names }) => names)
  return (
    others.length > 0 &&
    new Set(players).size === players.length &&
    all.every((each) => each.minCount <= size && size <= each.maxCount && size % each.countMultiple === 0) &&
    others.every((other) => other.minCount >= ticket.minCount && other.maxCount <= ticket.maxCount) &&
    others.every((other) => accepts(ticket, other)) &&
    (!revPrecision || all.every((one) => all.every((other) => one === other || accepts(one, other))))
  )
}

function* subsets<T>(items: readonly T[]): Generator<T[]> {
  const [head, ...tail] = items
  if (head === undefined) return yield []
  for (const rest of subsets(tail)) {
    yield rest
    yield [head, ...rest]
  }
}

describe('whatever tickets come and go', () => {
  it('a match is of tickets that wait, each in no other, with every player of each', () => {
    fc.assert(
      fc.property(story, (told) => {
        play(told, (made, _, raw) => {
          const matched = made.flat()
          expect(new Set(matched).size).toBe(matched.length)
          for (const [index, match] of raw.entries()) {
            const expected = (made[index] ?? []).flatMap(({ id, names }) =>
              names.map((name) => `${id} ${name}`),
            )
            expect(match.map(({ ticket, presence }) => `${ticket} ${presence.username}`).sort()).toEqual(
              expected.sort(),
            )
          }
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('a match suits one of its tickets, which searched for it, by all that it and the others ask for', () => {
    fc.assert(
      fc.property(story, (told) => {
        play(told, (made) => {
          for (const match of made) {
            const searchers = match.filter((ticket) => {
              const others = match.filter((other) => other !== ticket)
              const mayBeSmall = isLastInterval(ticket, ticket.passes + 1, told.maxIntervals)
              const isBigEnough = sizeOf(match) === ticket.maxCount || mayBeSmall
              const searches =
                ticket.passes === 0 || !isLastInterval(ticket, ticket.passes, told.maxIntervals)
              return searches && isBigEnough && isValid(ticket, others, told.revPrecision)
            })
            expect(searchers.length, match.map(({ id }) => id).join(' ')).toBeGreaterThan(0)
          }
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('no match is left that a ticket could have had on its last interval', () => {
    fc.assert(
      fc.property(story, (told) => {
        play(told, (_, waiting) => {
          for (const ticket of waiting) {
            const endsNow =
              isLastInterval(ticket, ticket.passes, told.maxIntervals) &&
              (ticket.passes === 1 || !isLastInterval(ticket, ticket.passes - 1, told.maxIntervals))
            if (!endsNow) continue
            const rest = waiting.filter((other) => other !== ticket)
            for (const others of subsets(rest)) {
              expect(isValid(ticket, others, told.revPrecision), ticket.id).toBe(false)
            }
          }
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('the same tickets make the same matches', () => {
    fc.assert(
      fc.property(story, (told) => {
        expect(play(told)).toEqual(play(told))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a party', () => {
  it('is told about as it was when the ticket was added', () => {
    const world = new World()
    const members = [player('a'), player('b')]
    world.matchmaker.addParty('p', members, request({ minCount: 3, maxCount: 3 }), 0)
    members.pop()
    world.add('c', { minCount: 3, maxCount: 3 })
    expect(world.pass()).toHaveLength(1)
  })
})
