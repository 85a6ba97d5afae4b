import { type LiveParty, PartyClient, type PartySocket, type PresenceRef, Session } from '@party/client'
import { settled, VirtualClock } from '@party/protocol/virtual-clock'
import { memoryHost, PartyServer } from '@party/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reordered } from './reordered.fixture.ts'

// Players do whatever they like with parties, several at once. After every turn each live party has to be what the
// server's own state says it is, and what its events added up to.

const names = ['ada', 'bo', 'cy', 'di'] as const
type Name = (typeof names)[number]

/** A live party as its events tell it, by a game that only ever adds them up. */
interface Told {
  readonly party: LiveParty
  members: string[]
  leader: string
  requests: number
  notified: unknown
  ends: string[]
}

class Player {
  readonly name: Name
  readonly socket: PartySocket
  readonly told = new Map<LiveParty, Told>()
  readonly #session: Session

  constructor(name: Name, socket: PartySocket, session: Session) {
    this.name = name
    this.socket = socket
    this.#session = session
    socket.parties.subscribe(() => {
      for (const party of socket.parties) if (!this.told.has(party)) this.#listen(party)
    })
  }

  connect(): Promise<void> {
    return this.socket.connect(this.#session)
  }

  #listen(party: LiveParty): void {
    const told: Told = {
      party,
      members: party.members.map(({ sessionId }) => sessionId),
      leader: party.leader.sessionId,
      requests: 0,
      notified: party.getSnapshot(),
      ends: [],
    }
    this.told.set(party, told)
    party.on('presence', ({ joins, leaves }) => {
      const gone = leaves.map(({ sessionId }) => sessionId)
      told.members = told.members.filter((member) => !gone.includes(member))
      told.members.push(...joins.map(({ sessionId }) => sessionId))
    })
    party.on('leader', ({ leader, previous }) => {
      expect(previous.sessionId).toBe(told.leader)
      told.leader = leader.sessionId
    })
    party.on('joinRequest', ({ presences }) => {
      expect(party.isLeader).toBe(true)
      told.requests += presences.length
    })
    party.on('end', ({ cause }) => told.ends.push(cause))
    party.subscribe(() => {
      told.notified = party.getSnapshot()
    })
  }
}

class World {
  readonly server: PartyServer
  readonly players: readonly Player[]
  /** Parties in the order in which they were made. */
  readonly made: string[] = []
  /** Sessions that a leader has removed or refused while events may overtake answers. */
  readonly unclear: Set<string> | undefined

  private constructor(server: PartyServer, players: readonly Player[], swapped: boolean) {
    this.server = server
    this.unclear = swapped ? new Set() : undefined
    this.players = players
  }

  static async open(swap: (() => boolean) | undefined): Promise<World> {
    const clock = new VirtualClock()
    const server = new PartyServer({ clock })
    const host = memoryHost(server)
    const client = new PartyClient({
      clock,
      fetch: host.fetch,
      WebSocket: swap ? reordered(host.WebSocket, swap) : host.WebSocket,
      heartbeat: false,
      reconnect: false,
    })
    const players: Player[] = []
    for (const name of names) {
      const { token } = await client.authenticateCustom(`player-${name}`, { username: name })
      players.push(new Player(name, client.createSocket(), Session.restore(token)))
    }
    const world = new World(server, players, swap !== undefined)
    await Promise.all(players.map((player) => player.connect()))
    await play(world, { kind: 'create', who: 0, open: true })
    await play(world, { kind: 'create', who: 1, open: false })
    return world
  }

  async close(): Promise<void> {
    for (const { socket } of this.players) socket.disconnect()
    await this.server.close()
  }

  /** Until everything that was said has arrived, and what was said to that as well. */
  async quiet(): Promise<void> {
    // The server notices some turns later that a player has gone.
    while (this.server.inspect().sessions.length > names.length) await settled()
    for (let round = 0; round < 3; round++) {
      await Promise.allSettled(this.players.map(({ socket }) => socket.ping()))
    }
  }

  check(): void {
    const { parties, sessions, tickets } = this.server.inspect()
    const plain = (list: readonly PresenceRef[]) => list.map(({ sessionId }) => sessionId)
    for (const { name, socket, told } of this.players) {
      const self = sessions.find(({ username }) => username === name)?.sessionId
      const expected = parties.filter(({ members }) => plain(members).includes(self ?? ''))
      expect(new Set([...socket.parties].map(({ partyId }) => partyId))).toEqual(
        new Set(expected.map(({ partyId }) => partyId)),
      )
      for (const { partyId, open, maxSize, members, leader, joinRequests } of expected) {
        const party = socket.parties.get(partyId)
        expect(party).toMatchObject({ partyId, open, maxSize, self: { sessionId: self }, stale: false })
        expect(party?.ended).toBeUndefined()
        expect(plain(party?.members ?? [])).toEqual(plain(members))
        expect(party?.leader.sessionId).toBe(leader?.sessionId)
        const leads = leader?.sessionId === self
        expect(party?.isLeader).toBe(leads)
        // A member can ask to join once more, and its request outlives its removal. That it was a member who was
        // removed is told by the order of answer and event alone.
        const clear = plain(joinRequests).filter((sessionId) => !this.unclear?.has(sessionId))
        expect(plain(party?.joinRequests ?? []).filter((sessionId) => !this.unclear?.has(sessionId))).toEqual(
          leads ? clear : [],
        )
        // Those of the server are known; more may be, because the server ends some in silence.
        expect(party?.tickets).toEqual(
          expect.arrayContaining(
            tickets.filter((ticket) => ticket.partyId === partyId).map(({ ticket }) => ticket),
          ),
        )
      }
      for (const { party, members, leader, notified, ends } of told.values()) {
        expect(members).toEqual(plain(party.members))
        expect(leader).toBe(party.leader.sessionId)
        expect(notified).toBe(party.getSnapshot())
        expect(party).toMatchObject(party.getSnapshot())
        expect(ends).toEqual(party.ended ? [party.ended] : [])
        expect([...socket.parties].includes(party)).toBe(party.ended === undefined)
      }
    }
  }
}

const who = fc.constantFrom(0, 1, 2, 3)
const where = fc.nat({ max: 1 })
const command = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('create' as const), who, open: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('join' as const), who, where }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('accept' as const), where, nth: fc.nat(1) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'leave' as const,
        'reject' as const,
        'remove' as const,
        'promote' as const,
        'update' as const,
        'matchmake' as const,
        'cancel' as const,
        'send' as const,
      ),
      who,
      where,
      nth: fc.nat(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('close' as const, 'reconnect' as const), who, where }),
  },
)
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never

async function play({ players, made, unclear }: World, command: Command): Promise<void> {
  const partyId = made.at('where' in command ? -1 - command.where : -1)
  const player = players['who' in command ? command.who : 0]
  if (!player) return
  const { socket } = player
  if (command.kind === 'create') {
    const { partyId: created } = await socket.createParty(command.open, 3)
    made.push(created)
    return
  }
  if (partyId === undefined) return
  const leading = players.map((each) => each.socket.parties.get(partyId)).find((party) => party?.isLeader)
  const others = leading?.members.filter(({ sessionId }) => sessionId !== leading.self.sessionId)
  const party = socket.parties.get(partyId)
  switch (command.kind) {
    case 'reconnect':
      socket.disconnect()
      return player.connect()
    case 'join':
      return socket.joinParty(partyId)
    case 'close':
      return leading?.close()
    case 'leave':
      return party?.leave()
    case 'send':
      return party?.send(command.nth, 'hello')
    case 'accept': {
      const request = leading?.joinRequests[command.nth]
      return request && leading.accept(request)
    }
    case 'reject': {
      const request = leading?.joinRequests[command.nth]
      if (request) unclear?.add(request.sessionId)
      return request && leading.reject(request)
    }
    case 'remove': {
      const member = others?.[command.nth]
      if (member) unclear?.add(member.sessionId)
      return member && leading?.remove(member)
    }
    case 'promote': {
      const member = others?.[command.nth]
      await (member && leading?.promote(member))
      return
    }
    case 'update':
      await leading?.update({ open: command.nth < 2, label: `{"nth":${command.nth}}` })
      return
    case 'matchmake':
      await leading?.matchmake({ minCount: 4, maxCount: 8 })
      return
    case 'cancel':
      return leading?.tickets[0] === undefined ? undefined : leading.cancelMatchmaking(leading.tickets[0])
  }
}

const turns = fc.array(fc.array(command, { minLength: 1, maxLength: 3 }), {
  size: 'max',
  maxLength: 40,
})

async function keepsUp(list: Command[][], swap?: () => boolean): Promise<void> {
  const world = await World.open(swap)
  try {
    for (const turn of list) {
      await Promise.allSettled(turn.map((each) => play(world, each)))
      await world.quiet()
      world.check()
    }
  } finally {
    await world.close()
  }
}

describe('live parties', { timeout: 60_000 }, () => {
  it('are what the server says, and what their events add up to', async () => {
    await fc.assert(
      fc.asyncProperty(turns, (list) => keepsUp(list)),
      { numRuns: 80 },
    )
  })

  it('are so too when events come before the answers, as from Nakama they may', async () => {
    const swaps = fc.infiniteStream(fc.boolean())
    await fc.assert(
      fc.asyncProperty(turns, swaps, (list, stream) => keepsUp(list, () => stream.next().value === true)),
      { numRuns: 80 },
    )
  })
})
