import { settled } from '@party/protocol/virtual-clock'
import { describe, expect, it, vi } from 'vitest'
import { connectedSocket, disconnectedSocket } from '../../test/connected.ts'
import type { PartyError } from '../error.ts'
import type { LiveParty, PartyEventName } from './live-party.ts'
import { definePartyMessage } from './message.ts'

const partyId = '5d1c1a2f-0000-4000-8000-000000000000.nakama1'
const wire = (name: string) => ({ user_id: `u-${name}`, session_id: `s-${name}`, username: name })
const presence = (name: string) => ({
  userId: `u-${name}`,
  sessionId: `s-${name}`,
  username: name,
  persistence: false,
  status: undefined,
})
const [ada, bo, cy] = ['ada', 'bo', 'cy'].map(wire)

/** What the server says to who is in: it is `ada`. */
const party = (more: object = {}) => ({
  party: { party_id: partyId, max_size: 4, self: ada, leader: ada, presences: [ada], ...more },
})
const joins = (...who: unknown[]) => ({ party_presence_event: { party_id: partyId, joins: who } })
const leaves = (...who: unknown[]) => ({ party_presence_event: { party_id: partyId, leaves: who } })
const leads = (who: unknown) => ({ party_leader: { party_id: partyId, presence: who } })
const asks = (...who: unknown[]) => ({ party_join_request: { party_id: partyId, presences: who } })
const ticket = (name: string) => ({ party_matchmaker_ticket: { party_id: partyId, ticket: name } })
const closes = { party_close: { party_id: partyId } }
const says = (opCode: number, text: string) => ({
  party_data: { party_id: partyId, presence: bo, op_code: String(opCode), data: btoa(text) },
})
const error = (message: string) => ({ error: { code: 3, message } })

const names = (list: readonly { username: string }[] | undefined) => list?.map(({ username }) => username)

/** What the party tells from now on, by name of the event. */
function record(live: LiveParty): unknown[] {
  const told: unknown[] = []
  const events: PartyEventName[] = [
    'presence',
    'leader',
    'update',
    'joinRequest',
    'matchmaking',
    'matchmakingCancelled',
    'matched',
    'end',
  ]
  for (const event of events) live.on(event, (payload: unknown) => told.push([event, payload]))
  return told
}

/** A party that `ada` has created and leads. */
async function leading(more: object = {}) {
  const parts = await connectedSocket()
  const live = await parts.answer(parts.socket.createParty(false, 4), party(more))
  const requests = () => parts.server.requests.slice(1).map(({ cid, ...request }) => request)
  return { ...parts, live, requests, told: record(live) }
}

/** A party that `bo` leads and `ada` has joined. */
async function joined(more: object = {}) {
  const parts = await connectedSocket()
  parts.server.receive(party({ leader: bo, presences: [bo, ada], ...more }))
  const live = parts.socket.parties.get(partyId)
  if (!live) throw new Error('the party is not there')
  return { ...parts, live, told: record(live) }
}

describe('what createParty resolves with', () => {
  it('is a party like any other, with more to it', async () => {
    const { live, socket } = await leading({ label: '{"mode":"duo"}', hidden: true, open: true })
    const expected = {
      partyId,
      label: '{"mode":"duo"}',
      open: true,
      hidden: true,
      maxSize: 4,
      self: presence('ada'),
      leader: presence('ada'),
      presences: [presence('ada')],
      members: [presence('ada')],
      isLeader: true,
      joinRequests: [],
      tickets: [],
      stale: false,
      ended: undefined,
    }
    expect({ ...live }).toMatchObject(expected)
    expect(JSON.parse(JSON.stringify(live))).toMatchObject({ partyId, self: { username: 'ada' } })
    expect(live.getSnapshot()).toEqual(expected)
    expect(socket.parties.get(partyId)).toBe(live)
  })

  it.each(['before', 'after'])(
    'keeps label and hidden when the second party comes %s the answer',
    async (when) => {
      const { socket, server, answer } = await connectedSocket()
      const creating = socket.createParty({ maxSize: 4, label: '{"a":1}', hidden: true })
      await settled()
      const second = () => {
        server.receive(party())
        server.receive(joins(ada))
      }
      if (when === 'before') second()
      const live = await answer(creating, party({ label: '{"a":1}', hidden: true }))
      const snapshot = live.getSnapshot()
      if (when === 'after') second()
      expect(live).toMatchObject({ label: '{"a":1}', hidden: true })
      expect(names(live.members)).toEqual(['ada'])
      expect(live.getSnapshot()).toBe(snapshot)
      expect(socket.parties.size).toBe(1)
    },
  )
})

describe('the members', () => {
  it('are who was there, and then who joins, in that order', async () => {
    const { live, server, told } = await joined()
    server.receive(joins(ada))
    server.receive(joins(cy))
    server.receive(leaves(bo))
    server.receive(joins(bo))
    expect(names(live.members)).toEqual(['ada', 'cy', 'bo'])
    expect(live.presences).toBe(live.members)
    expect(told).toEqual([
      ['presence', { joins: [presence('cy')], leaves: [] }],
      ['presence', { joins: [], leaves: [presence('bo')] }],
      ['presence', { joins: [presence('bo')], leaves: [] }],
    ])
  })

  it('have been brought up to date when the handlers of the socket run', async () => {
    const { live, server, socket } = await joined()
    const seen: unknown[] = []
    socket.onPartyPresence(() => seen.push(names(live.members)))
    server.receive(joins(cy))
    expect(seen).toEqual([['bo', 'ada', 'cy']])
  })

  it('may be the same user twice', async () => {
    const { live, server } = await joined()
    server.receive(joins({ ...ada, session_id: 's-ada-2' }))
    server.receive(leaves({ ...ada, session_id: 's-ada-2' }))
    expect(live.members).toEqual([presence('bo'), presence('ada')])
  })
})

describe('the leader', () => {
  it('changes, and is told with the one before', async () => {
    const { live, server, told } = await joined({ presences: [bo, ada, cy] })
    server.receive(leads(cy))
    expect(live).toMatchObject({ leader: presence('cy'), isLeader: false })
    expect(told).toEqual([['leader', { leader: presence('cy'), previous: presence('bo') }]])
  })

  it('lists who has been waiting when it begins to lead, and forgets it when it no longer does', async () => {
    const { live, server, told, answer } = await joined()
    server.receive(leads(ada))
    expect(live.isLeader).toBe(true)
    expect(server.requests).toMatchObject([{ party_join_request_list: { party_id: partyId } }])
    await answer(Promise.resolve(), asks(cy))
    expect(names(live.joinRequests)).toEqual(['cy'])
    expect(told.at(-1)).toEqual(['joinRequest', { presences: [presence('cy')] }])
    server.receive(leads(bo))
    expect(live.joinRequests).toEqual([])
  })

  it('asks again for who has been waiting as long as it leads and no answer comes', async () => {
    const { server, clock } = await joined()
    server.receive(leads(ada))
    await clock.advance(10_000)
    expect(server.requests).toHaveLength(2)
    server.receive(leads(bo))
    await clock.advance(10_000)
    expect([server.requests.length, clock.pending]).toEqual([2, 0])
  })

  it('does not list for a party it has just created', async () => {
    const { server, requests } = await leading()
    server.receive(party())
    expect(requests()).toEqual([])
  })
})

describe('join requests', () => {
  it('come, and go when they are answered', async () => {
    const { live, server, answer, told } = await leading()
    server.receive(asks(bo))
    server.receive(asks(cy))
    expect(names(live.joinRequests)).toEqual(['bo', 'cy'])
    await answer(live.accept(presence('bo')))
    expect(names(live.joinRequests)).toEqual(['cy'])
    await answer(live.reject(presence('cy')))
    expect(live.joinRequests).toEqual([])
    expect(told).toEqual([
      ['joinRequest', { presences: [presence('bo')] }],
      ['joinRequest', { presences: [presence('cy')] }],
    ])
  })

  it('are listed anew when one of them cannot be accepted', async () => {
    const { live, server, answer, requests } = await leading()
    server.receive(asks(bo))
    const accepting = live.accept(presence('bo'))
    const refused = error('Error accepting party join request: party could not accept request')
    await expect(answer(accepting, refused)).rejects.toMatchObject({ code: 'party_accept_failed', partyId })
    expect(requests().at(-1)).toEqual({ party_join_request_list: { party_id: partyId } })
    await answer(Promise.resolve(), asks())
    expect(live.joinRequests).toEqual([])
  })

  it('are not refused in a way that would remove a member', async () => {
    const { live, server, requests } = await leading({ presences: [ada, bo] })
    server.receive(asks(bo))
    await expect(live.reject(presence('bo'))).rejects.toMatchObject({
      code: 'invalid_argument',
      operation: 'removePartyMember',
      partyId,
    })
    expect(requests()).toEqual([])
  })
})

describe('label, openness and visibility', () => {
  it('change as the leader says', async () => {
    const { live, server, told } = await joined()
    server.receive({ party_update: { party_id: partyId, open: true, label: '{"a":1}' } })
    expect(live).toMatchObject({ open: true, hidden: false, label: '{"a":1}' })
    server.receive({ party_update: { party_id: partyId, open: true, label: '{"a":1}' } })
    expect(told).toEqual([['update', { open: true, hidden: false, label: '{"a":1}' }]])
  })

  it('stay as they are where an update leaves them out', async () => {
    const { live, requests, answer } = await leading({ label: '{"a":1}' })
    await answer(live.update({ open: true }))
    expect(requests()).toEqual([{ party_update: { party_id: partyId, open: true, label: '{"a":1}' } }])
    expect(live).toMatchObject({ open: true, label: '{"a":1}' })
  })
})

describe('matchmaking', () => {
  const cancelled = (name: string, cause: string) => ['matchmakingCancelled', { ticket: name, cause }]

  it('is told to the leader and to the members alike', async () => {
    for (const { live, server, told, answer } of [await joined(), await leading()]) {
      if (live.isLeader) await answer(live.matchmake({ maxCount: 4 }), ticket('t1'))
      else server.receive(ticket('t1'))
      expect(live.tickets).toEqual(['t1'])
      expect(told).toEqual([['matchmaking', { ticket: 't1' }]])
    }
  })

  it.each([
    ['somebody joins', joins(cy), 'membership'],
    ['somebody leaves', leaves(bo), 'membership'],
  ])('ends when %s, though the server does not say so', async (_, event, cause) => {
    const { live, server, told } = await joined()
    server.receive(ticket('t1'))
    server.receive(ticket('t2'))
    told.length = 0
    server.receive(event)
    expect(live.tickets).toEqual([])
    expect(told.slice(1)).toEqual([cancelled('t1', cause), cancelled('t2', cause)])
  })

  it('ends when the leader withdraws it, when the player leaves, and with the connection', async () => {
    const { live, socket, answer, told } = await leading()
    const begin = async (name: string) => {
      await answer(live.matchmake(), ticket(name))
      told.length = 0
    }
    await begin('t1')
    await answer(live.cancelMatchmaking('t1'))
    expect(told).toEqual([cancelled('t1', 'removed')])
    await begin('t2')
    await begin('t3')
    await answer(live.leave())
    expect(told).toEqual([cancelled('t2', 'left'), cancelled('t3', 'left'), ['end', { cause: 'left' }]])
    const next = await answer(socket.createParty(false, 4), party())
    const toldNext = record(next)
    await answer(next.matchmake(), ticket('t4'))
    socket.disconnect()
    expect(toldNext.slice(1)).toEqual([cancelled('t4', 'disconnected'), ['end', { cause: 'disconnected' }]])
  })

  it('ends when the player joins an open party once more', async () => {
    const { live, server, socket, answer, told } = await joined({ open: true })
    server.receive(ticket('t1'))
    await answer(socket.joinParty(partyId))
    expect(live.tickets).toEqual([])
    expect(told.at(-1)).toEqual(cancelled('t1', 'membership'))
  })

  it('ends with a match', async () => {
    const { live, server, told } = await joined()
    server.receive(ticket('t1'))
    const self = { presence: ada, party_id: partyId }
    server.receive({ matchmaker_matched: { ticket: 't1', token: 'jwt', users: [self], self } })
    expect(live.tickets).toEqual([])
    expect(told.at(-1)).toMatchObject(['matched', { ticket: 't1', token: 'jwt' }])
    server.receive({
      matchmaker_matched: { ticket: 'mine', token: 'jwt', users: [], self: { presence: ada } },
    })
    expect(told).toHaveLength(2)
  })
})

describe('the end', () => {
  const ended = { ended: 'x', stale: false, tickets: [], joinRequests: [] }

  it('is left', async () => {
    const { live, answer, told, socket } = await joined()
    await answer(live.leave())
    expect(live).toMatchObject({ ...ended, ended: 'left' })
    expect(told).toEqual([['end', { cause: 'left' }]])
    expect([...socket.parties]).toEqual([])
  })

  it('is closed to the leader, at once, and told once', async () => {
    const { live, server, answer, told } = await leading()
    const closing = live.close()
    await settled()
    server.receive(closes)
    expect(live.ended).toBe('closed')
    await answer(closing)
    expect(told).toEqual([['end', { cause: 'closed' }]])
  })

  it.each([
    ['kicked', 'where the party lives on', error('Error listing party join requests: party leader only')],
    ['closed', 'where it does not', error('Error listing party join requests: party not found')],
    ['closed', 'where it is about to end', error('Error listing party join requests: party closed')],
    ['closed', 'where the server does not say', error('something else')],
  ])('is %s to a member %s', async (cause, _, reply) => {
    const { live, server, told, answer, socket } = await joined()
    server.receive(closes)
    expect(live).toMatchObject({ stale: true, ended: undefined })
    expect(socket.parties.size).toBe(0)
    expect(server.requests).toMatchObject([{ party_join_request_list: { party_id: partyId } }])
    await answer(Promise.resolve(), reply)
    await settled()
    expect(live.ended).toBe(cause)
    expect(told).toEqual([['end', { cause }]])
  })

  it('is closed to a member whose connection is lost before that is known', async () => {
    const { live, server, told, clock } = await joined()
    server.receive(closes)
    server.dispatch('close', { code: 1006, reason: '' })
    await settled()
    expect(told).toEqual([['end', { cause: 'closed' }]])
    expect(live.ended).toBe('closed')
    expect(clock.pending).toBe(1) // the next attempt to connect
  })

  it('belongs to the membership that has ended, and not to one that follows', async () => {
    const { live, server, answer, socket } = await joined()
    server.receive(closes)
    server.receive(party({ leader: bo, presences: [bo, ada] }))
    const next = socket.parties.get(partyId)
    await answer(Promise.resolve(), error('Error listing party join requests: party leader only'))
    await settled()
    expect(live.ended).toBe('kicked')
    expect(next?.ended).toBeUndefined()
    expect([...socket.parties]).toEqual([next])
  })

  it('is disconnected with the connection', async () => {
    const { live, socket, told } = await joined()
    socket.disconnect()
    expect(live.ended).toBe('disconnected')
    expect(told).toEqual([['end', { cause: 'disconnected' }]])
  })

  it('is found out by a call that the server refuses', async () => {
    for (const [reply, cause] of [
      ['Error sending party data: party member not found', 'left'],
      ['Error sending party data: party not found', 'closed'],
      ['Error sending party data: party closed', 'closed'],
    ] as const) {
      const { live, answer } = await joined()
      await expect(answer(live.send(1, 'hi'), error(reply))).rejects.toMatchObject({
        operation: 'sendPartyData',
      })
      expect(live.ended).toBe(cause)
    }
  })

  it('keeps what was last known, and does nothing more', async () => {
    const { live, server, answer, told } = await joined()
    await answer(live.leave())
    const snapshot = live.getSnapshot()
    server.receive(joins(cy))
    server.receive(party({ leader: bo, presences: [bo, ada, cy] }))
    expect(live.getSnapshot()).toBe(snapshot)
    expect(names(live.members)).toEqual(['bo', 'ada'])
    expect(told).toHaveLength(1)
  })

  it('is known too when the answer comes after the caller has given up', async () => {
    const { live, server, clock } = await joined()
    const leaving = live.leave({ timeoutMs: 50 }).catch(({ code }: PartyError) => code)
    await clock.advance(50)
    expect(await leaving).toBe('timeout')
    expect(live.ended).toBeUndefined()
    server.receive({ cid: server.requests[0]?.['cid'] })
    expect(live.ended).toBe('left')
  })
})

describe('a connection that is lost and made again', () => {
  async function lost() {
    const parts = await joined({ open: true, label: '{"a":1}', presences: [bo, ada] })
    parts.server.receive(ticket('t1'))
    parts.told.length = 0
    parts.server.dispatch('close', { code: 1006, reason: '' })
    await parts.clock.advance(1000)
    const server = parts.sockets.last()
    server.dispatch('open')
    await settled()
    return { ...parts, server }
  }

  it('leaves what was known, as stale, and ends its tickets', async () => {
    const { live, told, socket } = await lost()
    expect(live).toMatchObject({ stale: true, ended: undefined, label: '{"a":1}', tickets: [] })
    expect(names(live.members)).toEqual(['bo', 'ada'])
    expect(socket.parties.get(partyId)).toBe(live)
    expect(told).toEqual([['matchmakingCancelled', { ticket: 't1', cause: 'disconnected' }]])
  })

  it('tells what is different once the player is in again', async () => {
    const { live, told, server } = await lost()
    const again = { ...ada, session_id: 's-ada-2' }
    told.length = 0
    server.receive(party({ self: again, leader: cy, presences: [cy, again] }))
    expect(live).toMatchObject({
      stale: false,
      open: false,
      label: '{"a":1}',
      self: { sessionId: 's-ada-2' },
    })
    expect(told).toEqual([
      ['presence', { joins: [presence('cy')], leaves: [presence('bo')] }],
      ['leader', { leader: presence('cy'), previous: presence('bo') }],
      ['update', { open: false, hidden: false, label: '{"a":1}' }],
    ])
  })

  it('lists who waits if the player leads now', async () => {
    const { server } = await lost()
    const again = { ...ada, session_id: 's-ada-2' }
    server.receive(party({ self: again, leader: again, presences: [again] }))
    expect(server.requests.at(-1)).toMatchObject({ party_join_request_list: { party_id: partyId } })
  })
})

describe('snapshots', () => {
  it('are frozen, and the same until something changes', async () => {
    const { live, server } = await joined()
    const changed = vi.fn()
    const undo = live.subscribe(changed)
    const before = live.getSnapshot()
    server.receive(joins(ada))
    server.receive(leads(bo))
    server.receive(asks())
    server.receive(says(1, 'hi'))
    expect(live.getSnapshot()).toBe(before)
    expect(changed).not.toHaveBeenCalled()
    server.receive(joins(cy))
    expect(changed).toHaveBeenCalledTimes(1)
    const after = live.getSnapshot()
    expect(after).not.toBe(before)
    expect(before.members).toHaveLength(2)
    expect(Object.isFrozen(after) && Object.isFrozen(after.members)).toBe(true)
    undo()
    server.receive(leaves(cy))
    expect(changed).toHaveBeenCalledTimes(1)
  })

  it('keep the lists that have not changed', async () => {
    const { live, server } = await joined()
    const { members } = live
    server.receive(ticket('t1'))
    expect(live.members).toBe(members)
  })

  it('can be taken without the party, as React does', async () => {
    const { live, socket } = await joined()
    const { getSnapshot, subscribe } = live
    expect(getSnapshot().partyId).toBe(partyId)
    subscribe(() => {})()
    const parties = socket.parties
    const { getSnapshot: list, subscribe: watch } = parties
    expect(list()).toEqual([live])
    watch(() => {})()
  })
})

describe('the parties of a socket', () => {
  it('are those the player is in, in the order of entering', async () => {
    const { socket, server, answer } = await connectedSocket()
    const changed = vi.fn()
    socket.parties.subscribe(changed)
    const none = socket.parties.getSnapshot()
    const first = await answer(socket.createParty(false, 4), party())
    server.receive(party({ party_id: 'q.n', leader: bo, presences: [bo, ada] }))
    const both = socket.parties.getSnapshot()
    expect(both.map((each) => each.partyId)).toEqual([partyId, 'q.n'])
    expect([...socket.parties]).toEqual(both)
    server.receive(joins(bo))
    expect(socket.parties.getSnapshot()).toBe(both)
    await answer(first.leave())
    expect(socket.parties.getSnapshot().map((each) => each.partyId)).toEqual(['q.n'])
    expect(socket.parties.get(partyId)).toBeUndefined()
    expect([none.length, changed.mock.calls.length, socket.parties.size]).toEqual([0, 3, 1])
  })

  it('are none of which the player is not told', async () => {
    const { socket, server } = await connectedSocket()
    for (const event of [joins(bo), leads(bo), asks(bo), ticket('t'), closes, says(1, 'hi')])
      server.receive(event)
    expect(socket.parties.size).toBe(0)
    expect(server.requests).toEqual([])
  })
})

describe('joining', () => {
  const join = { wait: 'joined' } as const

  it.each(['before', 'after'])('waits for the party, which comes %s the answer', async (when) => {
    const { socket, server, answer, clock } = await connectedSocket()
    const joining = socket.joinParty(partyId, join)
    await settled()
    const enter = () => server.receive(party({ leader: bo, presences: [bo, ada] }))
    if (when === 'before') enter()
    await answer(Promise.resolve())
    await settled()
    if (when === 'after') enter()
    expect(await joining).toBe(socket.parties.get(partyId))
    expect(clock.pending).toBe(0)
  })

  it('is not misled by another party', async () => {
    const { socket, server, answer } = await connectedSocket()
    const joining = socket.joinParty(partyId, join)
    await answer(Promise.resolve())
    await settled()
    server.receive(party({ party_id: 'q.n' }))
    server.receive(party({ leader: bo, presences: [bo, ada] }))
    expect((await joining).partyId).toBe(partyId)
  })

  it('is done at once for a party that the player is in', async () => {
    const { socket, live, server } = await joined()
    expect(await socket.joinParty(partyId, join)).toBe(live)
    expect(server.requests).toEqual([])
  })

  it('ends with the error of the server', async () => {
    const { socket, answer, clock } = await connectedSocket()
    const joining = answer(socket.joinParty(partyId, join), error('Error joining party: party full'))
    await expect(joining).rejects.toMatchObject({ code: 'party_full', operation: 'joinParty', partyId })
    expect(clock.pending).toBe(0)
  })

  it('ends after a minute, or the time that was given, counted from the call', async () => {
    for (const timeoutMs of [60_000, 700]) {
      const { socket, server, clock } = await connectedSocket()
      const options = timeoutMs === 700 ? { ...join, timeoutMs } : join
      const ends = socket.joinParty(partyId, options).catch((cause: PartyError) => cause)
      await clock.advance(500)
      server.receive({ cid: server.requests[0]?.['cid'] })
      await clock.advance(timeoutMs - 501)
      expect(clock.pending).toBe(1)
      await clock.advance(1)
      expect(await ends).toMatchObject({ code: 'timeout', operation: 'joinParty', partyId })
      expect(clock.pending).toBe(0)
    }
  })

  it('ends with its signal, and with the connection', async () => {
    const { socket, answer, clock } = await connectedSocket()
    const abort = new AbortController()
    const ends = [
      socket.joinParty(partyId, { ...join, signal: abort.signal }).catch(({ code }: PartyError) => code),
      socket.joinParty('q.n', join).catch(({ code }: PartyError) => code),
    ]
    await answer(Promise.resolve())
    await settled()
    abort.abort()
    socket.disconnect()
    expect(await Promise.all(ends)).toEqual(['aborted', 'disconnected'])
    expect(clock.pending).toBe(0)
  })
})

describe('messages', () => {
  const Emote = definePartyMessage<{ emote: string }>(1)
  const Chat = definePartyMessage(2n ** 60n, 'text')
  const Raw = definePartyMessage(0, 'bytes')

  it('reach the handlers of their kind, read', async () => {
    const { live, server } = await joined()
    const heard: unknown[] = []
    live.on(Emote, ({ data, presence: { username }, own }) => heard.push([data.emote, username, own]))
    live.on(Chat, ({ data }) => heard.push(data))
    live.on(Raw, ({ data }) => heard.push([...data]))
    await settled()
    server.receive(says(1, '{"emote":"wave"}'))
    server.receive({ party_data: { ...says(0, 'hello').party_data, op_code: String(2n ** 60n) } })
    server.receive({ party_data: { party_id: partyId, presence: bo } })
    server.receive({ party_data: { party_id: partyId, presence: bo, data: 'AIAB/w==' } })
    expect(heard).toEqual([['wave', 'bo', false], 'hello', [], [0, 128, 1, 255]])
  })

  it('are sent as their kind says', async () => {
    const { live, server, answer } = await joined()
    await answer(live.send(Emote, { emote: '👋' }))
    await answer(live.send(Chat, 'grüße'))
    await answer(live.send(Raw, new Uint8Array([9, 0, 255, 9]).subarray(1, 3)))
    await answer(live.send(7))
    const base64 = (data: string | number[]) => Buffer.from(data as string).toString('base64')
    expect(server.requests.map(({ party_data_send }) => party_data_send)).toEqual([
      { party_id: partyId, op_code: 1, data: base64('{"emote":"👋"}') },
      { party_id: partyId, op_code: String(2n ** 60n), data: base64('grüße') },
      { party_id: partyId, data: base64([0, 255]) },
      { party_id: partyId, op_code: 7, data: '' },
    ])
  })

  it('take a codec of their own', async () => {
    class Doubler {
      readonly #by = 2
      encode(value: number): string {
        return String(value * this.#by)
      }
      decode(data: Uint8Array): number {
        return Number(Buffer.from(data)) / this.#by
      }
    }
    const Twice = definePartyMessage(4, new Doubler())
    const { live, answer } = await joined()
    const heard: number[] = []
    live.on(Twice, ({ data }) => heard.push(data))
    await settled()
    await answer(live.send(Twice, 21, { echo: true }))
    expect(heard).toEqual([21])
  })

  it('that cannot be read are reported, and nobody else is stopped', async () => {
    const { live, server, socket } = await joined()
    const errors: PartyError[] = []
    const heard = vi.fn()
    socket.onError((cause) => errors.push(cause))
    live.on(Emote, heard)
    live.on('data', heard)
    await settled()
    server.receive(says(1, 'no JSON'))
    expect(heard).toHaveBeenCalledTimes(1)
    expect(errors).toMatchObject([{ code: 'handler_failed' }])
  })

  it('that cannot be written are refused, with what was called', async () => {
    const { live, server } = await joined()
    await expect(live.send(Emote, 1n as never)).rejects.toMatchObject({
      code: 'invalid_argument',
      argument: 'value',
      operation: 'sendPartyData',
      partyId,
    })
    await expect(live.send(1.5, 'x')).rejects.toMatchObject({ argument: 'opCode' })
    await expect(live.send(1, {} as never)).rejects.toMatchObject({ argument: 'data' })
    expect(server.requests).toEqual([])
  })

  it('echo to the own handlers once the server has taken them, as they were when they were sent', async () => {
    const { live, answer } = await joined()
    const heard: unknown[] = []
    live.on('data', ({ data, own, presence: { username } }) => heard.push([...data, own, username]))
    await settled()
    const bytes = new Uint8Array([1, 2])
    const sending = live.send(Raw, bytes, { echo: true })
    bytes.fill(9)
    await settled()
    expect(heard).toEqual([])
    await answer(sending)
    await answer(live.send(Raw, bytes))
    const refused = live.send(Raw, bytes, { echo: true })
    await expect(answer(refused, error('Error sending party data: party member not found'))).rejects.toThrow()
    expect(heard).toEqual([[1, 2, true, 'ada']])
  })

  it('wait for the first handler, and for whoever else begins to listen with it', async () => {
    const { live, server } = await joined()
    const heard: unknown[] = []
    server.receive(says(1, '{"emote":"wave"}'))
    server.receive(says(5, 'five'))
    live.on(Emote, ({ data }) => heard.push(data.emote))
    live.on('data', ({ opCode }) => heard.push(opCode))
    server.receive(says(6, 'six'))
    expect(heard).toEqual([])
    await settled()
    expect(heard).toEqual(['wave', 1, 5, 6])
    live.on('data', ({ opCode }) => heard.push(`late ${opCode}`))
    server.receive(says(7, 'seven'))
    await settled()
    expect(heard.slice(4)).toEqual([7, 'late 7'])
  })

  it('wait too when they come before the party does', async () => {
    const { socket, server } = await connectedSocket()
    server.receive(says(1, 'early'))
    server.receive(party({ leader: bo, presences: [bo, ada] }))
    const heard: unknown[] = []
    socket.parties.get(partyId)?.on('data', ({ opCode }) => heard.push(opCode))
    await settled()
    expect(heard).toEqual([1])
  })

  it.each([150, 201, 350])('wait up to a hundred: of %i the last ones', async (sent) => {
    const { live, server } = await joined()
    for (let opCode = 0; opCode < sent; opCode++) server.receive(says(opCode, ''))
    const heard: unknown[] = []
    live.on('data', ({ opCode }) => heard.push(opCode))
    await settled()
    expect(heard).toEqual(Array.from({ length: 100 }, (_, index) => index + sent - 100))
  })
})

describe('a handler of a party', () => {
  it('that fails stops nobody else, and is reported', async () => {
    const { live, server, socket, told } = await joined()
    const errors: PartyError[] = []
    socket.onError((cause) => errors.push(cause))
    live.on('presence', () => Promise.reject(new Error('broken')))
    live.subscribe(() => {
      throw new Error('broken')
    })
    server.receive(joins(cy))
    await settled()
    expect(errors).toMatchObject([{ code: 'handler_failed' }, { code: 'handler_failed' }])
    expect(told).toHaveLength(1)
  })

  it('may leave the party', async () => {
    const { live, server, answer } = await joined()
    const left: Promise<void>[] = []
    live.on('leader', () => left.push(live.leave()))
    server.receive(leads(ada))
    await answer(Promise.resolve())
    await left[0]
    expect(live.ended).toBe('left')
  })
})

describe('calls of a party that is not connected', () => {
  it('end with not_connected, their operation and the party', async () => {
    const { live, socket, told } = await joined()
    socket.disconnect()
    const calls = [
      live.leave(),
      live.close(),
      live.accept(presence('bo')),
      live.reject(presence('cy')),
      live.remove(presence('bo')),
      live.promote(presence('bo')),
      live.update({ open: true }),
      live.send(1),
      live.matchmake(),
      live.cancelMatchmaking('t'),
      live.listJoinRequests(),
    ].map((call) =>
      call.catch(({ code, operation, partyId: id }: PartyError) => [code, operation, id === partyId]),
    )
    expect(await Promise.all(calls)).toEqual(
      [
        'leaveParty',
        'closeParty',
        'acceptPartyMember',
        'removePartyMember',
        'removePartyMember',
        'promotePartyMember',
        'updateParty',
        'sendPartyData',
        'addMatchmakerParty',
        'removeMatchmakerParty',
        'listPartyJoinRequests',
      ].map((operation) => ['not_connected', operation, true]),
    )
    expect(told).toHaveLength(1)
    expect(disconnectedSocket().socket.parties.size).toBe(0)
  })
})
