import type { UserPresence } from '@party/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Parties } from './parties.ts'
import { player } from './player.fixture.ts'
import type { PartyEffect } from './state.ts'

const players = ['ada', 'bo', 'cy', 'di', 'ed'].map(player)
const partyIds = ['p.n', 'q.n']
const noAnswer = () => {}

interface Sent {
  partyId: string
  to: readonly UserPresence[]
  message: string
}

function world(singleParty = false) {
  const sent: Sent[] = []
  const offline = new Set<string>()
  const ended: string[] = []
  const parties = new Parties({
    singleParty,
    isOnline: (sessionId) => !offline.has(sessionId),
    perform(partyId, effects: readonly PartyEffect[]) {
      for (const effect of effects) {
        if (effect.kind === 'send') sent.push({ partyId, to: effect.to, message: effect.message.case })
      }
    },
    ended: (partyId) => ended.push(partyId),
  })
  return { parties, sent, offline, ended }
}

type World = ReturnType<typeof world>

const who = fc.constantFrom(...players)
const where = fc.constantFrom(...partyIds)

const command = fc.oneof(
  fc.record({
    kind: fc.constant('create' as const),
    who,
    where,
    open: fc.boolean(),
    maxSize: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    kind: fc.constantFrom('join' as const, 'leave' as const, 'close' as const, 'data' as const),
    who,
    where,
  }),
  fc.record({
    kind: fc.constantFrom('accept' as const, 'remove' as const, 'promote' as const),
    who,
    target: who,
    where,
  }),
  fc.record({ kind: fc.constant('update' as const), who, where, open: fc.boolean() }),
  fc.record({ kind: fc.constant('disconnect' as const), who }),
)

type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never

function play({ parties, offline }: World, command: Command): void {
  const { who } = command
  if (command.kind === 'disconnect') {
    offline.add(who.sessionId)
    return parties.sessionEnded(who.sessionId)
  }
  if (offline.has(who.sessionId)) return
  const { where: partyId } = command
  switch (command.kind) {
    case 'create': {
      if (parties.get(partyId) !== undefined) return
      const { open, maxSize } = command
      return parties.create({ partyId, open, hidden: false, maxSize, label: '', creator: who }, noAnswer)
    }
    case 'join':
      return void parties.join(partyId, who, noAnswer)
    case 'leave':
      return parties.leave(partyId, who, noAnswer)
    case 'close':
      return void parties.close(partyId, who, noAnswer)
    case 'data':
      return void parties.sendData(partyId, who, { partyId, opCode: 1, data: new Uint8Array() }, noAnswer)
    case 'update':
      return void parties.update(
        partyId,
        who,
        { partyId, open: command.open, hidden: false, label: '' },
        noAnswer,
      )
    default:
      return void parties[command.kind](partyId, who, command.target, noAnswer)
  }
}

/** Session ids of each party's members. */
function membersOf({ parties }: World): Map<string, string[]> {
  return new Map(
    [...parties.values()].map((party) => [party.partyId, party.members.map((member) => member.sessionId)]),
  )
}

describe('whatever players do', () => {
  const commands = fc.array(command, { maxLength: 60 })
  const always = (
    check: (world: World, before: Map<string, string[]>, command: Command) => void,
    singleParty = false,
  ) =>
    fc.assert(
      fc.property(commands, (list) => {
        const state = world(singleParty)
        for (const command of list) {
          const before = membersOf(state)
          state.sent.length = 0
          play(state, command)
          check(state, before, command)
        }
      }),
      { numRuns: 400 },
    )

  it('a party has exactly one leader, who is a member', () => {
    always(({ parties }) => {
      for (const party of parties.values()) {
        const leaders = party.members.filter((member) => member.sessionId === party.leader?.sessionId)
        expect(leaders).toHaveLength(1)
      }
    })
  })

  it('members never exceed the maximum and nobody is in twice', () => {
    always(({ parties }) => {
      for (const { members, maxSize } of parties.values()) {
        expect(members.length).toBeLessThanOrEqual(maxSize)
        expect(new Set(members).size).toBe(members.length)
      }
    })
  })

  it('the order of the members is the order of joining', () => {
    always((state, before) => {
      for (const [partyId, now] of membersOf(state)) {
        const stayed = (before.get(partyId) ?? []).filter((sessionId) => now.includes(sessionId))
        expect(now.slice(0, stayed.length)).toEqual(stayed)
      }
    })
  })

  it('a party without members does not exist, and its end is reported once', () => {
    always((state, before) => {
      for (const members of membersOf(state).values()) expect(members).not.toEqual([])
      const gone = [...before.keys()].filter((partyId) => state.parties.get(partyId) === undefined)
      expect(state.ended.splice(0)).toEqual(gone)
    })
  })

  it('nobody outside a party receives anything of it', () => {
    always((state, before, command) => {
      const after = membersOf(state)
      for (const { partyId, to, message } of state.sent) {
        const insiders = new Set([...(before.get(partyId) ?? []), ...(after.get(partyId) ?? [])])
        for (const { sessionId } of to) expect(insiders).toContain(sessionId)
        if (message === 'partyData') expect(to).not.toContain(command.who)
      }
    })
  })

  it('a session that has gone is in no party', () => {
    always((state) => {
      for (const members of membersOf(state).values()) {
        for (const sessionId of members) expect(state.offline).not.toContain(sessionId)
      }
    })
  })

  it('with single party on, nobody is in two', () => {
    always((state) => {
      const everywhere = [...membersOf(state).values()].flat()
      expect(new Set(everywhere).size).toBe(everywhere.length)
    }, true)
  })
})

describe('a party that never had room for its creator', () => {
  it('lives until it is swept away', () => {
    const { parties, ended } = world()
    const creator = player('ada')
    parties.create({ partyId: 'p.n', open: true, hidden: false, maxSize: 0, label: '', creator }, noAnswer)
    parties.leave('p.n', creator, noAnswer)
    expect(parties.join('p.n', player('bo'), noAnswer)).toBe('party full')
    parties.endIdle()
    expect(parties.size).toBe(0)
    expect(ended).toEqual(['p.n'])
  })
})
