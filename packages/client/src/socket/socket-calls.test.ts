import { describe, expect, it } from 'vitest'
import { connectedSocket } from '../../test/connected.ts'
import type { PartySocket } from './party-socket.ts'

const partyId = '5d1c1a2f-0000-4000-8000-000000000000.nakama1'
const bo = { userId: 'u-bo', sessionId: 's-bo', username: 'bo', persistence: false, status: undefined }
const wireBo = { user_id: 'u-bo', session_id: 's-bo', username: 'bo' }

/** What a call sends, without its cid, and what it resolves with. */
async function exchange(call: (socket: PartySocket) => Promise<unknown>, reply: object = {}) {
  const { socket, server, answer } = await connectedSocket()
  const result = await answer(call(socket), reply)
  const { cid, ...message } = server.requests[0] ?? {}
  expect(cid).toBeTypeOf('string')
  return { message, result }
}

describe('creating a party', () => {
  const reply = {
    party: { party_id: partyId, max_size: 4, self: wireBo, leader: wireBo, presences: [wireBo] },
  }

  it('takes options, and sends only what is set', async () => {
    const { message, result } = await exchange((socket) => socket.createParty({ maxSize: 4 }), reply)
    expect(message).toEqual({ party_create: { max_size: 4 } })
    expect(result).toMatchObject({
      partyId,
      open: false,
      hidden: false,
      maxSize: 4,
      self: bo,
      leader: bo,
      presences: [bo],
      label: '',
    })
  })

  it('takes label and hidden', async () => {
    const options = { open: true, maxSize: 256, label: '{"mode":"duo"}', hidden: true }
    const { message } = await exchange((socket) => socket.createParty(options), reply)
    expect(message).toEqual({
      party_create: { open: true, max_size: 256, label: '{"mode":"duo"}', hidden: true },
    })
  })

  it('takes open and size in a row', async () => {
    const { message } = await exchange((socket) => socket.createParty(true, 4), reply)
    expect(message).toEqual({ party_create: { open: true, max_size: 4 } })
  })
})

describe('party calls', () => {
  it.each([
    ['party_join', (socket: PartySocket) => socket.joinParty(partyId), {}],
    ['party_leave', (socket: PartySocket) => socket.leaveParty(partyId), {}],
    ['party_close', (socket: PartySocket) => socket.closeParty(partyId), {}],
    ['party_accept', (socket: PartySocket) => socket.acceptPartyMember(partyId, bo), { presence: wireBo }],
    ['party_remove', (socket: PartySocket) => socket.removePartyMember(partyId, bo), { presence: wireBo }],
    [
      'party_matchmaker_remove',
      (socket: PartySocket) => socket.removeMatchmakerParty(partyId, 't1'),
      { ticket: 't1' },
    ],
  ])('%s resolves with nothing on the empty answer', async (name, call, rest) => {
    const { message, result } = await exchange(call)
    expect(message).toEqual({ [name]: { party_id: partyId, ...rest } })
    expect(result).toBeUndefined()
  })

  it('lists join requests, none as an empty list', async () => {
    const call = (socket: PartySocket) => socket.listPartyJoinRequests(partyId)
    const some = await exchange(call, { party_join_request: { party_id: partyId, presences: [wireBo] } })
    expect(some.message).toEqual({ party_join_request_list: { party_id: partyId } })
    expect(some.result).toEqual({ partyId, presences: [bo] })
    const none = await exchange(call, { party_join_request: { party_id: partyId } })
    expect(none.result).toEqual({ partyId, presences: [] })
  })

  it('resolves a promotion with the new leader, though the answer is empty', async () => {
    const { message, result } = await exchange((socket) => socket.promotePartyMember(partyId, bo))
    expect(message).toEqual({ party_promote: { party_id: partyId, presence: wireBo } })
    expect(result).toEqual({ partyId, presence: bo })
  })

  it('resolves an update with what the party is like now, though the answer is empty', async () => {
    const { message, result } = await exchange((socket) => socket.updateParty(partyId, { open: true }))
    expect(message).toEqual({ party_update: { party_id: partyId, open: true } })
    expect(result).toEqual({ partyId, open: true, hidden: false, label: '' })
  })
})

describe('party data', () => {
  const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64')
  const bytes = new Uint8Array([9, 0, 255, 9])

  it.each([
    ['text as UTF-8', 'grüße 👋', Buffer.from('grüße 👋').toString('base64')],
    ['bytes', new Uint8Array([0, 128, 255]), base64(0, 128, 255)],
    ['a sub-array, without what is around it', bytes.subarray(1, 3), base64(0, 255)],
    ['a Node buffer out of a pool', Buffer.from('pooled'), Buffer.from('pooled').toString('base64')],
    ['an array buffer', bytes.buffer, base64(9, 0, 255, 9)],
    ['a data view', new DataView(bytes.buffer, 2, 1), base64(255)],
  ])('sends %s', async (_, data, expected) => {
    const { message } = await exchange((socket) => socket.sendPartyData(partyId, 7, data))
    expect(message).toEqual({ party_data_send: { party_id: partyId, op_code: 7, data: expected } })
  })

  it('sends no data and op code 0', async () => {
    const { message } = await exchange((socket) => socket.sendPartyData(partyId, 0))
    expect(message).toEqual({ party_data_send: { party_id: partyId, data: '' } })
  })

  it.each([2n ** 63n - 1n, -(2n ** 63n), -1])('sends the op code %s', async (opCode) => {
    const { message } = await exchange((socket) => socket.sendPartyData(partyId, opCode))
    // A JSON number would lose digits.
    const expected = typeof opCode === 'bigint' ? String(opCode) : opCode
    expect(message).toEqual({ party_data_send: { party_id: partyId, op_code: expected, data: '' } })
  })

  it('sends a value as JSON', async () => {
    const { message } = await exchange((socket) => socket.sendPartyJson(partyId, 1, { emote: '👋' }))
    const data = Buffer.from('{"emote":"👋"}').toString('base64')
    expect(message).toEqual({ party_data_send: { party_id: partyId, op_code: 1, data } })
  })

  it('fills a message to the last byte, and not beyond', async () => {
    const { socket, server, answer } = await connectedSocket()
    await answer(socket.sendPartyData(partyId, 1, 'x'.repeat(2900)))
    const overhead = String(server.sent[0]).length - Buffer.from('x'.repeat(2900)).toString('base64').length
    const fits = Math.floor((4096 - overhead) / 4) * 3
    await answer(socket.sendPartyData(partyId, 1, 'x'.repeat(fits)))
    const tooLarge = socket.sendPartyData(partyId, 1, 'x'.repeat(fits + 1))
    await expect(tooLarge).rejects.toMatchObject({
      code: 'message_too_large',
      argument: 'data',
      operation: 'sendPartyData',
      partyId,
    })
    expect(server.sent).toHaveLength(2)
  })

  it('takes more where the server does', async () => {
    const { socket, answer } = await connectedSocket({ maxMessageBytes: 100_000 })
    await expect(answer(socket.sendPartyData(partyId, 1, 'x'.repeat(50_000)))).resolves.toBeUndefined()
  })
})

describe('matchmaking', () => {
  const ticket = { matchmaker_ticket: { ticket: 't1' } }

  it('has defaults that a server takes', async () => {
    const { message, result } = await exchange((socket) => socket.addMatchmaker(), ticket)
    expect(message).toMatchObject({ matchmaker_add: { min_count: 2, max_count: 8, query: '*' } })
    expect(result).toEqual({ ticket: 't1' })
  })

  it('sends every option', async () => {
    const options = {
      minCount: 4,
      maxCount: 12,
      countMultiple: 4,
      query: '+properties.region:eu',
      stringProperties: { region: 'eu' },
      numericProperties: { rank: 1.5 },
    }
    const { message } = await exchange((socket) => socket.addMatchmaker(options), ticket)
    expect(message).toEqual({
      matchmaker_add: {
        min_count: 4,
        max_count: 12,
        count_multiple: 4,
        query: '+properties.region:eu',
        string_properties: { region: 'eu' },
        numeric_properties: { rank: 1.5 },
      },
    })
  })

  it('takes its arguments in a row, for a player and for a party', async () => {
    const solo = await exchange(
      (socket) => socket.addMatchmaker('*', 2, 4, { region: 'eu' }, { rank: 3 }),
      ticket,
    )
    const expected = {
      min_count: 2,
      max_count: 4,
      query: '*',
      string_properties: { region: 'eu' },
      numeric_properties: { rank: 3 },
    }
    expect(solo.message).toEqual({ matchmaker_add: expected })
    const party = await exchange((socket) => socket.addMatchmakerParty(partyId, '*', 2, 4), {
      party_matchmaker_ticket: { party_id: partyId, ticket: 't2' },
    })
    expect(party.message).toMatchObject({
      party_matchmaker_add: { party_id: partyId, min_count: 2, max_count: 4, query: '*' },
    })
    expect(party.result).toEqual({ partyId, ticket: 't2' })
  })

  it('raises the maximum with the minimum', async () => {
    const { message } = await exchange((socket) => socket.addMatchmaker({ minCount: 10 }), ticket)
    expect(message).toMatchObject({ matchmaker_add: { min_count: 10, max_count: 10, query: '*' } })
  })

  it('withdraws a ticket', async () => {
    const { message } = await exchange((socket) => socket.removeMatchmaker('t1'))
    expect(message).toEqual({ matchmaker_remove: { ticket: 't1' } })
  })
})

describe('status', () => {
  it.each([
    ['a text', 'in a party', { status: 'in a party' }],
    ['online without a text', '', { status: '' }],
    ['offline', undefined, {}],
    ['offline', null, {}],
  ])('sets %s', async (_, status, expected) => {
    const { message } = await exchange((socket) => socket.updateStatus(status))
    expect(message).toEqual({ status_update: expected })
  })

  it('follows by id, and by id and name', async () => {
    const byId = await exchange((socket) => socket.followUsers(['u1']), { status: {} })
    expect(byId.message).toMatchObject({ status_follow: { user_ids: ['u1'] } })
    expect(byId.result).toEqual({ presences: [] })
    const byName = await exchange((socket) => socket.followUsers({ usernames: ['bo'] }), {
      status: { presences: [{ ...wireBo, status: '' }] },
    })
    expect(byName.message).toMatchObject({ status_follow: { usernames: ['bo'] } })
    expect(byName.result).toEqual({ presences: [{ ...bo, status: '' }] })
  })

  it('unfollows', async () => {
    const { message } = await exchange((socket) => socket.unfollowUsers(['u1']))
    expect(message).toEqual({ status_unfollow: { user_ids: ['u1'] } })
  })
})

describe('rpc and ping', () => {
  it('calls a function', async () => {
    const { message, result } = await exchange((socket) => socket.rpc('echo', '{}'), {
      rpc: { id: 'echo', payload: '{}' },
    })
    expect(message).toEqual({ rpc: { id: 'echo', payload: '{}' } })
    expect(result).toEqual({ id: 'echo', payload: '{}', httpKey: '' })
  })

  it('measures how long an answer takes', async () => {
    const { socket, server, clock } = await connectedSocket()
    const took = socket.ping()
    await clock.advance(25)
    server.receive({ cid: server.requests[0]?.['cid'], pong: {} })
    expect(await took).toBe(25)
  })
})

describe('a call ends', () => {
  it("with the server's error, its stable code, and what it was about", async () => {
    const { socket, answer, refuse } = await connectedSocket()
    const reply = refuse({ code: 3, message: 'Error joining party: party full' })
    await expect(answer(socket.joinParty(partyId), reply)).rejects.toMatchObject({
      code: 'party_full',
      message: 'Error joining party: party full',
      realtimeCode: 3,
      operation: 'joinParty',
      partyId,
    })
  })

  it('with an error of number 0 as such, though it is absent in JSON', async () => {
    const { socket, answer, refuse } = await connectedSocket()
    const call = answer(socket.addMatchmaker(), refuse({ message: 'Error adding to matchmaker' }))
    await expect(call).rejects.toMatchObject({ code: 'matchmaker_add_failed', realtimeCode: 0 })
  })

  it('with unexpected_reply when the answer is another, or empty', async () => {
    for (const reply of [{}, { status: {} }]) {
      const { socket, answer } = await connectedSocket()
      const call = answer(socket.createParty(true, 4), reply)
      await expect(call).rejects.toMatchObject({ code: 'unexpected_reply', operation: 'createParty' })
    }
  })

  it('with timeout, after its own or the default time', async () => {
    const { socket, clock } = await connectedSocket({ timeoutMs: 500 })
    const ends: string[] = []
    socket.joinParty(partyId).catch(({ code }) => ends.push(`default ${code}`))
    socket.joinParty(partyId, { timeoutMs: 50 }).catch(({ code }) => ends.push(`own ${code}`))
    await clock.advance(50)
    expect(ends).toEqual(['own timeout'])
    await clock.advance(450)
    expect(ends).toEqual(['own timeout', 'default timeout'])
    expect(clock.pending).toBe(0)
  })
})

describe('bad arguments are refused and named, and nothing is sent', () => {
  const longText = 'x'.repeat(2049)
  it.each<[string, (socket: PartySocket) => Promise<unknown>]>([
    ['maxSize', (socket) => socket.createParty({ maxSize: 0 })],
    ['maxSize', (socket) => socket.createParty(true, 257)],
    ['maxSize', (socket) => socket.createParty(true, 2.5)],
    ['open', (socket) => socket.createParty({ maxSize: 4, open: 'no' as never })],
    ['label', (socket) => socket.createParty({ maxSize: 4, label: '[1]' })],
    ['label', (socket) => socket.createParty({ maxSize: 4, label: 'duo' })],
    ['label', (socket) => socket.createParty({ maxSize: 4, label: `{"x":"${longText}"}` })],
    ['label', (socket) => socket.createParty({ maxSize: 4, label: { mode: 'duo' } as never })],
    ['partyId', (socket) => socket.joinParty('')],
    ['partyId', (socket) => socket.leaveParty(undefined as never)],
    ['open', (socket) => socket.updateParty(partyId, {} as never)],
    ['label', (socket) => socket.updateParty(partyId, { open: true, label: 'null' })],
    ['presence', (socket) => socket.acceptPartyMember(partyId, undefined as never)],
    ['presence', (socket) => socket.removePartyMember(partyId, { ...bo, sessionId: '' })],
    ['presence', (socket) => socket.promotePartyMember(partyId, { ...bo, username: '' })],
    ['opCode', (socket) => socket.sendPartyData(partyId, 1.5)],
    ['opCode', (socket) => socket.sendPartyData(partyId, Number.NaN)],
    ['opCode', (socket) => socket.sendPartyData(partyId, 2 ** 53)],
    ['opCode', (socket) => socket.sendPartyData(partyId, 2n ** 63n)],
    ['opCode', (socket) => socket.sendPartyData(partyId, '1' as never)],
    ['data', (socket) => socket.sendPartyData(partyId, 1, { emote: 'wave' } as never)],
    ['data', (socket) => socket.sendPartyData(partyId, 1, [1, 2] as never)],
    ['value', (socket) => socket.sendPartyJson(partyId, 1, undefined)],
    ['minCount', (socket) => socket.addMatchmaker({ minCount: 1 })],
    ['maxCount', (socket) => socket.addMatchmaker({ minCount: 4, maxCount: 3 })],
    ['countMultiple', (socket) => socket.addMatchmaker({ countMultiple: 0 })],
    ['countMultiple', (socket) => socket.addMatchmaker({ minCount: 3, maxCount: 4, countMultiple: 2 })],
    ['countMultiple', (socket) => socket.addMatchmaker({ minCount: 2, maxCount: 5, countMultiple: 2 })],
    ['query', (socket) => socket.addMatchmaker({ query: 7 as never })],
    ['stringProperties', (socket) => socket.addMatchmaker({ stringProperties: { a: 1 as never } })],
    ['numericProperties', (socket) => socket.addMatchmakerParty(partyId, '*', 2, 4, {}, { a: Number.NaN })],
    ['ticket', (socket) => socket.removeMatchmaker('')],
    ['ticket', (socket) => socket.removeMatchmakerParty(partyId, '')],
    ['status', (socket) => socket.updateStatus(longText)],
    ['maxSize', (socket) => socket.createParty(undefined as never)],
    ['open', (socket) => socket.updateParty(partyId, undefined as never)],
    ['value', (socket) => socket.sendPartyJson(partyId, 1, 1n)],
    ['userIds', (socket) => socket.followUsers('u1' as never)],
    ['userIds', (socket) => socket.followUsers({ userIds: 'u1' as never })],
    ['userIds', (socket) => socket.followUsers(['u1', ''])],
    ['usernames', (socket) => socket.followUsers({ usernames: [''] })],
    ['userIds', (socket) => socket.unfollowUsers([7 as never])],
    ['id', (socket) => socket.rpc('')],
    ['payload', (socket) => socket.rpc('echo', {} as never)],
  ])('%s: %s', async (argument, call) => {
    const { socket, server, clock } = await connectedSocket()
    await expect(call(socket)).rejects.toMatchObject({
      code: 'invalid_argument',
      argument,
      operation: expect.any(String),
    })
    expect(server.sent).toEqual([])
    expect(clock.pending).toBe(0)
  })
})
