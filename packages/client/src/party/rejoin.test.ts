import { settled } from '@party/protocol/virtual-clock'
import { describe, expect, it } from 'vitest'
import { connectedSocket } from '../../test/connected.ts'
import type { FakeWebSocket } from '../../test/fake-websocket.ts'
import type { PartyClientOptions } from '../settings.ts'
import type { PartyRejoin } from './rejoin.ts'

const partyId = 'p.n'
const ada = { user_id: 'ada', session_id: 's1', username: 'ada' }
const adaAgain = { user_id: 'ada', session_id: 's2', username: 'ada' }
const bo = { user_id: 'bo', session_id: 's3', username: 'bo' }
const cy = { user_id: 'cy', session_id: 's4', username: 'cy' }

/** A player who is in an open party with bo, who leads it, or in a closed one. */
async function setUp({ open = true, ...options }: PartyClientOptions & { open?: boolean } = {}) {
  const parts = await connectedSocket({ reconnect: () => 0, ...options })
  const { clock, server, socket, sockets } = parts
  const party = { party_id: partyId, open, max_size: 4, self: ada, leader: bo, presences: [bo, ada] }
  server.receive({ party })
  const live = socket.parties.get(partyId)
  if (!live) throw new Error('the party is not there')
  const outcomes: string[] = []
  const rejoins: PartyRejoin[] = []
  socket.onPartyRejoin((rejoin) => {
    rejoins.push(rejoin)
    outcomes.push(rejoin.outcome)
  })
  const lose = () => sockets.last().dispatch('close', { code: 1006 })
  const reconnect = async () => {
    lose()
    await clock.advance(0)
    const next = sockets.last()
    next.dispatch('open')
    await settled()
    return next
  }
  /** The party as the server shows it to who has come back. */
  const again = { ...party, self: adaAgain, presences: [bo, adaAgain] }
  return { ...parts, live, again, outcomes, rejoins, lose, reconnect }
}

const answer = async (server: FakeWebSocket, reply: object = {}) => {
  server.receive({ cid: server.requests.at(-1)?.['cid'], ...reply })
  await settled()
}
const refuse = (server: FakeWebSocket, message: string) => answer(server, { error: { code: 3, message } })

describe('an open party', () => {
  it('is stale while the connection is away, and joined again when it is back', async () => {
    const { live, again, socket, outcomes, rejoins, lose, clock, sockets } = await setUp()
    lose()
    expect([live.stale, live.ended, socket.parties.size]).toEqual([true, undefined, 1])
    await clock.advance(0)
    const server = sockets.last()
    server.dispatch('open')
    await settled()
    expect(server.requests).toEqual([{ cid: expect.any(String), party_join: { party_id: partyId } }])
    await answer(server)
    expect([live.stale, outcomes]).toEqual([true, []])
    server.receive({ party: again })
    expect([live.stale, live.self.sessionId]).toEqual([false, 's2'])
    expect(rejoins).toEqual([{ outcome: 'rejoined', partyId, party: live, error: undefined }])
    expect(socket.parties.get(partyId)).toBe(live)
    expect(clock.pending).toBe(0)
  })

  it('tells what is different in it before it tells that the player is back', async () => {
    const { live, again, socket, reconnect } = await setUp()
    const heard: unknown[] = []
    live.on('presence', ({ joins, leaves }) =>
      heard.push(
        joins.map(({ username }) => username),
        leaves.map(({ username }) => username),
      ),
    )
    live.on('leader', ({ leader }) => heard.push(leader.username))
    socket.onPartyRejoin(({ outcome }) => heard.push(outcome))
    const server = await reconnect()
    server.receive({ party: { ...again, leader: cy, presences: [cy, adaAgain] } })
    expect(heard).toEqual([['cy'], ['bo'], 'cy', 'rejoined'])
  })

  it('may let the player in before the server answers', async () => {
    const { again, outcomes, clock, reconnect } = await setUp()
    const server = await reconnect()
    server.receive({ party: again })
    await answer(server)
    expect([outcomes, clock.pending]).toEqual([['rejoined'], 0])
  })

  it('has been closed meanwhile if it does not let the player in', async () => {
    const { again, outcomes, clock, reconnect } = await setUp({ timeoutMs: 500 })
    const server = await reconnect()
    await answer(server)
    await clock.advance(500)
    expect(outcomes).toEqual(['requested'])
    server.receive({ party: { ...again, open: false } })
    expect(outcomes).toEqual(['requested', 'rejoined'])
  })

  it.each([
    ['Error joining party: party not found', 'gone', 'party_not_found'],
    ['Error joining party: party closed', 'gone', 'party_closed'],
    ['Invalid party ID', 'failed', 'invalid_party_id'],
  ])('that cannot be joined again has ended: %s', async (message, outcome, code) => {
    const { live, socket, rejoins, clock, reconnect } = await setUp()
    await refuse(await reconnect(), message)
    expect(rejoins).toMatchObject([{ outcome, partyId, party: live, error: { code } }])
    expect([live.ended, live.stale, socket.parties.size]).toEqual(['disconnected', false, 0])
    expect(clock.pending).toBe(0)
  })

  it('that is full, for the lost connection still counts, is tried again for half a minute', async () => {
    const { live, again, outcomes, clock, reconnect } = await setUp()
    const server = await reconnect()
    for (let round = 1; round <= 3; round++) {
      await refuse(server, 'Error joining party: party full')
      await clock.advance(5000)
      expect(server.requests).toHaveLength(round + 1)
    }
    await answer(server)
    server.receive({ party: again })
    expect([outcomes, live.stale, clock.pending]).toEqual([['rejoined'], false, 0])
  })

  it('that stays full is given up', async () => {
    const { live, rejoins, clock, reconnect } = await setUp()
    const server = await reconnect()
    for (let round = 0; round < 6; round++) {
      await refuse(server, 'Error joining party: party full')
      await clock.advance(5000)
    }
    expect(rejoins).toEqual([])
    await refuse(server, 'Error joining party: party full')
    expect(rejoins).toMatchObject([{ outcome: 'failed', error: { code: 'party_full' } }])
    expect([live.ended, clock.pending]).toEqual(['disconnected', 0])
  })
})

describe('a closed party', () => {
  it('is asked for again, and joined when its leader says yes', async () => {
    const { live, again, outcomes, clock, reconnect } = await setUp({ open: false })
    const server = await reconnect()
    await answer(server)
    await clock.advance(0)
    expect([outcomes, live.stale]).toEqual([['requested'], true])
    server.receive({ party: again })
    expect([outcomes, live.stale, clock.pending]).toEqual([['requested', 'rejoined'], false, 0])
  })

  it('is looked after while its leader has not answered: it may end in silence', async () => {
    const { live, outcomes, clock, reconnect } = await setUp({ open: false })
    const server = await reconnect()
    await answer(server)
    await clock.advance(30_000)
    expect(server.requests.at(-1)).toMatchObject({ party_join_request_list: { party_id: partyId } })
    await refuse(server, 'Error listing party join requests: party leader only')
    expect([outcomes, live.stale]).toEqual([['requested'], true])
    await clock.advance(30_000)
    await refuse(server, 'Error listing party join requests: party not found')
    expect([outcomes, live.ended, clock.pending]).toEqual([['requested', 'gone'], 'disconnected', 0])
  })

  it('that the lost connection had asked for is asked again until the server takes it', async () => {
    const { live, again, outcomes, clock, reconnect } = await setUp({ open: false })
    const server = await reconnect()
    for (const _ of [1, 2]) {
      await refuse(server, 'Error joining party: party join request duplicate')
      expect([outcomes, live.stale]).toEqual([['requested'], true])
      await clock.advance(5000)
    }
    await answer(server)
    await clock.advance(0)
    expect(server.requests).toHaveLength(3)
    server.receive({ party: again })
    expect([outcomes, clock.pending]).toEqual([['requested', 'rejoined'], 0])
  })

  it('can be left while its leader has not answered', async () => {
    const { live, again, socket, outcomes, clock, reconnect } = await setUp({ open: false })
    const server = await reconnect()
    await answer(server)
    await clock.advance(0)
    const leaving = live.leave()
    await answer(server)
    await leaving
    server.receive({ party: again })
    expect([live.ended, outcomes]).toEqual(['left', ['requested']])
    expect(socket.parties.get(partyId)).not.toBe(live)
  })
})

describe('another loss', () => {
  it('while the player is not back yet begins anew', async () => {
    const { live, again, outcomes, reconnect } = await setUp()
    await reconnect()
    const server = await reconnect()
    await answer(server)
    server.receive({ party: again })
    expect([outcomes, live.stale]).toEqual([['rejoined'], false])
  })

  it('leaves no timer', async () => {
    const { clock, reconnect, socket, live } = await setUp()
    const server = await reconnect()
    await refuse(server, 'Error joining party: party full')
    socket.disconnect()
    expect([clock.pending, live.ended]).toEqual([0, 'disconnected'])
  })

  it('for good ends every party', async () => {
    const { live, lose, socket, outcomes } = await setUp({ reconnect: false })
    lose()
    expect([live.ended, socket.parties.size, outcomes]).toEqual(['disconnected', 0, []])
  })
})

describe('the game may choose', () => {
  it('no party at all', async () => {
    const { live, outcomes, reconnect } = await setUp({ rejoin: false })
    const server = await reconnect()
    expect([live.ended, outcomes, server.requests]).toEqual(['disconnected', [], []])
  })

  it('by what is known of each', async () => {
    const seen: boolean[] = []
    const { live, reconnect } = await setUp({
      rejoin: ({ leader, stale }) => {
        seen.push(stale)
        return leader.username !== 'bo'
      },
    })
    await reconnect()
    expect([seen, live.ended]).toEqual([[true], 'disconnected'])
  })

  it('wrongly: a choice that fails is told', async () => {
    const { rejoins, live, reconnect } = await setUp({
      rejoin: () => {
        throw new TypeError('no choice')
      },
    })
    await reconnect()
    expect(rejoins).toMatchObject([{ outcome: 'failed', error: { code: 'unknown', message: 'no choice' } }])
    expect(live.ended).toBe('disconnected')
  })
})
